package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.CitedSentence;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether what verification left of a model's sentences still answers the question: where the
 * sentence that answers was refused, a true one on another subject is no answer.
 */
final class AnswerCheck {
  /** Share of the question's words that the rest may lose. */
  private static final double LOST = .15;

  private AnswerCheck() {}

  static boolean stillAnswers(
      AnalyzedQuestion question, List<CitedSentence> left, List<CitedSentence> written) {
    if (left.isEmpty() || left.size() == written.size()) {
      return !left.isEmpty();
    }
    boolean asksForSomething = question.type() != AnswerType.LIST;
    boolean wroteIt = written.stream().anyMatch(s -> question.type().fits(s.text()));
    boolean hasIt = left.stream().anyMatch(s -> question.type().fits(s.text()));
    if (asksForSomething && wroteIt && !hasIt) {
      return false;
    }
    return coverage(question, written) - coverage(question, left) <= LOST;
  }

  private static double coverage(AnalyzedQuestion question, List<CitedSentence> sentences) {
    String text = sentences.stream().map(CitedSentence::text).collect(Collectors.joining("\n"));
    return WeightedTerms.coverage(question.terms(), text);
  }
}
