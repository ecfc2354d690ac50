package cn.zhitong.assistant.casework;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits on what comes in from outside. */
@ConfigMapping(prefix = "zhitong.casework")
public interface CaseworkConfig {

  /**
   * Appeals a minute from one visitor's address: an office behind one address has several people.
   */
  @WithDefault("6")
  int appealsPerMinute();

  /** Look-ups by tracking code a minute from one address; a code has 60 bits, so few are enough. */
  @WithDefault("30")
  int lookupsPerMinute();

  /** Characters of a title; the longest in the appeals measured has 60. */
  @WithDefault("200")
  int maxTitleLength();

  /** Characters of a text; the longest in the appeals measured has 2,000. */
  @WithDefault("5000")
  int textLength();

  /**
   * Working days after dispatch within which a department may return a case; hotlines' rules
   * commonly give one.
   */
  @WithDefault("1")
  int returnWorkingDays();

  /** Working days after a rejection within which it can be taken back. */
  @WithDefault("3")
  int unrejectWorkingDays();

  /**
   * Whether every reply needs a second person: submitted for review by one, sent by another, who is
   * not its drafter either.
   */
  @WithDefault("false")
  boolean secondPerson();
}
