package cn.zhitong.ingest.extract;

import cn.zhitong.common.region.Gazetteer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the title among the lines above the body and joins one that runs over several lines. */
final class Titles {
  private static final String OFFICIAL_END =
      "(?:通知|意见|办法|规定|条例|方案|公告|通告|通报|决定|决议|答复|复函|函|批复|细则|措施|规划|计划|指南|指引|解读|法|规则|令|清单|制度|纲要|条款|报告|说明|问答|目录|标准|名单|须知|政策|要点|章程|图解|手册|规程|规范|流程|建议|提案|十条|条)";
  static final Pattern OFFICIAL =
      Pattern.compile(OFFICIAL_END + "[》”]?(?:[（(【〔][^（）()]{1,30}[）)】〕])*$");
  private static final Pattern SALUTATION =
      Pattern.compile(
          "^(?:尊敬的|各|致|你|您|吾|.{1,30}(?:代表|委员|先生|女士|同志|单位|企业|公司|政府|部门|机构|厅|局|院校|管委会)[^。]{0,20}[:：]$)");
  private static final Pattern NOISE =
      Pattern.compile(
          "^(?:首页|当前位置|您(?:的|现在)|您当前|来源|作者|浏览|字体|字号|打印|分享|时间|日期|点击|访问|关闭|政务公开|[|>＞\\-—_]+$).*|.*(?:网站|门户网|>|＞|»).*");
  private static final Pattern CLAUSE =
      Pattern.compile(
          "^(?:第[\\s\\u3000]*[一二三四五六七八九十百千零〇\\d]{1,6}[\\s\\u3000]*[编章节条款部](?![一-龥]{0,2}(?:届|次))|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|\\d{1,2}[、．]|\\d{1,2}\\.(?!\\d))");
  private static final int LONGEST = 120;

  private Titles() {}

  /** The title of the text, if it has one. */
  static Optional<Provenance<String>> find(List<TextLine> head, Gazetteer gazetteer) {
    for (int i = 0; i < head.size() && i < 40; i++) {
      String text = head.get(i).text();
      if (KeyLines.isKeyLine(text)) {
        // A key without a value ends in a colon, as a salutation does.
        continue;
      }
      if (isSalutation(text) || endsSentence(text) || isClauseHeading(text)) {
        return Optional.empty();
      }
      if (!isCandidate(head.get(i))) {
        continue;
      }
      boolean organisation = IssuerNames.isName(text.replaceFirst("文件$", ""), gazetteer);
      if (organisation && !isSplitBehindIssuer(head, i)) {
        continue;
      }
      Optional<Provenance<String>> title = from(head, i);
      if (title.isPresent()) {
        return title;
      }
    }
    return Optional.empty();
  }

  private static Optional<Provenance<String>> from(List<TextLine> head, int first) {
    StringBuilder joined = new StringBuilder(head.get(first).text());
    int last = first;
    while (!isComplete(joined.toString())
        && last + 1 < head.size()
        && last - first < 4
        && goesOn(head.get(last + 1))) {
      last++;
      joined.append(' ').append(head.get(last).text());
    }
    boolean official = isComplete(joined.toString());
    // Without an ending such as 通知, only the very first line of a text is taken for its title.
    if (!official && (first > 0 || last > first)) {
      if (first > 0) {
        return Optional.empty();
      }
      last = first;
      joined = new StringBuilder(head.get(first).text());
    }
    if (joined.length() < 4 || joined.length() > LONGEST * 2) {
      return Optional.empty();
    }
    return Optional.of(
        Provenance.at(
            tidy(joined.toString(), official),
            Provenance.HEAD,
            head.get(first).start(),
            head.get(last).end()));
  }

  private static boolean isComplete(String text) {
    return OFFICIAL.matcher(text.strip()).find()
        && balanced(text)
        && !text.matches("^[^关]{0,8}(?:规定|办法|政策)$");
  }

  /** A chapter, an article or a numbered heading stands below the title, never in its place. */
  static boolean isClauseHeading(String text) {
    return CLAUSE.matcher(text).find();
  }

  private static boolean goesOn(TextLine line) {
    return isCandidate(line)
        && !isClauseHeading(line.text())
        && !isSalutation(line.text())
        && !endsSentence(line.text());
  }

  private static boolean isCandidate(TextLine line) {
    String text = line.text();
    boolean plain =
        !KeyLines.isKeyLine(text)
            && DocumentNumbers.whole(text) == null
            && !DocumentNumbers.isBare(text)
            && !text.endsWith("文件")
            && text.indexOf('\t') < 0
            && text.length() <= LONGEST;
    boolean dated = Dates.ANY.matcher(text).find() && !text.contains("关于") && text.length() < 40;
    return plain && !dated && !NOISE.matcher(text).matches() && text.matches(".*[一-龥]{2}.*");
  }

  /** 福建省人民政府办公厅 ⏎ 关于印发…的通知: the issuer's line is the beginning of the title. */
  private static boolean isSplitBehindIssuer(List<TextLine> head, int i) {
    return i + 1 < head.size() && head.get(i + 1).text().matches("^(?:关于|印发|转发|公布|发布|批转).*");
  }

  private static boolean isSalutation(String text) {
    boolean colon = text.endsWith(":") || text.endsWith("：");
    return colon && (SALUTATION.matcher(text).find() || text.length() < 60);
  }

  private static boolean endsSentence(String text) {
    return text.endsWith("。")
        || text.endsWith("；")
        || text.length() > LONGEST && text.indexOf('。') > 0;
  }

  private static boolean balanced(String text) {
    return count(text, '《') == count(text, '》') && count(text, '“') == count(text, '”');
  }

  private static long count(String text, char c) {
    return text.chars().filter(x -> x == c).count();
  }

  /** Without the line breaks and the space that a scan put inside; a headline keeps its pause. */
  static String tidy(String title, boolean official) {
    String single = title.replaceAll("[\\s\\u3000\\u00a0]+", " ").strip();
    if (official) {
      return single.replaceAll("(?<=[^\\x21-\\x7e]) | (?=[^\\x21-\\x7e])", "");
    }
    return single.replaceAll("(?<=[一-龥]) (?=[0-9])|(?<=[0-9]) (?=[一-龥])", "");
  }

  private static final Pattern PROMULGATED =
      Pattern.compile(
          "(?:印发|转发|发布|公布|批转|颁布|修订)(?:[^《]{0,30})?《([^《》]*(?:《[^《》]*》[^《》]*)*)》(?:的|等)");

  /** Title of the text that a notice promulgates: 印发《X》的通知. */
  static Optional<String> attached(String title) {
    Matcher matcher = PROMULGATED.matcher(title);
    return matcher.find() && OFFICIAL.matcher(matcher.group(1)).find()
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  private static final Pattern BARE_PROMULGATED =
      Pattern.compile("(?:印发|转发|发布|公布)([^《》]{4,80}?)的(?:通知|公告|通告|决定)$");

  /** The same without 《》; only a guess, until a line of the text reads so. */
  static Optional<String> attachedWithoutMarks(String title) {
    Matcher matcher = BARE_PROMULGATED.matcher(title);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
