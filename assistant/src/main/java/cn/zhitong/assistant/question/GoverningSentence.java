package cn.zhitong.assistant.question;

import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.ingest.policy.Clause;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The sentence that a list hangs on: of 有下列情形之一的，不予行政处罚：(一)… an item alone would say nothing, or
 * the opposite.
 */
final class GoverningSentence {
  /** A longer one is a paragraph of its own. */
  private static final int LONGEST = 160;

  private GoverningSentence() {}

  /** The sentence right before the first item of the list that the stretch begins in. */
  static Optional<QuoteSpan> before(
      QuoteSpan part, ClauseFinder clauses, Function<Hit, String> whole) {
    Hit hit = part.hit();
    int start = hit.start() + part.from() + leadingSpace(part.text());
    int index = clauses.at(hit.policyId(), start);
    List<Clause> outline = clauses.outline(hit.policyId());
    if (index < 0 || outline.get(index).parent() < 0) {
      return Optional.empty();
    }
    Clause parent = outline.get(outline.get(index).parent());
    int firstItem = firstChild(outline, outline.get(index).parent());
    if (start < firstItem) {
      return Optional.empty();
    }
    String text = whole.apply(hit);
    if (firstItem > text.length()) {
      return Optional.empty();
    }
    String intro = text.substring(parent.start(), firstItem).stripTrailing();
    if (!intro.endsWith("：") && !intro.endsWith(":")) {
      return Optional.empty();
    }
    List<SentenceSpan> sentences = SentenceSpan.of(intro);
    SentenceSpan last = sentences.get(sentences.size() - 1);
    if (last.to() - last.from() > LONGEST) {
      return Optional.empty();
    }
    int from = parent.start() + last.from();
    String sentence = text.substring(from, parent.start() + intro.length());
    return Optional.of(new QuoteSpan(hit.over(from, sentence), 0, sentence.length(), 0));
  }

  private static int firstChild(List<Clause> outline, int parent) {
    int first = Integer.MAX_VALUE;
    for (Clause clause : outline) {
      if (clause.parent() == parent) {
        first = Math.min(first, clause.start());
      }
    }
    return first;
  }

  private static int leadingSpace(String text) {
    return text.length() - text.stripLeading().length();
  }
}
