package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.ingest.outline.Sentences;
import cn.zhitong.ingest.outline.Sentences.Span;
import java.util.List;
import java.util.Optional;

/** Finds what a model says it quotes. Models change white space; they must not change more. */
public final class Quotes {
  private static final int MIN_LENGTH = 4;

  private Quotes() {}

  /** The same under the passage's own clause, for callers without the outline. */
  public static Optional<Citation> find(String quote, Hit hit) {
    return find(quote, hit, new ClauseFinder(policy -> List.of()));
  }

  /**
   * The citation of the whole sentences around the quote: a piece cut out of one (擅自停产 out of
   * 不得擅自停产) could say the opposite.
   */
  public static Optional<Citation> find(String quote, Hit hit, ClauseFinder clauses) {
    String wanted = quote.replaceAll("\\s+", "");
    if (wanted.length() < MIN_LENGTH) {
      return Optional.empty();
    }
    String text = hit.text();
    int[] offsets = new int[text.length()];
    StringBuilder squeezed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        offsets[squeezed.length()] = i;
        squeezed.append(text.charAt(i));
      }
    }
    int at = squeezed.indexOf(wanted);
    if (at < 0) {
      return Optional.empty();
    }
    int first = offsets[at];
    int last = offsets[at + wanted.length() - 1];
    int from = first;
    int to = last + 1;
    for (Span span : Sentences.of(text, 0, text.length())) {
      from = span.start() <= first && first < span.end() ? span.start() : from;
      to = span.start() <= last && last < span.end() ? span.end() : to;
    }
    while (Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return Optional.of(clauses.cite(hit, from, to));
  }
}
