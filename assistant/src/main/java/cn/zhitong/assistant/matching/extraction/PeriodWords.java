package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.ReferencePeriod;
import cn.zhitong.common.text.ChineseNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time that words look at: 上年度, 近三年平均, 连续两年, 2023年, 自2020年1月1日起. */
final class PeriodWords {
  private static final String N = "([一二两三四五六七八九十\\d]{1,2})";
  private static final Pattern SINCE =
      Pattern.compile(
          "自?(\\d{4})年度?(?:(\\d{1,2})月)?(?:(\\d{1,2})日)?(?:\\(含\\)|（含）)?(?:起|以来|至今|以后|之后|后)");
  private static final Pattern LAST_YEAR =
      Pattern.compile(
          "上一?个?(?:财|会计|自然|统计)?年(?:度|末|底)?|去年|前一年度|(?:最近|近)一个?(?:会计|完整|自然)?年度|(?:最近|近)一年(?!内)|(?:最近|近)1个?(?:会计)?年度");
  private static final Pattern YEARS =
      Pattern.compile(
          "(?:最近|近|过去|前|连续|申请前|申报前|认定前|之前|此前|以往|上)"
              + N
              + "个?(?:会计|完整|自然|财务)?年度?"
              + "|(?<!\\d)"
              + N
              + "个?(?:会计|自然)?年度?(?:以?内|以来|来|(?=年?(?:复合|平均)|累计|合计|总计))");

  /** 2022年至2024年 names three years. */
  private static final Pattern RANGE =
      Pattern.compile("(20\\d{2})年?(?:度)?[-—－~～至到](20\\d{2})年(?!\\d{1,2}月)");

  private static final Pattern CURRENT = Pattern.compile("当年度?|本年度|今年|申报年度");
  private static final Pattern YEAR =
      Pattern.compile("(?<![较比])(20\\d{2})(?:年度?)(?!\\d{1,2}月|[0-9至到起-]|以来)");
  private static final Pattern EACH = Pattern.compile("每年|均[不达在为低高超盈实保增有大小]|连续|各年|每个?年度|逐年");
  private static final Pattern AVERAGE = Pattern.compile("平均|(?<![每一二两三四五六七八九十\\d])年均");

  /** 「近三年均盈利且净利润累计超过2000万元」: the last words before the figure are of the sum. */
  private static final Pattern SUM =
      Pattern.compile("且[^，。；平均每]{0,12}(?:累计|合计|总计|共计)[^，。；平均每]{0,24}$");

  private static final Pattern MONTHS =
      Pattern.compile("(?:最近|近|过去|前|连续)([一二两三四五六七八九十\\d]{1,3})个月");
  private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

  private PeriodWords() {}

  /** 「近12个月」 is a year back from today. */
  private static Optional<ReferencePeriod> ofMonths(String words) {
    Matcher months = MONTHS.matcher(words);
    return months.find()
        ? ChineseNumber.figure(months.group(1))
            .filter(n -> n.remainder(TWELVE).signum() == 0 && n.signum() > 0)
            .map(n -> ReferencePeriod.lastYears(n.divide(TWELVE).intValue()))
        : Optional.empty();
  }

  /** Period of an amount; empty where the words name none. */
  static Optional<ReferencePeriod> ofAmount(String words) {
    Optional<ReferencePeriod> months = ofMonths(words);
    if (months.isPresent()) {
      return months;
    }
    Matcher years = YEARS.matcher(words);
    if (years.find()) {
      int n = number(years);
      return Optional.of(ofYears(n, words));
    }
    if (LAST_YEAR.matcher(words).find()) {
      return Optional.of(ReferencePeriod.LAST_YEAR);
    }
    Matcher range = RANGE.matcher(words);
    if (range.find()) {
      int n = Integer.parseInt(range.group(2)) - Integer.parseInt(range.group(1)) + 1;
      if (n >= 2 && n <= 10) {
        return Optional.of(ofYears(n, words));
      }
    }
    Matcher year = YEAR.matcher(words);
    if (year.find()) {
      return Optional.of(ReferencePeriod.year(Integer.parseInt(year.group(1))));
    }
    return CURRENT.matcher(words).find() ? Optional.of(ReferencePeriod.CURRENT) : Optional.empty();
  }

  private static ReferencePeriod ofYears(int n, String words) {
    Matcher sum = SUM.matcher(words);
    if (n > 1 && sum.find()) {
      return ReferencePeriod.lastYears(n);
    }
    if (AVERAGE.matcher(words).find()) {
      return ReferencePeriod.average(n);
    }
    if (n == 1) {
      return ReferencePeriod.LAST_YEAR;
    }
    return EACH.matcher(words).find() ? ReferencePeriod.each(n) : ReferencePeriod.lastYears(n);
  }

  /** Period of an event: how far back one looks. */
  static Optional<ReferencePeriod> ofEvent(String words) {
    Matcher since = SINCE.matcher(words);
    if (since.find()) {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(since.group(1)),
              since.group(2) == null ? 1 : Integer.parseInt(since.group(2)),
              since.group(3) == null ? 1 : Integer.parseInt(since.group(3)));
      return Optional.of(ReferencePeriod.since(day));
    }
    Matcher years = YEARS.matcher(words);
    if (years.find()) {
      return Optional.of(ReferencePeriod.lastYears(number(years)));
    }
    if (words.contains("一年内") || words.contains("近一年")) {
      return Optional.of(ReferencePeriod.lastYears(1));
    }
    return ofAmount(words);
  }

  private static int number(Matcher years) {
    String n = years.group(1) == null ? years.group(2) : years.group(1);
    return ChineseNumber.figure(n).map(BigDecimal::intValue).orElse(1);
  }
}
