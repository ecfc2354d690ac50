package cn.zhitong.assistant.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How applications are handled where an item says nothing of it. */
@ConfigMapping(prefix = "zhitong.application")
interface ApplicationConfig {

  /** Working days until it is accepted: 行政许可法, article 32. */
  @WithDefault("5")
  int acceptWorkingDays();

  /** From acceptance to the money for 免申即享 and 易申快享: what 绵阳 pays simple items within. */
  @WithDefault("10")
  int simpleWorkingDays();

  /** The same for ordinary items: what 绵阳 pays complex items within. */
  @WithDefault("40")
  int complexWorkingDays();

  /** Working days for the enterprise to correct it. */
  @WithDefault("15")
  int correctionWorkingDays();

  /** Working days of publicity for what is money; local rules commonly have five to seven. */
  @WithDefault("5")
  int publicityWorkingDays();

  /** Above it, who alone has reviewed an application does not approve it. */
  @WithDefault("100000")
  long secondPersonAboveYuan();

  /** Objections a minute from one visitor's address. */
  @WithDefault("3")
  int objectionsPerMinute();

  /** What a rejected enterprise can do: 行政复议法 article 20, 行政诉讼法 article 46. */
  @WithDefault("对本决定不服的，可以自收到之日起60日内依法申请行政复议，或者自收到之日起6个月内依法提起行政诉讼；也可以在本平台提出申诉。")
  String objectionWay();

  /** Texts that people write. */
  @WithDefault("4000")
  int textLength();
}
