package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;

/**
 * What a sentence asks.
 *
 * @param premise 「…的，」 before the conclusion, or null
 * @param amount what is granted to whom meets it, where the sentence says so, or null
 * @param waiver whom a condition of another sentence does not bind, or null
 * @param kind of applicant that the sentence is only about (早餐及餐饮项目申报单位), or null
 */
record AskedSentence(
    TextSpan span,
    Condition premise,
    Condition condition,
    Kind kind,
    String amount,
    Waiver waiver) {
  AskedSentence(TextSpan span, Condition premise, Condition condition, Kind kind) {
    this(span, premise, condition, kind, null, null);
  }

  AskedSentence granting(String words) {
    return new AskedSentence(span, premise, condition, kind, words, waiver);
  }

  static AskedSentence waiving(TextSpan span, Waiver waiver) {
    return new AskedSentence(span, null, null, null, null, waiver);
  }

  static AskedSentence empty(TextSpan span) {
    return new AskedSentence(span, null, null, null);
  }

  boolean isEmpty() {
    return condition == null && premise == null;
  }

  boolean isConditional() {
    return premise != null && condition != null;
  }

  /**
   * A kind of applicant that a sentence opens with.
   *
   * @param leaf what makes an applicant one of the kind
   * @param own what the sentence asks of the kind; null where nothing
   */
  record Kind(ApplicantKind named, Condition leaf, Condition own) {
    String words() {
      return named.words();
    }
  }
}
