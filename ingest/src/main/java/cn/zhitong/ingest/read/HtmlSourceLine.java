package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line of source and date that a site puts above a text: nothing but labels with short values.
 * Source, date and the document's own keys stay, since they tell the issuer; who typed it in, how
 * often it was read and the like go.
 */
final class HtmlSourceLine {
  private static final int LONGEST = 200;
  private static final int LONGEST_VALUE = 40;

  private static final String DAY = "\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?";
  private static final String CLOCK = "(?:\\s{0,4}\\d{1,2}:\\d{2}(?::\\d{2})?)?";
  private static final Pattern DATE = Pattern.compile(DAY + CLOCK);

  /** Labels begin a line or stand behind a blank, a bar or a bracket. */
  private static final Pattern LABEL =
      Pattern.compile("(?:(?<=^|[\\s\\p{Z}|｜\\[【（(])(\\p{IsHan}{2,6})\\s?)[:：]");

  private static final Pattern SOURCE = Pattern.compile(".{0,4}(?:来源|供稿|信息提供|提供单位|供稿单位)");

  private static final Pattern DAY_LABEL =
      Pattern.compile("(?:发布|公布|更新|录入|上传|添加|编辑|发表|发文|印发|成文|生成)?(?:时间|日期)");

  private static final Pattern COUNTER =
      Pattern.compile("(?:点击|浏览|阅读|访问|查看|下载|人气)(?:次数|数量|数|量|率)?");

  /** Who put the page up: said of nobody in a policy. */
  private static final Pattern HAND =
      Pattern.compile(
          "(?:发布|发稿|录入|上传|编辑|审核|审稿|校对|签发|撰稿)(?:人|者|员)|(?:责任|网络|值班)?编辑|责编|(?:字体|字号)(?:大小)?");

  private static final Pattern ENDS = Pattern.compile("[\\s\\p{Z}|｜\\[【（(\\]】）)]{1,40}");

  private HtmlSourceLine() {}

  /** Lines without what a site says of its own work near the title, above the first sentence. */
  static List<HtmlLine> tidy(List<HtmlLine> lines) {
    List<HtmlLine> kept = new ArrayList<>(lines.size());
    boolean above = true;
    for (HtmlLine line : lines) {
      above &= !line.text().contains("。") && line.table() < 0;
      String text = above ? withoutSite(line.text()) : line.text();
      if (!text.isBlank()) {
        kept.add(text.equals(line.text()) ? line : line.withText(text));
      }
    }
    return kept;
  }

  private record Pair(String label, String value, String written) {}

  static String withoutSite(String line) {
    Matcher label = LABEL.matcher(line);
    if (line.length() > LONGEST || !label.find()) {
      return line;
    }
    String before = line.substring(0, label.start());
    List<Pair> pairs = pairs(line, label);
    boolean dated = DATE.matcher(before).lookingAt();
    boolean led = dated || ENDS.matcher(before).replaceAll("").isEmpty();
    if (!led || pairs.stream().anyMatch(pair -> pair.value().length() > LONGEST_VALUE)) {
      return line;
    }
    boolean whole =
        pairs.size() + (dated ? 1 : 0) > 1
            && (dated || pairs.stream().anyMatch(HtmlSourceLine::marks));
    boolean alone = pairs.size() == 1 && HAND.matcher(pairs.get(0).label()).matches();
    return whole || alone ? written(before, pairs) : line;
  }

  private static List<Pair> pairs(String line, Matcher label) {
    List<Pair> pairs = new ArrayList<>();
    boolean more = true;
    while (more) {
      int start = label.start();
      int value = label.end();
      String name = label.group(1);
      more = label.find();
      int end = more ? label.start() : line.length();
      pairs.add(new Pair(name, line.substring(value, end).strip(), line.substring(start, end)));
    }
    return pairs;
  }

  /**
   * A pair that only the site's own line has: where it is from, when it was put up, its readers.
   */
  private static boolean marks(Pair pair) {
    boolean day =
        DAY_LABEL.matcher(pair.label()).matches() && DATE.matcher(pair.value()).lookingAt();
    return SOURCE.matcher(pair.label()).matches() || COUNTER.matcher(pair.label()).matches() || day;
  }

  private static String written(String before, List<Pair> pairs) {
    StringBuilder kept = new StringBuilder(before);
    for (Pair pair : pairs) {
      boolean own =
          SOURCE.matcher(pair.label()).matches()
              || DAY_LABEL.matcher(pair.label()).matches()
              || HtmlTable.isKey(pair.label());
      Matcher date = DATE.matcher(pair.value());
      kept.append(own ? pair.written() : date.find() ? date.group() + " " : "");
    }
    String text = kept.toString().strip();
    return text.replaceAll("[\\s|｜\\[【（(]{1,9}$", "").strip();
  }
}
