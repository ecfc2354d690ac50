package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Picks the article out of a page: the element that holds nearly all of its sentences, and above it
 * the title and the table of keys. A sentence behind that element is kept all the same, since
 * elements are sometimes closed too early.
 */
final class HtmlArticle {
  /** Containers that China's government sites are known to use. */
  private static final String CONTAINERS =
      ".TRS_Editor, .TRS_UEDITOR, .trs_editor_view, .trs_paper_default, #UCAP-CONTENT,"
          + " .pages_content, #zoom, #Zoom, .zoom, #zoomcon, .article-content, .article_con,"
          + " .article-con, .articleCon, #articleContent, .article_content, .artice_content,"
          + " .article, article, .wp_articlecontent, .v_news_content, #vsb_content, .news_content,"
          + " .news_cont, .xxgk_content, .xxgk-content, .detail-content, .detail_content,"
          + " .con_text, .content_text, .main-txt, .view, .bt_content, .Custom_UnionStyle,"
          + " #content, .content";

  /** A known container with less than this of the page's sentences is another box. */
  private static final double ENOUGH = .6;

  /** An unknown one has to hold this much to be the article's. */
  private static final double NEARLY_ALL = .85;

  private static final Set<String> BOXES =
      Set.of(
          "div",
          "article",
          "section",
          "main",
          "form",
          "center",
          "table",
          "tbody",
          "tr",
          "td",
          "ucapcontent",
          "founder-content",
          "dl",
          "dd",
          "ul",
          "li",
          "fieldset");

  private static final Set<String> BLOCKS =
      Set.of(
          "p", "div", "table", "ul", "ol", "section", "h1", "h2", "h3", "h4", "blockquote", "dl");

  private HtmlArticle() {}

  static List<HtmlLine> lines(Document page, String titleHint) {
    Element content = container(page.body());
    List<HtmlLine> lines = joinTitle(HtmlLines.of(page.body(), content), titleHint);
    return content == page.body() || content == null
        ? byDensity(lines, titleHint)
        : byContainer(lines, titleHint);
  }

  /** The smallest known container with most of the page's sentences, else the dominant element. */
  static Element container(Element body) {
    Map<Element, Extent> extents = extents(body);
    int total = extents.get(body).sentences;
    if (total == 0) {
      return null;
    }
    Element best = null;
    int bestChars = Integer.MAX_VALUE;
    for (Element candidate : body.select(CONTAINERS)) {
      Extent extent = extents.get(candidate);
      if (extent != null && extent.sentences >= ENOUGH * total && extent.chars < bestChars) {
        best = candidate;
        bestChars = extent.chars;
      }
    }
    return best != null ? best : dominant(body, total, extents);
  }

  /** How much stands in an element. */
  private static final class Extent {
    private int chars;
    private int sentences;
    private boolean blocks;
  }

  /** Counted once from the leaves up: hostile pages nest a hundred thousand deep. */
  private static Map<Element, Extent> extents(Element body) {
    Map<Element, Extent> extents = new IdentityHashMap<>();
    NodeTraversor.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof Element element) {
              extents.put(element, new Extent());
            }
          }

          @Override
          public void tail(Node node, int depth) {
            Extent parent = node.parent() instanceof Element e ? extents.get(e) : null;
            if (parent == null) {
              return;
            }
            if (node instanceof TextNode text) {
              int chars = text.getWholeText().strip().length();
              parent.chars += chars;
              parent.sentences += hasStop(text.getWholeText()) ? chars : 0;
            } else if (node instanceof Element element) {
              Extent own = extents.get(element);
              parent.chars += own.chars;
              parent.sentences += own.sentences;
              parent.blocks |= own.blocks || BLOCKS.contains(element.normalName());
            }
          }
        },
        body);
    return extents;
  }

  private static Element dominant(Element body, int total, Map<Element, Extent> extents) {
    Element at = body;
    boolean deeper = true;
    while (deeper) {
      deeper = false;
      for (Element child : at.children()) {
        Extent extent = extents.get(child);
        // An element without blocks in it is a paragraph, whatever its name.
        if (BOXES.contains(child.normalName())
            && extent.blocks
            && extent.sentences >= NEARLY_ALL * total) {
          at = child;
          deeper = true;
          break;
        }
      }
    }
    return at;
  }

  private static boolean hasStop(String text) {
    return text.indexOf('。') >= 0 || text.indexOf('；') >= 0 || text.indexOf('，') >= 0;
  }

  private static List<HtmlLine> byContainer(List<HtmlLine> lines, String titleHint) {
    int title = titleLine(lines, titleHint);
    List<HtmlLine> kept = new ArrayList<>();
    boolean before = true;
    for (int i = 0; i < lines.size(); i++) {
      HtmlLine line = lines.get(i);
      before &= !line.inContent();
      boolean aboveTitle = i < title;
      boolean article = line.inContent() && !(line.inChrome() && line.mostlyLinks());
      boolean stray = line.isSentence() && !before && !line.inChrome();
      boolean head = !line.inChrome() && line.isHeadLine() && (before || aboveTitle);
      if (i == title || line.isKeyLine() || head || !aboveTitle && (article || stray)) {
        kept.add(line);
      }
    }
    return kept;
  }

  /**
   * The line that is the page's title; where none is, the first heading that is no path of links.
   */
  private static int titleLine(List<HtmlLine> lines, String titleHint) {
    String hint = bare(titleHint);
    int last = -1;
    for (int i = 0; i < lines.size() && !hint.isEmpty(); i++) {
      HtmlLine line = lines.get(i);
      if (bare(line.text()).equals(hint) && (!line.mostlyLinks() || last < 0)) {
        last = i;
        if (line.title() || line.inContent()) {
          return i;
        }
      }
      if (line.inContent() && line.isSentence()) {
        break;
      }
    }
    if (last >= 0) {
      return last;
    }
    for (int i = 0; i < lines.size(); i++) {
      HtmlLine line = lines.get(i);
      if (line.inContent() && line.isSentence()) {
        return -1;
      }
      if (line.title()
          && line.linkChars() == 0
          && !line.inChrome()
          && bare(line.text()).length() >= 6) {
        return i;
      }
    }
    return -1;
  }

  private static List<HtmlLine> byDensity(List<HtmlLine> lines, String titleHint) {
    int title = titleLine(lines, titleHint);
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
      boolean plain = i >= title && !line.inChrome() && (within || !line.mostlyLinks());
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
