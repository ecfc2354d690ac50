package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Picks the article out of a page. Containers that China's government sites are known to use say
 * where it is; a sentence outside of them is kept all the same, since containers are sometimes
 * closed too early.
 */
final class HtmlArticle {
  private static final String CONTAINERS =
      ".TRS_Editor, .TRS_UEDITOR, .trs_editor_view, .trs_paper_default, #UCAP-CONTENT, .pages_content,"
          + " #zoom, #Zoom, .zoom, #zoomcon, .article-content, .article_con, .article-con, .articleCon,"
          + " #articleContent, .article_content, .artice_content, .article, article, .wp_articlecontent, .v_news_content,"
          + " #vsb_content, .news_content, .news_cont, .xxgk_content, .xxgk-content, .detail-content, .detail_content,"
          + " .con_text, .content_text, .main-txt, .view, .bt_content, .Custom_UnionStyle, #content, .content";

  /** A container with less than this of the page's sentences is another box. */
  private static final double ENOUGH = .6;

  private HtmlArticle() {}

  static List<HtmlLine> lines(Document page, String titleHint) {
    Element content = container(page.body());
    List<HtmlLine> lines = joinTitle(HtmlLines.of(page.body(), content), titleHint);
    return content == null ? byDensity(lines) : byContainer(lines, titleHint);
  }

  /** The smallest known container among those with most of the page's sentences. */
  private static Element container(Element body) {
    int total = sentenceChars(body);
    Element best = null;
    int bestChars = Integer.MAX_VALUE;
    for (Element candidate : body.select(CONTAINERS)) {
      int chars = candidate.text().length();
      if (sentenceChars(candidate) >= ENOUGH * total && chars > 0 && chars < bestChars) {
        best = candidate;
        bestChars = chars;
      }
    }
    return best;
  }

  private static int sentenceChars(Element element) {
    int[] chars = new int[1];
    element.traverse(
        (node, depth) -> {
          if (node instanceof TextNode text && hasStop(text.getWholeText())) {
            chars[0] += text.getWholeText().length();
          }
        });
    return chars[0];
  }

  private static boolean hasStop(String text) {
    return text.indexOf('。') >= 0 || text.indexOf('；') >= 0 || text.indexOf('，') >= 0;
  }

  private static List<HtmlLine> byContainer(List<HtmlLine> lines, String titleHint) {
    List<HtmlLine> kept = new ArrayList<>();
    boolean before = true;
    boolean titled = false;
    for (HtmlLine line : lines) {
      before &= !line.inContent();
      boolean title = before && !titled && !line.inChrome() && isTitle(line, titleHint);
      titled |= title;
      if (line.isSentence()
          || (line.inContent() && !(line.inChrome() && line.mostlyLinks()))
          || line.isKeyLine()
          || title
          || (before && !line.inChrome() && line.isHeadLine())) {
        kept.add(line);
      }
    }
    return kept;
  }

  private static boolean isTitle(HtmlLine line, String titleHint) {
    if (line.mostlyLinks()) {
      return false;
    }
    String text = bare(line.text());
    return text.equals(bare(titleHint)) || (line.title() && text.length() >= 6);
  }

  private static List<HtmlLine> byDensity(List<HtmlLine> lines) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isSentence()) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    List<HtmlLine> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      HtmlLine line = lines.get(i);
      boolean within = i >= first && i <= last;
      boolean plain = !line.inChrome() && (within || !line.mostlyLinks());
      if (line.isSentence() || line.isKeyLine() || plain) {
        kept.add(line);
      }
    }
    return kept;
  }

  /** A title that the page breaks over lines is whole in the page's own metadata. */
  private static List<HtmlLine> joinTitle(List<HtmlLine> lines, String titleHint) {
    String hint = bare(titleHint);
    for (int i = 0; i < lines.size() && !hint.isEmpty(); i++) {
      StringBuilder joined = new StringBuilder(lines.get(i).text());
      for (int n = 1; n <= 3 && i + n < lines.size() && lines.get(i + n).table() < 0; n++) {
        joined.append(lines.get(i + n).text().strip());
        if (bare(joined.toString()).equals(hint)) {
          HtmlLine head = lines.get(i);
          List<HtmlLine> out = new ArrayList<>(lines.subList(0, i));
          out.add(
              new HtmlLine(
                  joined.toString(), List.of(), -1, 0, head.inContent(), head.inChrome(), true));
          out.addAll(lines.subList(i + n + 1, lines.size()));
          return out;
        }
      }
    }
    return lines;
  }

  private static String bare(String text) {
    return text == null ? "" : text.replaceAll("[\\s\\p{Z}]+", "");
  }
}
