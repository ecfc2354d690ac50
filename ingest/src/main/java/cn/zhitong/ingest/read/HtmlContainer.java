package cn.zhitong.ingest.read;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Finds the element that holds a page's article. What counts is prose outside links, more so where
 * it is numbered as official texts are; lists of linked headlines with their first words count
 * nothing, nor do a site's remarks about itself.
 *
 * @param content the element; null where the page has no prose
 * @param teasers elements that are such lists
 * @param linkBoxes elements whose text is links to other pages and nothing else
 */
record HtmlContainer(Element content, Set<Element> teasers, Set<Element> linkBoxes) {
  /** Containers that China's government sites are known to use. */
  private static final String CONTAINERS =
      ".TRS_Editor, .TRS_UEDITOR, .trs_editor_view, .trs_paper_default, #UCAP-CONTENT,"
          + " .pages_content, #zoom, #Zoom, .zoom, #zoomcon, .article-content, .article_con,"
          + " .article-con, .articleCon, #articleContent, .article_content, .artice_content,"
          + " .article, article, .wp_articlecontent, .v_news_content, #vsb_content, .news_content,"
          + " .news_cont, .xxgk_content, .xxgk-content, .detail-content, .detail_content,"
          + " .con_text, .content_text, .main-txt, .view, .bt_content, .Custom_UnionStyle,"
          + " #content, .content";

  /** A known container with less than this of the page's prose is another box. */
  private static final double ENOUGH = .6;

  /** An unknown one has to hold this much; a page's feet and side boxes have the rest. */
  private static final double NEARLY_ALL = .7;

  /** What a clause's numeral adds: short clauses must outweigh a long remark in the page's foot. */
  private static final int NUMBERED = 20;

  /** Fewer linked headlines than this are no list. */
  private static final int LEAST_TEASERS = 3;

  private static final int HEADLINE = 6;

  private static final int LONGEST_REMARK = 120;

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

  /** Boxes of links; a paragraph or a cell of links may be the author's. */
  private static final Set<String> LINK_BOXES =
      Set.of("div", "section", "ul", "ol", "dl", "form", "center", "aside", "nav");

  /** A single link may be the policy that a text is about. */
  private static final int LEAST_LINKS = 2;

  /** What stands between the links of a box. */
  private static final Pattern BETWEEN_LINKS = Pattern.compile("[\\s\\p{Z}|｜·•>＞»/*-]{1,20}");

  /** Linked words that belong to a text: its attachments, its clauses. */
  private static final Pattern OWN_LINK = Pattern.compile("[（(]?(?:相关)?附(?:件|表|录).{0,200}");

  private static final Set<String> BLOCKS =
      Set.of(
          "p", "div", "table", "ul", "ol", "section", "h1", "h2", "h3", "h4", "blockquote", "dl");

  static final Pattern CLAUSE =
      Pattern.compile(
          "\\s*(?:第[一二三四五六七八九十百零〇\\d]{1,6}[编章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\\d{1,2}[.．、](?!\\d)).*",
          Pattern.DOTALL);

  private static final Pattern SITE_REMARK =
      Pattern.compile(
          ".*(?:版权所有|ICP备|公网安备|网站标识码|浏览器|分辨率|Copyright|主办单位|技术支持|本网站|本站|门户网站|转载|您(?:的|对|好|现在|访问)).*",
          Pattern.DOTALL);

