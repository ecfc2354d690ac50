package cn.zhitong.assistant.question;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits on asking. */
@ConfigMapping(prefix = "zhitong.question")
interface QuestionConfig {

  /** Questions a minute from one address: a person types no faster, a whole office may. */
  @WithDefault("60")
  int perMinute();
}
