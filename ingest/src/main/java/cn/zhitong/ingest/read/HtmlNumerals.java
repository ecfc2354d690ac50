package cn.zhitong.ingest.read;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Writes the numbers that a browser makes for ordered lists into the page. */
final class HtmlNumerals {
  private static final Pattern STYLE =
      Pattern.compile("list-style(?:-type)?\\s*:\\s*([^;!}]+)", Pattern.CASE_INSENSITIVE);

  /** Formats by attribute and by style, under the names that .docx uses. */
  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("1", "decimal"),
          Map.entry("a", "lowerLetter"),
          Map.entry("A", "upperLetter"),
          Map.entry("i", "lowerRoman"),
          Map.entry("I", "upperRoman"),
          Map.entry("decimal", "decimal"),
          Map.entry("decimal-leading-zero", "decimalZero"),
          Map.entry("lower-alpha", "lowerLetter"),
          Map.entry("lower-latin", "lowerLetter"),
          Map.entry("upper-alpha", "upperLetter"),
          Map.entry("upper-latin", "upperLetter"),
          Map.entry("lower-roman", "lowerRoman"),
          Map.entry("upper-roman", "upperRoman"),
          Map.entry("cjk-ideographic", "chineseCounting"),
          Map.entry("simp-chinese-informal", "chineseCounting"),
          Map.entry("trad-chinese-informal", "chineseCounting"),
          Map.entry("cjk-decimal", "ideographDigital"),
          Map.entry("cjk-heavenly-stem", "ideographTraditional"),
          Map.entry("simp-chinese-formal", "chineseLegalSimplified"));

  private static final Pattern NUMBERED =
      Pattern.compile("^\\s*(?:[（(]?[\\d一二三四五六七八九十百]{1,4}[）)、.．]|第.{1,5}[条章节]).*", Pattern.DOTALL);

  private HtmlNumerals() {}

  static void write(Document page) {
    Map<Element, String> styled = HtmlStyles.declared(page, STYLE);
    for (Element list : page.body().select("ol")) {
      List<Element> items =
          list.children().stream().filter(e -> e.normalName().equals("li")).toList();
      boolean reversed = list.hasAttr("reversed");
      int number = number(list, "start", reversed ? items.size() : 1);
      String listFormat = format(list, named(styled.get(list), "decimal"));
      for (Element item : items) {
        number = number(item, "value", number);
        String format = format(item, named(styled.get(item), listFormat));
        if (!format.equals("none") && !NUMBERED.matcher(item.text()).matches()) {
          String mark = format.startsWith("chinese") || format.startsWith("ideograph") ? "、" : ". ";
          // In front of the words: a paragraph inside the item would break the line behind it.
          first(item).prependChild(new TextNode(Numerals.render(format, number) + mark));
        }
        number += reversed ? -1 : 1;
      }
    }
  }

  /** The innermost element with which the item's text begins. */
  private static Element first(Element item) {
    Element at = item;
    while (at.childrenSize() > 0
        && at.ownText().isBlank()
        && !at.child(0).text().isBlank()
        && !at.child(0).normalName().matches("ol|ul|table")) {
      at = at.child(0);
    }
    return at;
  }

  private static int number(Element element, String attribute, int fallback) {
    String value = element.attr(attribute).strip();
    return value.matches("-?\\d{1,6}") ? Integer.parseInt(value) : fallback;
  }

  private static String format(Element element, String fallback) {
    Matcher style = STYLE.matcher(element.attr("style"));
    String byStyle = style.find() ? named(style.group(1), null) : null;
    return byStyle != null ? byStyle : FORMATS.getOrDefault(element.attr("type").strip(), fallback);
  }

  /** The format that a list-style names; the fallback where it names none. */
  private static String named(String style, String fallback) {
    for (String word : style == null ? new String[0] : style.strip().split("\\s+")) {
      String name = word.toLowerCase(Locale.ROOT);
      if (name.equals("none") || FORMATS.containsKey(name)) {
        return FORMATS.getOrDefault(name, "none");
      }
    }
    return fallback;
  }
}
