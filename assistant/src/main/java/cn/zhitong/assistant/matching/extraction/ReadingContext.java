package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.ReferencePeriod;

/**
 * What the words before tell about the words read now.
 *
 * @param title of the item: which kind of applicant it is for
 * @param subject what the last numbers were about, for a number without a subject of its own
 * @param period of a lead-in, for the lines below it
 * @param negative whether the list says what an applicant must not be
 * @param asked whether the words stand in a list that is said to hold conditions
 */
record ReadingContext(
    String title, String subject, ReferencePeriod period, boolean negative, boolean asked) {
  /** Nothing is known of the words before. */
  static ReadingContext of(String title) {
    return new ReadingContext(title, null, null, false, false);
  }

  ReadingContext inAskedList() {
    return new ReadingContext(title, subject, period, negative, true);
  }

  ReadingContext below(String leadSubject, ReferencePeriod leadPeriod, boolean negativeList) {
    return new ReadingContext(
        title,
        leadSubject == null ? subject : leadSubject,
        leadPeriod == null ? period : leadPeriod,
        negative || negativeList,
        asked);
  }
}
