package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Finds the line of a page that is its title, by what it says, where it stands and its markup. */
final class HtmlTitleLine {
  private static final String KINDS =
      "(?:通知|意见|办法|规定|条例|方案|公告|通告|通报|决定|批复|细则|措施|规划|计划|指南|解读|函|规则)[》”）)]*";

  private static final Pattern OFFICIAL =
      Pattern.compile(
          "(?:.{2,200}?(?:关于|印发|条例|办法|规定|意见|细则|方案)|关于|印发|转发).{0,100}" + KINDS, Pattern.DOTALL);

  /** A law's name, or what is said about one: 《某条例》答记者问. */
  private static final Pattern NAMED =
      Pattern.compile(".{4,60}" + KINDS + "|.{0,30}《[^《》]{4,80}》.{0,12}", Pattern.DOTALL);

  private static final Pattern GOES_ON = Pattern.compile("关于|印发|转发|公布|发布|批转");

  private static final Pattern OFFICE =
      Pattern.compile("[\\p{IsHan}（）()]{2,38}(?:政府|厅|局|委|署|部|院|会|办公室|中心)");

  private static final int MOST_OFFICES = 8;

  private HtmlTitleLine() {}

  /** The lines with the page's title on one line, where the page breaks it over several. */
  static List<HtmlLine> join(List<HtmlLine> lines, String titleHint) {
    return joinOffices(joinTitle(lines, titleHint), titleHint);
  }

  /**
   * The line that is the page's title. Where the page does not say: the first line above the
   * article that reads like an official title, else the last heading there, since a site's own name
   * and motto stand above it, else the same within the article.
   */
  static int of(List<HtmlLine> lines, String titleHint) {
    int last = hintedLine(lines, bare(titleHint));
    if (last >= 0) {
      return last;
    }
    int above = 0;
    while (above < lines.size() && !lines.get(above).inContent()) {
      above++;
    }
    int end = above;
    while (end < lines.size() && !lines.get(end).isSentence()) {
      end++;
    }
    int outside = likeliest(lines.subList(0, above), true);
    int inside = outside >= 0 ? -1 : likeliest(lines.subList(above, end), false);
    return inside >= 0 ? above + inside : outside;
  }

  /** 某市某局 on a line of its own belongs to 关于某事的通知 below it. */
  private static List<HtmlLine> joinOffices(List<HtmlLine> lines, String titleHint) {
    int title = of(lines, titleHint);
    if (title < 1 || !GOES_ON.matcher(bare(lines.get(title).text())).lookingAt()) {
      return lines;
    }
    int first = title;
    while (first > 0
        && title - first < MOST_OFFICES
        && lines.get(first - 1).linkChars() == 0
        && lines.get(first - 1).at() != null
        && isBeside(lines.get(first - 1).at(), lines.get(title).at())
        && OFFICE.matcher(bare(lines.get(first - 1).text())).matches()) {
      first--;
    }
    if (first == title) {
      return lines;
    }
    StringBuilder joined = new StringBuilder();
    lines.subList(first, title + 1).forEach(line -> joined.append(line.text().strip()).append(' '));
    List<HtmlLine> out = new ArrayList<>(lines.subList(0, first));
    out.add(lines.get(title).asTitle(joined.toString().strip()));
    out.addAll(lines.subList(title + 1, lines.size()));
    return out;
  }

  /** In one box, or in boxes that stand in one: a site's own name stands further away. */
  private static boolean isBeside(Element one, Element other) {
    return one == other
        || one == other.parent()
        || one.parent() == other
        || one.parent() == other.parent() && one.normalName().equals(other.normalName());
  }

  static boolean isTitle(String words) {
    return OFFICIAL.matcher(bare(words)).matches();
  }

  private static int likeliest(List<HtmlLine> lines, boolean lastHeading) {
    int official = -1;
    int named = -1;
    int heading = -1;
    for (int i = 0; i < lines.size(); i++) {
      HtmlLine line = lines.get(i);
      String words = bare(line.text());
      if (line.linkChars() > 0 || line.table() >= 0 || line.isKeyLine() || line.isHeadLine()) {
        continue;
      }
      boolean head = line.title() && !line.inChrome() && words.length() >= 6;
      boolean name = NAMED.matcher(words).matches();
      official = official < 0 && (OFFICIAL.matcher(words).matches() || head && name) ? i : official;
      named = name && lastHeading ? i : named;
      heading = head && (lastHeading || heading < 0) ? i : heading;
    }
    return official >= 0 ? official : heading >= 0 ? heading : named;
  }

  private static int hintedLine(List<HtmlLine> lines, String hint) {
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
    return last;
  }

  /** A title that the page breaks over lines is whole in the page's own metadata. */
  private static List<HtmlLine> joinTitle(List<HtmlLine> lines, String titleHint) {
    String hint = bare(titleHint);
    for (int i = 0; i < lines.size() && !hint.isEmpty(); i++) {
      StringBuilder joined = new StringBuilder(lines.get(i).text());
      for (int n = 1; n <= 3 && i + n < lines.size() && lines.get(i + n).table() < 0; n++) {
        joined.append(lines.get(i + n).text().strip());
        if (bare(joined.toString()).equals(hint)) {
          List<HtmlLine> out = new ArrayList<>(lines.subList(0, i));
          out.add(lines.get(i).asTitle(joined.toString()));
          out.addAll(lines.subList(i + n + 1, lines.size()));
          return out;
        }
      }
    }
    return lines;
  }

  static String bare(String text) {
    return text == null ? "" : text.replaceAll("[\\s\\p{Z}]+", "");
  }
}
