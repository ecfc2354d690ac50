package cn.zhitong.assistant.matching.extraction;

import java.util.ArrayList;
import java.util.List;

/** Cuts a stretch of text into sentences, and lists inside a sentence behind a colon. */
final class StatementSplitter {
  /**
   * A sentence, or a lead-in with its list.
   *
   * @param lead null for a plain sentence
   */
  record Statement(TextSpan lead, List<TextSpan> sentences) {}

  private StatementSplitter() {}

  static List<Statement> split(ItemText source, TextSpan span) {
    List<Statement> statements = new ArrayList<>();
    for (TextSpan sentence : cut(source, span, "。！？!?\n")) {
      String words = source.covered(sentence);
      int colon = Math.max(words.indexOf('：'), words.indexOf(':'));
      boolean leads =
          colon > 0
              && colon < words.length() - 1
              && ListLead.of(words.substring(0, colon + 1)).kind() != ListLead.Kind.NO_LIST
              && (words.indexOf('；', colon) > 0
                  || words.indexOf(';', colon) > 0
                  || words.substring(0, colon).matches(".*(?:以下|下列|如下|情形).*"));
      if (leads) {
        TextSpan lead = new TextSpan(sentence.start(), sentence.start() + colon + 1);
        TextSpan list = new TextSpan(lead.end(), sentence.end());
        statements.add(new Statement(lead, cut(source, list, "；;")));
      } else {
        cut(source, sentence, "；;")
            .forEach(one -> statements.add(new Statement(null, List.of(one))));
      }
    }
    return statements;
  }

  private static List<TextSpan> cut(ItemText source, TextSpan span, String marks) {
    List<TextSpan> parts = new ArrayList<>();
    String text = source.covered();
    int from = span.start();
    for (int i = span.start(); i <= span.end(); i++) {
      if (i == span.end() || marks.indexOf(text.charAt(i)) >= 0) {
        if (i > from) {
          parts.add(new TextSpan(from, i));
        }
        from = i + 1;
      }
    }
    return parts;
  }
}
