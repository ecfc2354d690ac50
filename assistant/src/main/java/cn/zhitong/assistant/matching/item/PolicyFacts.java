package cn.zhitong.assistant.matching.item;

import java.time.LocalDate;
import java.util.List;

/**
 * What an item has from its policy.
 *
 * @param level code of the issuer's level, or null
 * @param endsOn first day on which the policy no longer holds; null where none is known
 */
record PolicyFacts(
    String title,
    String issuer,
    String level,
    List<String> themes,
    List<String> industries,
    LocalDate endsOn) {
  static final PolicyFacts NONE = new PolicyFacts(null, null, null, List.of(), List.of(), null);

  /** A policy that was withdrawn, or is no longer in the library, ended long ago. */
  static final PolicyFacts GONE =
      new PolicyFacts(null, null, null, List.of(), List.of(), LocalDate.MIN);

  boolean holdsOn(LocalDate day) {
    return endsOn == null || day.isBefore(endsOn);
  }
}
