package cn.zhitong.assistant.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one node works on at once before it sends requests away. */
@ConfigMapping(prefix = "zhitong.admission")
interface AdmissionConfig {

  /**
   * Searches, answers and triage suggestions at once. They share two processors: four keep these
   * busy while some wait for the database, more only make each slower (docs/performance.md). With a
   * slow language model most of an answer is waiting: set it higher then, below the database's
   * connections.
   */
  @WithDefault("4")
  int maxConcurrentRequests();

  /** Requests that may wait for a place; those beyond are sent away at once. */
  @WithDefault("32")
  int queueCapacity();

  /**
   * How long one waits: a person who asks sees an answer within about three seconds, or why not.
   */
  @WithDefault("PT2S")
  Duration acquireTimeout();

  /**
   * How long the answer to a request that is sent away (429, 503) is held back at most, half of it
   * at least: clients that ask again at once get no more than their share. 0 sends it at once.
   */
  @WithDefault("PT1S")
  Duration rejectionDelay();

  /** Answers held back at once, some kilobytes each; further ones are sent at once. */
  @WithDefault("500")
  int rejectionsHeld();
}
