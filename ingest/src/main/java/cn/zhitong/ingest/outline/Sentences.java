package cn.zhitong.ingest.outline;

import java.util.ArrayList;
import java.util.List;

/** Cuts a range of a text into sentences that cover it: nothing is lost between two of them. */
public final class Sentences {
  private static final String ENDS = "。！？!?";
  private static final String CLOSERS = "”’」』）)〕】》\"";
  private static final String OPENERS = "（(〔【";

  private Sentences() {}

  /**
   * A sentence with what follows it up to the next one.
   *
   * @param start offset in the text, in UTF-16 chars
   * @param end exclusive end offset
   */
  public record Span(int start, int end) {
    public int length() {
      return end - start;
    }
  }

  /**
   * Sentences of {@code text[start, end)}. A line break ends one too; a closing quotation mark and
   * a responsibility bracket right behind the full stop stay with the sentence they close.
   */
  public static List<Span> of(String text, int start, int end) {
    List<Span> spans = new ArrayList<>();
    int from = start;
    int i = start;
    while (i < end) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || (ENDS.indexOf(c) >= 0 && !insideQuote(text, from, i));
      i++;
      if (!ends) {
        continue;
      }
      i = afterClosers(text, i, end);
      i = afterBracket(text, i, end);
      while (i < end && Character.isWhitespace(text.charAt(i))) {
        i++;
      }
      spans.add(new Span(from, i));
      from = i;
    }
    if (from < end) {
      spans.add(new Span(from, end));
    }
    return spans;
  }

  /** A full stop inside 《》 or brackets does not end the sentence around them. */
  private static boolean insideQuote(String text, int from, int at) {
    int open = 0;
    for (int i = from; i < at; i++) {
      char c = text.charAt(i);
      if (c == '《' || OPENERS.indexOf(c) >= 0) {
        open++;
      } else if ((c == '》' || "）)〕】".indexOf(c) >= 0) && open > 0) {
        open--;
      }
    }
    // A bracket that never closes is a slip of the source: it must not swallow the whole text.
    return open > 0 && at - from < 300;
  }

  private static int afterClosers(String text, int i, int end) {
    int at = i;
    while (at < end && CLOSERS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static int afterBracket(String text, int i, int end) {
    if (i >= end || OPENERS.indexOf(text.charAt(i)) < 0) {
      return i;
    }
    int close = Brackets.closing(text, i, end);
    if (close < 0 || !Brackets.looksLikeDuty(text.substring(i + 1, close))) {
      return i;
    }
    int at = close + 1;
    return at < end && text.charAt(at) == '。' ? at + 1 : at;
  }
}
