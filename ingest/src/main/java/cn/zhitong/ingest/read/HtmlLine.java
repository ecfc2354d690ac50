package cn.zhitong.ingest.read;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * A line of a page as a browser would break it.
 *
 * @param cells the cells, where it is a row of a table; else empty
 * @param table index of the table, or -1
 * @param linkChars characters inside links
 * @param links how many links
 * @param file whether a link leads to a file, such as an attachment
 * @param inContent inside the element that holds the article
 * @param inChrome inside a menu, a footer, a share bar or the like
 * @param title inside a heading or an element named as title
 * @param at the element in which the line begins
 * @param pictures how many pictures of the article stand before it
 */
record HtmlLine(
    String text,
    List<String> cells,
    int table,
    int linkChars,
    int links,
    boolean file,
    boolean inContent,
    boolean inChrome,
    boolean title,
    Element at,
    int pictures) {
  /** Shorter text with a full stop may be a slogan or a notice of the site. */
  private static final int SENTENCE_CHARS = 15;

  private static final Pattern KEY_LINE =
      Pattern.compile(
          "[【\\[［]?\\s*(?:索\\s*引\\s*号|发文字号|文\\s*号|发布机构|发布机关|发布单位|发文机构|信息来源|来\\s*源|稿件来源|文件状态|是否有效|时效性|发文机关|发文单位|公开主体|制发机关|成文日期|生成日期|发布日期|公布日期|发文日期|发布时间|印发日期|实施日期|施行日期|失效日期"
              + "|主题分类|体裁分类|有\\s*效\\s*性|效力状态|标\\s*题|名\\s*称|文章标题|文章来源|内容来源|发布来源|信息提供|提供单位|供稿单位|供稿)\\s*[:：\\s】\\]］].*",
          Pattern.DOTALL);

  private static final Pattern HEAD_LINE =
      Pattern.compile(
          "[（(]?\\p{IsHan}{1,12}[\\[〔【(（]\\d{4}[\\]〕】)）]\\s?第?\\d{1,5}号[）)]?(?:[\\s\\u3000\\u00a0].{0,40})?|(?:\\p{IsHan}{2,6}[:：]\\s*)?\\d{4}[-年/.]\\d{1,2}[-月/.]\\d{1,2}日?(?:[\\s\\u3000\\u00a0].{0,40})?"
              + "|\\p{IsHan}{2,38}(?:政府|厅|局|委|署|部|院|会|办公室|主席)(?:令|公告|通告|文件)"
              + "|[（(〔]?(?:\\d{4}年)?第[\\d一二三四五六七八九十百零〇]{1,7}号[）)〕]?");

  private static final Pattern SITE_NOTICE =
      Pattern.compile(".*(?:版权所有|ICP备|公网安备|网站标识码|浏览器|Copyright|主办单位|技术支持).*", Pattern.DOTALL);

  /** The same line as the page's title, in these words. */
  HtmlLine asTitle(String words) {
    return new HtmlLine(words, List.of(), -1, 0, 0, false, inContent, inChrome, true, at, pictures);
  }

  HtmlLine withText(String words) {
    return new HtmlLine(
        words, cells, table, linkChars, links, file, inContent, inChrome, title, at, pictures);
  }

  boolean mostlyLinks() {
    return linkChars * 2 > text.length();
  }

  boolean isSentence() {
    return text.length() >= SENTENCE_CHARS
        && (text.indexOf('。') >= 0 || text.indexOf('；') >= 0)
        && !mostlyLinks()
        && !(inChrome && SITE_NOTICE.matcher(text).matches());
  }

  boolean isKeyLine() {
    return KEY_LINE.matcher(text).matches() && !mostlyLinks();
  }

  /** Document number or date, as pages print them under the title. */
  boolean isHeadLine() {
    return HEAD_LINE.matcher(text).matches() && !mostlyLinks();
  }
}