  static HtmlContainer of(Element body) {
    Weights weights = new Weights();
    NodeTraversor.traverse(weights, body);
    Map<Element, Extent> extents = weights.extents;
    int total = extents.get(body).prose;
    if (total == 0) {
      return new HtmlContainer(null, weights.teasers, weights.linkBoxes);
    }
    Element best = null;
    int bestChars = Integer.MAX_VALUE;
    for (Element candidate : body.select(CONTAINERS)) {
      Extent extent = extents.get(candidate);
      if (extent != null && extent.prose >= ENOUGH * total && extent.chars < bestChars) {
        best = candidate;
        bestChars = extent.chars;
      }
    }
    Element content = best != null ? best : dominant(body, total, extents);
    return new HtmlContainer(content, weights.teasers, weights.linkBoxes);
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
            && extent.prose >= NEARLY_ALL * total) {
          at = child;
          deeper = true;
          break;
        }
      }
    }
    return at;
  }

  /** What a site says of itself, in a sentence or two; a longer text only mentions such things. */
  static boolean isRemark(String text) {
    return text.length() <= LONGEST_REMARK && SITE_REMARK.matcher(text).matches();
  }

  static boolean isLink(Element element) {
    return element.normalName().equals("a")
        && (element.hasAttr("href") || element.hasAttr("onclick"));
  }

  /** How much stands in an element. */
  private static final class Extent {
    private int chars;
    private int links;
    private int prose;
    private int children;
    private int headlines;
    private boolean blocks;
    private int anchors;

    /** Words that are no link to another page. */
    private boolean words;

    private Boolean beginsWithLink;
  }

  /** Counted once from the leaves up: hostile pages nest a hundred thousand deep. */
  private static final class Weights implements NodeVisitor {
    private final Map<Element, Extent> extents = new IdentityHashMap<>();
    private final Set<Element> teasers = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Element> linkBoxes = Collections.newSetFromMap(new IdentityHashMap<>());
    private int inLinks;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        extents.put(element, new Extent());
        inLinks += isLink(element) ? 1 : 0;
      }
    }

    @Override
    public void tail(Node node, int depth) {
      Extent parent = node.parent() instanceof Element e ? extents.get(e) : null;
      if (node instanceof Element element) {
        inLinks -= isLink(element) ? 1 : 0;
        element(element, parent);
      } else if (node instanceof TextNode text && parent != null) {
        text(text.getWholeText().strip(), parent);
      }
    }

    private void text(String text, Extent parent) {
      if (text.isEmpty()) {
        return;
      }
      parent.chars += text.length();
      parent.beginsWithLink = parent.beginsWithLink == null ? inLinks > 0 : parent.beginsWithLink;
      parent.words |=
          inLinks > 0
              ? OWN_LINK.matcher(text).matches()
                  || CLAUSE.matcher(text).matches()
                  || text.indexOf('。') >= 0
              : !BETWEEN_LINKS.matcher(text).matches();
      if (inLinks > 0) {
        parent.links += text.length();
      } else {
        parent.prose += prose(text);
      }
    }

    private void element(Element element, Extent parent) {
      Extent own = extents.get(element);
      if (own.children >= LEAST_TEASERS && own.headlines * 5 >= own.children * 4) {
        own.prose = 0;
        teasers.add(element);
      }
      if (parent == null || own.chars == 0) {
        return;
      }
      if (isLink(element)) {
        own.anchors++;
        own.words |= element.attr("href").startsWith("#") || HtmlLines.isFile(element);
      }
      if (LINK_BOXES.contains(element.normalName()) && own.anchors >= LEAST_LINKS && !own.words) {
        linkBoxes.add(element);
      }
      parent.anchors += own.anchors;
      parent.words |= own.words;
      boolean headline = Boolean.TRUE.equals(own.beginsWithLink) && own.links >= HEADLINE;
      parent.chars += own.chars;
      parent.links += own.links;
      parent.prose += own.prose;
      parent.children++;
      parent.headlines += headline ? 1 : 0;
      parent.blocks |= own.blocks || BLOCKS.contains(element.normalName());
      parent.beginsWithLink =
          parent.beginsWithLink == null ? own.beginsWithLink : parent.beginsWithLink;
    }
  }

  private static int prose(String text) {
    boolean clause = CLAUSE.matcher(text).matches();
    if (!clause && isRemark(text)) {
      return 0;
    }
    boolean stop = text.indexOf('。') >= 0 || text.indexOf('；') >= 0 || text.indexOf('，') >= 0;
    return (stop ? text.length() : 0) + (clause ? NUMBERED : 0);
  }
}
