package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Makes tables of what styles display as tables: rows and cells that a page has as boxes. */
final class HtmlDisplay {
  private static final Pattern DISPLAY =
      Pattern.compile(
          "(?:^|[;{\\s])display\\s{0,9}:\\s{0,9}([a-z-]{1,30})", Pattern.CASE_INSENSITIVE);

  private static final Map<String, String> TAGS =
      Map.of(
          "table", "table",
          "inline-table", "table",
          "table-row-group", "tbody",
          "table-header-group", "thead",
          "table-footer-group", "tfoot",
          "table-row", "tr",
          "table-cell", "td",
          "table-caption", "caption");

  private HtmlDisplay() {}

  static void tables(Document page) {
    Map<Element, String> displays = HtmlStyles.declared(page, DISPLAY);
    for (Element element : page.body().select("[style]")) {
      Matcher own = DISPLAY.matcher(element.attr("style"));
      if (own.find()) {
        displays.put(element, own.group(1));
      }
    }
    Map<Element, String> tags = new IdentityHashMap<>();
    displays.forEach(
        (element, display) -> {
          String tag = TAGS.get(display.toLowerCase(Locale.ROOT));
          if (tag != null && !TAGS.containsValue(element.normalName())) {
            tags.put(element, tag);
          }
        });
    tags.forEach(
        (element, tag) -> {
          if (tag.equals("table")) {
            table(element, tags);
          }
        });
  }

  /** What lays out a page or is a menu of links stays as it is. */
  private static void table(Element table, Map<Element, String> tags) {
    Map<Element, String> names = new IdentityHashMap<>();
    rename(table, tags, names);
    int linked = table.select("a[href]").stream().mapToInt(link -> link.text().length()).sum();
    if (!HtmlTable.isData(table) || linked * 2 > table.text().length()) {
      names.forEach(Element::tagName);
    }
  }

  /** Parts of a table stand one in the other, so that only parts are looked into. */
  private static void rename(Element table, Map<Element, String> tags, Map<Element, String> names) {
    List<Element> parts = new ArrayList<>(List.of(table));
    while (!parts.isEmpty()) {
      Element part = parts.remove(parts.size() - 1);
      names.put(part, part.tagName());
      part.tagName(tags.get(part));
      for (Element child : part.children()) {
        if (!tags.getOrDefault(child, "table").equals("table") && !names.containsKey(child)) {
          parts.add(child);
        }
      }
    }
  }
}
