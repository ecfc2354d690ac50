package cn.zhitong.assistant.citation;

import cn.zhitong.assistant.citation.Figure.Bound;
import cn.zhitong.assistant.citation.Figure.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what must not be got wrong in a text: document numbers, addresses, dates, shares, ordinals
 * and quantities. Each step takes out what it understood, so that 2025年 is not also 2025 and 年.
 */
final class Figures {
  private static final String HAN_DIGIT = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟";
  private static final String HAN =
      "[零〇一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾][" + HAN_DIGIT + "]*(?:点[零〇一二三四五六七八九]+)?";
  private static final String ARABIC = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
  private static final String NUMBER = "(?:" + ARABIC + "|" + HAN + ")";
  private static final String TO = "(?:-{1,2}|—{1,2}|–|~|～|至|到)";

  private static final Pattern DOCUMENT =
      Pattern.compile("([\\u4e00-\\u9fa5]{1,16})[〔\\[【(（](\\d{4})[〕\\]】)）](?:第)?(\\d+)号");
  private static final Pattern LEAD_WORDS =
      Pattern.compile(
          ".*(?:根据|按照|依据|依照|参照|执行|落实|印发|文件|通知|关于|规定|见|的|和|与|及|或|由|在|对|以|从|是|为|即|如|号|称|依|按)");
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "(?=[0-9_.@:/-]*[A-Za-z])[A-Za-z0-9_-]+(?:[.@:/]+[A-Za-z0-9_?=&%-]+)*[.@][A-Za-z0-9_./?=&%-]+"
              + "|(?<!\\d)\\d{3,4}-\\d{3,8}(?:-\\d{1,6})?(?!\\d)"
              + "|(?<![\\d.,])\\d{7,}(?![\\d.,万亿千百元])"
              + "|\\d{1,2}[:：]\\d{2}"
              + "|[A-Za-z]+[-/]?\\d[A-Za-z0-9-]*");
  private static final Pattern DATE =
      Pattern.compile(
          "(?:((?:19|20)\\d{2}|[一二][零〇一二三四五六七八九]{3})年)(?:(\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?)?)?"
              + "|((?:19|20)\\d{2})([-/.])(\\d{1,2})\\5(\\d{1,2})"
              + "|(?<![\\d个])(\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?");
  private static final Pattern PERCENT =
      Pattern.compile(
          "("
              + ARABIC
              + ")(?:"
              + TO
              + "("
              + ARABIC
              + "))?[%％]"
              + "|百分之("
              + NUMBER
              + ")|千分之("
              + NUMBER
              + ")"
              + "|("
              + ARABIC
              + ")‰"
              + "|([一二三四五六七八九\\d])成(?![员立本果交功绩熟长人品都为效套])"
              + "|(减半|折半|一半)");
  private static final Pattern ORDINAL =
      Pattern.compile("第(" + NUMBER + ")(条|款|项|章|节|编|号|批|届|次|期|季度|类|位|年|个|名|部分)");
  private static final Pattern HALF_YEAR = Pattern.compile("半年");
  private static final Pattern RANGE =
      Pattern.compile(
          "("
              + NUMBER
              + ")(?:"
              + TO
              + ")("
              + NUMBER
              + ")([百千万亿]*)(?:多|余|几)?("
              + Units.PATTERN
              + ")");
  private static final Pattern QUANTITY =
      Pattern.compile(
          "("
              + ARABIC
              + ")([百千万亿]*)(?:多|余|几)?("
              + Units.PATTERN
              + ")?"
              + "|("
              + HAN
              + ")(?:多|余|几)?("
              + Units.PATTERN
              + ")(?!之)");
  private static final Pattern LIST_MARK =
      Pattern.compile("(?m)^[\\s]*(?:[(（]?\\d{1,2}[)）]|\\d{1,2}[.．、](?!\\d))");
  private static final Pattern AT_MOST_BEFORE =
      Pattern.compile(
          "(?:(?:不超过|不得超过|不高于|不得高于|不多于|不大于|最高|最多|最长|至多|上限)[^,，。；;、\\d]{0,10}"
              + "|(?<![不得])(?:低于|少于|小于)|不足)$");
  private static final Pattern AT_LEAST_BEFORE =
      Pattern.compile(
          "(?:(?:不低于|不少于|不小于|不得少于|不得低于|至少|最低|最少)[^,，。；;、\\d]{0,10}"
              + "|(?<!不|得|未)超过|(?<![不得])(?:高于|多于|大于)|逾|满)$");
  private static final Pattern ABOUT_BEFORE = Pattern.compile("(?:约|近|大约|将近|接近)$");
  private static final Pattern AT_MOST_AFTER = Pattern.compile("^(?:\\(含\\)|（含）)?(?:以内|以下|之内)");
  private static final Pattern AT_LEAST_AFTER = Pattern.compile("^(?:\\(含\\)|（含）)?(?:及以上|以上)");
  private static final Pattern ABOUT_AFTER = Pattern.compile("^(?:左右|上下)");

  private final List<Figure> found = new ArrayList<>();
  private final StringBuilder rest;
  private final String text;

  private Figures(String text) {
    this.text = text;
    this.rest = new StringBuilder(text);
  }

  static List<Figure> in(String text) {
    Figures figures = new Figures(normal(text));
    figures.take(LIST_MARK, match -> {});
    figures.take(DOCUMENT, figures::document);
    figures.take(IDENTIFIER, m -> figures.add(Kind.IDENTIFIER, m.group().replace('：', ':'), "", m));
    figures.take(PERCENT, figures::percent);
    figures.take(DATE, figures::date);
    figures.take(ORDINAL, m -> figures.add(Kind.ORDINAL, number(m.group(1)), m.group(2), m));
    figures.take(HALF_YEAR, m -> figures.quantity(BigDecimal.valueOf(6), "个月", m));
    figures.take(RANGE, figures::range);
    figures.take(QUANTITY, figures::quantity);
    return figures.found;
  }

  /** Half-width digits and letters; no space beside a Chinese character. Lengths may change. */
  static String normal(String text) {
    StringBuilder half = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      boolean wide = (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
      half.append(wide || c == '．' || c == '％' ? (char) (c - 0xFEE0) : c);
    }
    return half.toString()
        .replaceAll(
            "(?<=[^\\x00-\\x7f])[ \\t\\u3000\\u00a0]+|[ \\t\\u3000\\u00a0]+(?=[^\\x00-\\x7f])", "");
  }

  private interface Step {
    void found(MatchResult match);
  }

  private void take(Pattern pattern, Step step) {
    Matcher matcher = pattern.matcher(rest);
    List<MatchResult> matches = matcher.results().toList();
    for (MatchResult match : matches) {
      step.found(match);
    }
    for (MatchResult match : matches) {
      if (match.end() > match.start()) {
        rest.replace(match.start(), match.end(), "\0".repeat(match.end() - match.start()));
      }
    }
  }

  private void document(MatchResult match) {
    String prefix = LEAD_WORDS.matcher(match.group(1)).replaceFirst("");
    found.add(
        new Figure(
            Kind.DOCUMENT,
            prefix + "〔" + match.group(2) + "〕" + new BigDecimal(match.group(3)) + "号",
            "",
            Bound.NONE,
            match.group()));
  }

  private void percent(MatchResult match) {
    if (match.group(7) != null) {
      add(Kind.PERCENT, "50", "%", match);
      return;
    }
    if (match.group(6) != null) {
      add(Kind.PERCENT, number(match.group(6)) + "0", "%", match);
      return;
    }
    for (int group : new int[] {1, 2, 3}) {
      if (match.group(group) != null) {
        add(Kind.PERCENT, number(match.group(group)), "%", match);
      }
    }
    for (int group : new int[] {4, 5}) {
      if (match.group(group) != null) {
        add(Kind.PERCENT, number(match.group(group)), "‰", match);
      }
    }
  }

  private void date(MatchResult match) {
    String year = first(match.group(1), match.group(4));
    String month = first(match.group(2), match.group(6), match.group(8));
    String day = first(match.group(3), match.group(7), match.group(9));
    // 2024年12月1日至31日, 2024年1月至3月: the second date inherits the first one's year.
    if (year == null
        && !found.isEmpty()
        && text.substring(0, match.start()).matches("(?s).*" + TO)) {
      Figure before = found.get(found.size() - 1);
      year = before.kind() == Kind.DATE ? before.value().split("-")[0] : null;
    }
    String value = part(year) + "-" + part(month) + "-" + part(day);
    found.add(new Figure(Kind.DATE, value, "", dateBound(match), match.group()));
  }

  private Bound dateBound(MatchResult match) {
    String before = text.substring(0, match.start());
    String after = text.substring(match.end());
    if (after.matches("(?s)^(?:起|开始).*") || before.matches("(?s).*[自从]$")) {
      return Bound.FROM;
    }
    return after.matches("(?s)^(?:止|前|之前|底前|以前).*") || before.matches("(?s).*(?:至|到|截至|截止)$")
        ? Bound.UNTIL
        : Bound.NONE;
  }

  private void range(MatchResult match) {
    BigDecimal times = ChineseNumber.multiplier(match.group(3));
    for (int group : new int[] {1, 2}) {
      BigDecimal value = new BigDecimal(number(match.group(group)));
      // 3万-5万元 has its own multiplier already.
      boolean own = match.group(group).matches(".*[万亿]");
      quantity(own ? value : value.multiply(times), match.group(4), match);
    }
  }

  private void quantity(MatchResult match) {
    if (match.group(1) != null) {
      BigDecimal value =
          new BigDecimal(number(match.group(1))).multiply(ChineseNumber.multiplier(match.group(2)));
      quantity(value, match.group(3) == null ? "" : match.group(3), match);
      return;
    }
    String unit = Units.normal(match.group(5));
    boolean indefinite =
        match.group(4).equals("一") && !Units.factor(match.group(5)).equals(BigDecimal.valueOf(12));
    boolean counted = Units.isCount(unit) || !"元月日工作日小时分钟岁倍季度".contains(unit);
    // 一家, 一项, 一批, 十分: articles and adverbs, not counts.
    if ((indefinite && counted) || match.group().equals("十分")) {
      return;
    }
    quantity(ChineseNumber.parse(match.group(4)), match.group(5), match);
  }

  private void quantity(BigDecimal value, String unit, MatchResult match) {
    found.add(
        Figure.quantity(
            value.multiply(Units.factor(unit)), Units.normal(unit), bound(match), match.group()));
  }

  private void add(Kind kind, String value, String unit, MatchResult match) {
    boolean bounded = kind == Kind.PERCENT;
    found.add(new Figure(kind, value, unit, bounded ? bound(match) : Bound.NONE, match.group()));
  }

  private Bound bound(MatchResult match) {
    String before = text.substring(Math.max(0, match.start() - 18), match.start());
    String after = text.substring(match.end(), Math.min(text.length(), match.end() + 6));
    if (AT_MOST_BEFORE.matcher(before).find() || AT_MOST_AFTER.matcher(after).find()) {
      return Bound.AT_MOST;
    }
    if (AT_LEAST_BEFORE.matcher(before).find() || AT_LEAST_AFTER.matcher(after).find()) {
      return Bound.AT_LEAST;
    }
    boolean about =
        match.group().matches(".*[多余几].*")
            || ABOUT_BEFORE.matcher(before).find()
            || ABOUT_AFTER.matcher(after).find();
    return about ? Bound.ABOUT : Bound.NONE;
  }

  private static String number(String written) {
    return Figure.plain(
        Character.isDigit(written.charAt(0))
            ? new BigDecimal(written.replace(",", ""))
            : ChineseNumber.parse(written));
  }

  private static String part(String written) {
    // The year inherited from 3月1日至… is itself unknown.
    return written == null || written.equals("*") ? "*" : number(written);
  }

  private static String first(String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null) {
        return candidate;
      }
    }
    return null;
  }
}
