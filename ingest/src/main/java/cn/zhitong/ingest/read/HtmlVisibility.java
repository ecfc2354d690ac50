package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Takes out of a page what a browser does not show or shows struck through: by element, attribute,
 * its own style, or a rule of the page's own style sheet.
 */
final class HtmlVisibility {
  private static final Pattern UNSEEN =
      Pattern.compile(
          "(?:^|[;{\\s])(?:display\\s*:\\s*none|visibility\\s*:\\s*(?:hidden|collapse)|font-size\\s*:\\s*0(?:\\.0+)?(?:px|pt|em|rem|%)?\\s*(?:;|!|$)"
              + "|text-decoration(?:-line)?\\s*:[^;]*line-through|mso-hide\\s*:\\s*all)",
          Pattern.CASE_INSENSITIVE);

  /** Pages hide the parts of tabs and long texts until a click: more than this is the text. */
  private static final double MOST = .5;

  private HtmlVisibility() {}

  static void prune(Document page) {
    int total = page.body().text().length();
    List<Element> unseen = new ArrayList<>(page.body().select("del, s, strike, [hidden]"));
    for (Element element : page.body().select("[style]")) {
      if (UNSEEN.matcher(element.attr("style")).find()) {
        unseen.add(element);
      }
    }
    unseen.addAll(HtmlStyles.declared(page, UNSEEN).keySet());
    for (Element element : unseen) {
      if (element != page.body() && element.text().length() <= MOST * total) {
        element.remove();
      }
    }
  }
}
