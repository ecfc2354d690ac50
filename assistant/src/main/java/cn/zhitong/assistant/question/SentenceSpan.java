package cn.zhitong.assistant.question;

import cn.zhitong.ingest.outline.Sentences;
import cn.zhitong.ingest.outline.Sentences.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The smallest stretch that is quoted by itself: a sentence, or of a long one what stands between
 * two semicolons.
 *
 * @param from offset in the passage's text
 * @param to exclusive end offset, white space behind the sentence included
 */
record SentenceSpan(int from, int to) {
  /** Longer sentences are lists in all but name. */
  private static final int LONG = 120;

  /** What ends a statement; a line without any of them is a title, a heading or a signature. */
  private static final Pattern STATEMENT = Pattern.compile("[。；;！？!?：:\\t]");

  /** A responsibility bracket behind a sentence: a statement of its own. */
  private static final Pattern DUTY_BRACKET =
      Pattern.compile("(?<=[。；;])[（(〔\\[](?:责任|牵头|配合)[^。；]*[）)〕\\]]\\s*$");

  /** All pieces in order: statements, or everything where there is none. */
  static List<SentenceSpan> of(String text) {
    List<SentenceSpan> statements = statements(text);
    return statements.isEmpty() ? lines(text) : statements;
  }

  /** The pieces that say something, in order; empty for titles, headings and signatures alone. */
  static List<SentenceSpan> statements(String text) {
    return lines(text).stream().filter(p -> STATEMENT.matcher(p.in(text)).find()).toList();
  }

  private static List<SentenceSpan> lines(String text) {
    List<SentenceSpan> pieces = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end + 1;
      addLine(text, start, end, pieces);
      start = end;
    }
    return pieces;
  }

  /** A line is a paragraph: no sentence goes beyond it. */
  private static void addLine(String text, int start, int end, List<SentenceSpan> pieces) {
    for (Span span : Sentences.of(text, start, end)) {
      if (text.substring(span.start(), span.end()).isBlank()) {
        continue;
      }
      int from = span.start();
      if (span.length() > LONG) {
        for (int i = span.start(); i < span.end() - 1; i++) {
          if ("；;".indexOf(text.charAt(i)) >= 0) {
            pieces.add(new SentenceSpan(from, i + 1));
            from = i + 1;
          }
        }
      }
      Matcher bracket =
          DUTY_BRACKET.matcher(text).region(from, span.end()).useTransparentBounds(true);
      if (bracket.find() && bracket.start() > from) {
        pieces.add(new SentenceSpan(from, bracket.start()));
        from = bracket.start();
      }
      pieces.add(new SentenceSpan(from, span.end()));
    }
  }

  String in(String text) {
    return text.substring(from, to);
  }
}
