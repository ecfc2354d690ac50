package cn.zhitong.assistant.question;

import java.util.List;

/**
 * A question that stands alone, with what reading it gave.
 *
 * @param text as the user wrote it, completed from the conversation where it was a follow-up
 */
record AskedQuestion(String text, List<QuestionTerms.Weighted> terms, AnswerType type) {

  static AskedQuestion of(String text) {
    return new AskedQuestion(text, QuestionTerms.of(text), AnswerType.of(text));
  }
}
