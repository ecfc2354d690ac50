package cn.zhitong.assistant.question;

import java.util.List;

/**
 * A question that stands alone, with what reading it gave.
 *
 * @param text as the user wrote it, completed from the conversation where it was a follow-up
 */
record AnalyzedQuestion(String text, List<WeightedTerms.Weighted> terms, AnswerType type) {

  static AnalyzedQuestion of(String text) {
    return new AnalyzedQuestion(text, WeightedTerms.of(text), AnswerType.of(text));
  }
}
