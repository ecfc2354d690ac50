package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.Operator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditions on days: when a contract was signed, a project begun, a shop registered. */
final class DateDetector {
  private static final String DAY = "(\\d{4})年(\\d{1,2})月(?:(\\d{1,2})日)?";
  private static final String INCLUDED = "(?:[（(](?:不?含)[^（()）]{0,8}[）)])?";
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?:在|于|自|为)?"
              + DAY
              + "(?:[（(](?:\u0001*|[^（()）]{1,8})[）)])?起?(?:至|到|-|—|－|~|～)(?:(\\d{4})年)?(\\d{1,2})月(?:(\\d{1,2})日)?(?:期间|之间|止|内)*");
  private static final Pattern AFTER =
      Pattern.compile("(?:在|于|自)?" + DAY + INCLUDED + "(?:以后|之后|后|起|以来)");
  private static final Pattern BEFORE =
      Pattern.compile("(?:在|于)?" + DAY + "(底)?" + INCLUDED + "及?(?:以前|之前|前)");

  /** 「2024年底前」. */
  private static final Pattern YEAR_END =
      Pattern.compile("(?:在|于)?(20\\d{2})年(?:年)?[底末]及?(?:以前|之前|前)");

  /** 「不早于2021年1月1日」. */
  private static final Pattern COMPARED = Pattern.compile("(不早于|不晚于|晚于|早于)" + DAY);

  private static final java.util.Map<String, Operator> COMPARISONS =
      java.util.Map.of(
          "不早于", Operator.AT_LEAST,
          "晚于", Operator.GREATER,
          "不晚于", Operator.AT_MOST,
          "早于", Operator.LESS);

  private static final Pattern YEAR =
      Pattern.compile(
          "(20\\d{2})年度?(?:新(设立|成立|注册|引进|落户|开工|投产|竣工)|(实施|开工|竣工|建成|投产)(?=的)|(?=在[^，。；\\d]{2,10}新(?:设立|成立|注册)))");

  /** 「2023年12月31日前在本市登记」: when the applicant itself was founded. */
  private static final Pattern FOUNDED =
      Pattern.compile("^[^，。；]{0,14}(?:注册|成立|设立|登记(?!的(?!企业|单位|法人)))(?!的(?:作品|产品|专利|项目))");

  private static final Pattern OWN_FOUNDING =
      Pattern.compile(
          "^(?:申报|申请)?(?:企业|单位|公司|主体)?(?:的)?(?:工商)?(?:注册|登记|成立|设立)+(?:时间|日期)?(?:应当?|须|需|要)?$");

  private DateDetector() {}

  static List<FoundLeaf> detect(ItemText source, TextSpan piece) {
    String text = source.covered();
    List<FoundLeaf> found = new ArrayList<>();
    Matcher between = BETWEEN.matcher(text).region(piece.start(), piece.end());
    if (between.find()) {
      String from = day(between.group(1), between.group(2), between.group(3), false);
      String year = between.group(4) == null ? between.group(1) : between.group(4);
      String to = day(year, between.group(5), between.group(6), true);
      add(source, piece, between, Operator.BETWEEN, from, to, found);
      return found;
    }
    Matcher after = AFTER.matcher(text).region(piece.start(), piece.end());
    if (after.find()) {
      String day = day(after.group(1), after.group(2), after.group(3), false);
      add(source, piece, after, Operator.AT_LEAST, day, null, found);
      return found;
    }
    Matcher compared = COMPARED.matcher(text).region(piece.start(), piece.end());
    if (compared.find()) {
      String day = day(compared.group(2), compared.group(3), compared.group(4), false);
      add(source, piece, compared, COMPARISONS.get(compared.group(1)), day, null, found);
      return found;
    }
    Matcher before = BEFORE.matcher(text).region(piece.start(), piece.end());
    if (before.find()) {
      boolean end = before.group(4) != null && before.group(3) == null;
      String day = day(before.group(1), before.group(2), before.group(3), end);
      boolean included =
          end
              || before.group().contains("及")
              || before.group().contains("含") && !before.group().contains("不含");
      add(source, piece, before, included ? Operator.AT_MOST : Operator.LESS, day, null, found);
      return found;
    }
    Matcher end = YEAR_END.matcher(text).region(piece.start(), piece.end());
    if (end.find()) {
      add(source, piece, end, Operator.AT_MOST, end.group(1) + "-12-31", null, found);
      return found;
    }
    ofYear(source, piece, found);
    return found;
  }

  /** 「2023年新设立的企业」, 「2024年实施的项目」: a day within the year. */
  private static void ofYear(ItemText source, TextSpan piece, List<FoundLeaf> found) {
    Matcher year = YEAR.matcher(source.covered()).region(piece.start(), piece.end());
    if (!year.find()) {
      return;
    }
    String own = year.group(2) == null ? year.group(3) : year.group(2);
    String act = own == null ? "设立" : own;
    TextSpan quote = new TextSpan(year.start(), year.end());
    List<FactValue> days =
        List.of(FactValue.of(year.group(1) + "-01-01"), FactValue.of(year.group(1) + "-12-31"));
    String field = "custom:" + act + "日期";
    found.add(LeafBuilder.data(source, quote, field, Operator.BETWEEN, days, null, null));
  }

  private static void add(
      ItemText source,
      TextSpan piece,
      Matcher words,
      Operator op,
      String first,
      String second,
      List<FoundLeaf> found) {
    if (first == null || op == Operator.BETWEEN && second == null) {
      return;
    }
    String before = source.covered().substring(piece.start(), words.start());
    String behind = source.covered().substring(words.end(), piece.end());
    String subject = before.length() >= 4 ? before : behind.length() >= 2 ? behind + "日期" : "日期";
    List<FactValue> values =
        second == null
            ? List.of(FactValue.of(first))
            : List.of(FactValue.of(first), FactValue.of(second));
    boolean founded = before.length() < 10 && FOUNDED.matcher(behind).find();
    if (founded) {
      TextSpan day = new TextSpan(words.start(), words.end());
      found.add(LeafBuilder.data(source, day, "custom:成立日期", op, values, null, null));
      return;
    }
    if (OWN_FOUNDING.matcher(before).find()) {
      found.add(LeafBuilder.data(source, piece, "custom:成立日期", op, values, null, null));
      return;
    }
    int joined = behind.indexOf('并');
    TextSpan quote = joined < 2 ? piece : new TextSpan(piece.start(), words.end() + joined);
    found.add(
        LeafBuilder.data(source, quote, CustomField.ofSubject(subject), op, values, null, null));
  }

  private static String day(String year, String month, String day, boolean last) {
    try {
      LocalDate first = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), 1);
      if (day == null) {
        return (last ? first.plusMonths(1).minusDays(1) : first).toString();
      }
      return first.withDayOfMonth(Integer.parseInt(day)).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
