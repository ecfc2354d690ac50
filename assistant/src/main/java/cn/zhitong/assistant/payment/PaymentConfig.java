package cn.zhitong.assistant.payment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the public may fetch of results. */
@ConfigMapping(prefix = "zhitong.payment")
interface PaymentConfig {

  /** Files of results a minute from one visitor's address: each may have 50,000 rows. */
  @WithDefault("10")
  int resultFilesPerMinute();
}
