package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Breaks a page into lines. Works node by node: hostile pages nest a hundred thousand deep. */
final class HtmlLines implements NodeFilter {
  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "iframe",
          "object",
          "select",
          "button",
          "textarea",
          "input",
          "video",
          "audio",
          "canvas",
          "head");

  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "b",
          "big",
          "bdi",
          "bdo",
          "cite",
          "code",
          "del",
          "dfn",
          "em",
          "font",
          "i",
          "ins",
          "kbd",
          "label",
          "mark",
          "o:p",
          "q",
          "s",
          "small",
          "span",
          "strong",
          "strike",
          "sub",
          "sup",
          "time",
          "tt",
          "u",
          "var",
          "wbr",
          "st1:chsdate",
          "img");

  private static final Pattern CHROME =
      Pattern.compile(
          "(?:^|[-_\\s])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|location|position|share|bshare|bdsharebuttonbox|social|footer|foot|copyright|sidebar"
              + "|aside|toolbar|pagination|pager|related|relation|recommend|hotlist|login|search|searchbox|banner|topbar|qrcode|ewm|jiathis|print|fontsize|tools?)(?:[-_\\s\\d]|$)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FILE =
      Pattern.compile(
          "\\.(?:docx?|wps|xlsx?|et|pdf|ofd|zip|rar|7z|pptx?|txt|jpe?g|png|tiff?)(?:[?#&].*)?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BREAK = Pattern.compile("\\r?\\n");
  private static final Pattern PRE_STYLE =
      Pattern.compile("white-space\\s*:\\s*(?:pre|break-spaces)", Pattern.CASE_INSENSITIVE);

  private static final Set<String> CHROME_TAGS = Set.of("nav", "footer", "aside", "menu");

  private static final Pattern TITLE =
      Pattern.compile(
          "(?:^|[-_\\s])(?:title|tit|bt|biaoti|arctitle|articletitle)(?:[-_\\s\\d]|$)",
          Pattern.CASE_INSENSITIVE);

  private final Element content;
  private final List<HtmlLine> lines = new ArrayList<>();
  private final List<Element> pictures = new ArrayList<>();
  private final boolean wholePage;
  private final StringBuilder text = new StringBuilder();
  private int linkChars;
  private int links;

  /** Links in the line so far, and whether one leads to a file. */
  private int lineLinks;

  private boolean file;

  /** Pictures before the line. */
  private int lineStart;

  private Element at;
  private int chrome;
  private int preformatted;
  private int titles;
  private int tables;
  private boolean inContent;

  private HtmlLines(Element content, boolean wholePage) {
    this.content = content;
    this.wholePage = wholePage;
  }

  /** Lines of a page, and pictures of its article in the same order. */
  record Broken(List<HtmlLine> lines, List<Element> pictures) {}

  /**
   * @param content the element that holds the article; null when none is known
   */
  static Broken of(Element body, Element content) {
    HtmlLines lines = new HtmlLines(content, content == null || content == body);
    NodeTraversor.filter(lines, body);
    lines.flush();
    return new Broken(lines.lines, lines.pictures);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode textNode) {
      String[] printed = preformatted > 0 ? BREAK.split(textNode.getWholeText(), -1) : null;
      for (int i = 0; printed != null && i < printed.length - 1; i++) {
        append(printed[i], textNode);
        flush();
      }
      append(printed == null ? textNode.getWholeText() : printed[printed.length - 1], textNode);
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    String tag = element.normalName();
    if (SKIPPED.contains(tag)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    picture(element);
    if (HtmlKeys.joins(element, text.toString())) {
      // Key and value stand in boxes of their own: the blank that a reader sees between them.
      text.append(text.toString().strip().matches(".*[:：】\\]］]") ? "" : "  ");
    } else if (!INLINE.contains(tag)) {
      flush();
    }
    if (element == content) {
      inContent = true;
    }
    if (HtmlContainer.isLink(element)) {
      links++;
      lineLinks++;
      file |= isFile(element);
    }
    chrome += isChrome(element) ? 1 : 0;
    preformatted += isPreformatted(element) ? 1 : 0;
    titles += isTitle(element) ? 1 : 0;
    if (tag.equals("table") && HtmlTable.isData(element)) {
      table(element);
      leave(element);
      return FilterResult.SKIP_ENTIRELY;
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && !SKIPPED.contains(element.normalName())) {
      if (!INLINE.contains(element.normalName()) && !HtmlKeys.ends(element, text.toString())
          || HtmlKeys.isEmptyValue(element, text.toString())) {
        flush();
      }
      leave(element);
    }
    return FilterResult.CONTINUE;
  }

  private void append(String words, TextNode node) {
    String part = words.replaceAll("[\\t\\n\\r\\f ]+", " ");
    at = at == null && !part.isBlank() ? node.parent() : at;
    text.append(part);
    linkChars += links > 0 ? part.strip().length() : 0;
  }

  /** Where breaks of the source are breaks of the page. */
  private static boolean isPreformatted(Element element) {
    return element.normalName().equals("pre") || PRE_STYLE.matcher(element.attr("style")).find();
  }

  /** A page without a container of its own has its site's linked pictures beside the text. */
  private void picture(Element element) {
    if (element.normalName().equals("img")
        && (wholePage ? links == 0 : inContent)
        && HtmlPictures.isPicture(element)) {
      pictures.add(element);
    }
  }

  private void leave(Element element) {
    links -= HtmlContainer.isLink(element) ? 1 : 0;
    chrome -= isChrome(element) ? 1 : 0;
    preformatted -= isPreformatted(element) ? 1 : 0;
    titles -= isTitle(element) ? 1 : 0;
    if (element == content) {
      inContent = false;
    }
  }

  private void table(Element table) {
    Element caption = table.selectFirst("> caption");
    if (caption != null) {
      text.append(caption.text());
      at = caption;
      flush();
    }
    for (List<String> row : HtmlTable.rows(table)) {
      String joined = String.join("", row);
      if (!joined.isBlank()) {
        lines.add(
            new HtmlLine(
                joined,
                row,
                tables,
                0,
                0,
                false,
                inContent,
                chrome > 0,
                false,
                table,
                pictures.size()));
      }
    }
    table.select("img").forEach(this::picture);
    tables++;
  }

  private void flush() {
    String line = text.toString();
    if (!line.isBlank()) {
      lines.add(
          new HtmlLine(
              line,
              List.of(),
              -1,
              linkChars,
              lineLinks,
              file,
              inContent,
              chrome > 0,
              titles > 0,
              at,
              lineStart));
    }
    text.setLength(0);
    linkChars = 0;
    lineLinks = 0;
    file = false;
    at = null;
    lineStart = pictures.size();
  }

  static boolean isFile(Element link) {
    return FILE.matcher(link.attr("href")).find();
  }

  private static boolean isChrome(Element element) {
    return CHROME_TAGS.contains(element.normalName())
        || CHROME.matcher(element.className()).find()
        || CHROME.matcher(element.id()).find();
  }

  private static boolean isTitle(Element element) {
    String tag = element.normalName().toLowerCase(Locale.ROOT);
    return tag.equals("h1")
        || tag.equals("h2")
        || tag.equals("ucaptitle")
        || TITLE.matcher(element.className()).find()
        || TITLE.matcher(element.id()).find();
  }
}
