package cn.zhitong.assistant.question;

import cn.zhitong.ingest.outline.Sentences;
import cn.zhitong.ingest.outline.Sentences.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The smallest stretch that is quoted by itself: a sentence, or of a long one what stands between
 * two semicolons.
 *
 * @param from offset in the passage's text
 * @param to exclusive end offset, white space behind the sentence included
 */
record Piece(int from, int to) {
  /** Longer sentences are lists in all but name. */
  private static final int LONG = 120;

  static List<Piece> of(String text) {
    List<Piece> pieces = new ArrayList<>();
    for (Span span : Sentences.of(text, 0, text.length())) {
      if (text.substring(span.start(), span.end()).isBlank()) {
        continue;
      }
      int from = span.start();
      if (span.length() > LONG) {
        for (int i = span.start(); i < span.end() - 1; i++) {
          if ("；;".indexOf(text.charAt(i)) >= 0) {
            pieces.add(new Piece(from, i + 1));
            from = i + 1;
          }
        }
      }
      pieces.add(new Piece(from, span.end()));
    }
    return pieces;
  }

  String in(String text) {
    return text.substring(from, to);
  }
}
