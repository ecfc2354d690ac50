package cn.zhitong.ingest.read;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Puts a key and its value on one line where a page has them in boxes of their own. */
final class HtmlKeys {
  /** Keys whose value is a title. */
  private static final Pattern NAMES = Pattern.compile("标题|名称");

  private static final Set<String> VALUES = Set.of("td", "th", "dd", "em", "p", "div", "span");
  private static final Set<String> KEYS =
      Set.of("td", "th", "dt", "strong", "p", "div", "span", "b");

  /** How many nodes a value may begin with that hold no words. */
  private static final int MOST_STEPS = 30;

  private HtmlKeys() {}

  /** A value goes on the line of its key: 索引号 in one cell, the number in the next. */
  static boolean joins(Element element, String line) {
    return VALUES.contains(element.normalName())
        && HtmlTable.isKey(line)
        && isValue(firstWords(element), line);
  }

  /** Another key, or a title, only stands below a key that has no value. */
  private static boolean isValue(String words, String line) {
    String key = HtmlTitleLine.bare(line);
    return !HtmlTable.isLabel(words)
        && (NAMES.matcher(key).find() || !HtmlTitleLine.isTitle(words));
  }

  /** The box for a key's value, with nothing in it. */
  static boolean isEmptyValue(Element element, String line) {
    return VALUES.contains(element.normalName())
        && HtmlTable.isKey(line)
        && firstWords(element).isEmpty();
  }

  static boolean ends(Element element, String line) {
    return KEYS.contains(element.normalName()) && HtmlTable.isKey(line);
  }

  private static String firstWords(Element element) {
    Node at = element;
    for (int i = 0; at != null && i < MOST_STEPS; i++) {
      if (at instanceof TextNode words && !words.isBlank()) {
        return words.getWholeText().strip();
      }
      at = next(at, element);
    }
    return "";
  }

  private static Node next(Node node, Node within) {
    if (node.childNodeSize() > 0) {
      return node.childNode(0);
    }
    Node at = node;
    while (at != within && at.nextSibling() == null) {
      at = at.parent();
    }
    return at == within ? null : at.nextSibling();
  }
}
