package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.CitedSentence;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether what verification left of a model's sentences still answers the question: where the
 * sentence that answers was refused, a true one on another subject is no answer.
 */
final class AnswerCheck {
  /** Share of the question's words that the rest may lose. */
  private static final double LOST = .15;

  /** 不予处罚 is an answer, 2025年3月1日 and 一、 are none. */
  private static final int LEAST_LETTERS = 4;

  private static final Pattern DATE = Pattern.compile("\\d{4}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?");

  /** The source's name, or a sentence that announces what follows. */
  private static final Pattern LEAD_IN = Pattern.compile("(?s)^(?:《|(?=.*(?:如下|下列|以下))).*[：:]");

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

  /** Whether there is more than lead-ins and dates. */
  static boolean saysSomething(List<CitedSentence> sentences) {
    return sentences.stream()
        .map(CitedSentence::text)
        .map(String::strip)
        .anyMatch(text -> !LEAD_IN.matcher(text).matches() && letters(text) >= LEAST_LETTERS);
  }

  private static long letters(String text) {
    return DATE.matcher(text).replaceAll("").codePoints().filter(Character::isLetter).count();
  }

  private static double coverage(AnalyzedQuestion question, List<CitedSentence> sentences) {
    String text = sentences.stream().map(CitedSentence::text).collect(Collectors.joining("\n"));
    return WeightedTerms.coverage(question.terms(), text);
  }
}
