package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page's own title: what its metadata names, or the heading that the window's title repeats. What
 * stands as heading without being repeated there may be the site's.
 */
final class HtmlTitle {
  /** What sites put around a page's title, on either side. */
  private static final Pattern PARTS =
      Pattern.compile("\\s*(?:[_|｜]|\\s[-–—]\\s|[-–—]{1,2}(?=[^-–—]*$))\\s*");

  /** A site, one of its parts, or the office that runs it: none of them is a text's title. */
  private static final Pattern SITE_NAME =
      Pattern.compile(
          "(?!.*关于).*(?:网|网站|门户|首页|平台|信息公开|官网|频道|栏目|系统|政府|委员会|办公室|办公厅|[厅局署委院会]|中心|详情|详情页|正文|预览)$");

  private static final String HEADINGS =
      "h1, h2, h3, [class*=title], [class*=tit], [class*=biaoti], [id*=title], ucaptitle";

  private static final int SHORTEST = 5;
  private static final int LONGEST = 160;

  private HtmlTitle() {}

  /** The title, or null where the page has none of its own. */
  static String of(Document page) {
    String named = tidy(HtmlReader.meta(page, "ArticleTitle"));
    if (isTitle(named)) {
      return named;
    }
    String window = tidy(page.title());
    String shared = tidy(HtmlReader.meta(page, "og:title"));
    String heading = repeated(page, window.isEmpty() ? shared : window);
    for (String candidate : List.of(shared, window)) {
      String part = ownPart(candidate);
      if (part != null
          && (heading == null || part.length() > heading.length() && isLine(page, part))) {
        return part;
      }
    }
    return heading;
  }

  /** Whether some element of the page holds just these words. */
  private static boolean isLine(Document page, String words) {
    String packed = pack(words);
    return page.body().getElementsContainingOwnText(words.substring(0, SHORTEST)).stream()
        .anyMatch(element -> pack(element.text()).equals(packed));
  }

  /** The longest heading that the window's title begins with or holds. */
  private static String repeated(Document page, String window) {
    String packed = pack(window);
    String best = null;
    for (Element element : page.body().select(HEADINGS)) {
      String text = tidy(element.text());
      boolean held =
          isTitle(text) && packed.contains(pack(text)) && !SITE_NAME.matcher(text).matches();
      if (held && (best == null || text.length() > best.length())) {
        best = text;
      }
    }
    return best;
  }

  /** The part of a window's title that is no site's name: the longest of those. */
  private static String ownPart(String window) {
    List<String> parts = new ArrayList<>();
    for (String part : PARTS.split(window)) {
      if (isTitle(part) && !SITE_NAME.matcher(part).matches()) {
        parts.add(part.strip());
      }
    }
    return parts.stream().reduce((a, b) -> b.length() > a.length() ? b : a).orElse(null);
  }

  private static boolean isTitle(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
        && !text.endsWith("…")
        && !text.endsWith("...");
  }

  private static String tidy(String text) {
    return text == null
        ? ""
        : text.replaceAll("<[^>]*>", "").replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  static String pack(String text) {
    return text == null ? "" : text.replaceAll("[\\s\\p{Z}]+", "");
  }
}
