package cn.zhitong.assistant.question;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits on asking. */
@ConfigMapping(prefix = "zhitong.question")
interface QuestionConfig {

  /** Questions a minute from one address: a person types no faster, a whole office may. */
  @WithDefault("60")
  int perMinute();

  /** Between two comments in a silent stream; proxies close it after 30 to 60 s. */
  @WithDefault("PT15S")
  Duration sseKeepAlive();

  /** How long questions are kept: two quarters of quality reports. */
  @WithDefault("P180D")
  Duration kept();

  /**
   * Questions that the reader reads for at once; further ones get related clauses without it. A
   * reading takes both of two cores for about 0.1 s, so that four keep the median under half a
   * second. 0 turns the reader off.
   */
  @WithDefault("4")
  int readsAtOnce();

  /**
   * Requests that may wait for a place (zhitong.admission) while the reader reads; where more wait,
   * questions that it has not read before get related clauses without it. A dozen wait about a
   * second on two cores, half of what they are let wait.
   */
  @WithDefault("12")
  int readsWhileWaiting();
}
