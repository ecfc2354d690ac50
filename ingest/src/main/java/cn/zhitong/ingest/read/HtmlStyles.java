package cn.zhitong.ingest.read;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/** What the page's own style sheet says of its elements. */
final class HtmlStyles {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  static final Pattern RULE = Pattern.compile("(?<![^{}])([^{}]++)\\{([^{}]*+)\\}");

  /** Rules for paper, and for screens so narrow that a page is saved from none of them. */
  static final Pattern OTHER_MEDIA =
      Pattern.compile(
          "@media[^{]*(?:print|max-width|max-device-width)[^{]*+\\{(?:[^{}]*+\\{[^{}]*+\\})*+\\s*+\\}");

  private HtmlStyles() {}

  /**
   * Elements with a declaration that matches, and what its first group holds: the whole match where
   * it has none. Where several rules match, the last one counts.
   */
  static Map<Element, String> declared(Document page, Pattern declaration) {
    Map<Element, String> declared = new IdentityHashMap<>();
    for (Element style : page.select("style")) {
      String rules = COMMENT.matcher(style.data()).replaceAll("");
      rules = OTHER_MEDIA.matcher(rules).replaceAll("");
      rules = rules.replaceAll("@media[^{]*\\{", "").replaceAll("<!--|-->", "");
      Matcher rule = RULE.matcher(rules);
      while (rule.find()) {
        Matcher found = declaration.matcher(rule.group(2));
        if (found.find()) {
          String value = found.groupCount() == 0 ? found.group() : found.group(1);
          for (String selector : rule.group(1).split(",")) {
            select(page, selector.strip(), value, declared);
          }
        }
      }
    }
    return declared;
  }

  private static void select(
      Document page, String selector, String value, Map<Element, String> declared) {
    try {
      page.body().select(selector).forEach(element -> declared.put(element, value));
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      // A selector that only a browser knows, such as ::before, says nothing of the page's text.
      return;
    }
  }
}
