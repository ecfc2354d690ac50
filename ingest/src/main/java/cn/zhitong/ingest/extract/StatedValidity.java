package cn.zhitong.ingest.extract;

import cn.zhitong.ingest.outline.Numeral;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From when to when a text holds, as it says itself.
 *
 * @param from first day, or null
 * @param to last day, inclusive, or null
 */
record StatedValidity(Provenance<LocalDate> from, Provenance<LocalDate> to) {
  private static final String SP = "[\\s\\u3000]*";
  private static final String ACT = "(?:起|开始)?" + SP + "(?:正式)?(?:施行|实施|执行|生效|试行|实行)";

  /** 本办法, 本公告 …, or the bare sentence of a text that speaks of itself. */
  private static final String SELF =
      "(?:本[一-龥《》“”]{1,20}|上述[一-龥]{1,8}|以上[一-龥]{1,8}|(?:暂行)?办法|方案|通知|公告|措施|(?<=[。；;，,）)\\n\\s\\u3000]))";

  private static final Pattern FROM_DATE =
      Pattern.compile(
          SELF
              + "[^。；;\\n《》]{0,12}?自"
              + SP
              + Dates.DATE
              + SP
              + "(?:至"
              + SP
              + "|(?=起|施|实|执|生|试|开|正))(?:"
              + Dates.DATE
              + "(?:止)?)?[，,]?"
              + SP
              + ACT);
  private static final Pattern FROM_ISSUE =
      Pattern.compile(
          SELF
              + "[^。；;\\n《》]{0,12}?自(?:本[一-龥]{2,6})?(印发|发布|公布|颁布|成文|下发|签发|公告|发文)之日"
              + SP
              + "(?:起)?"
              + SP
              + "(?:([0-9]{1,3}|[一二三四五六七八九十]{1,4})"
              + SP
              + "(日|天|个月)(?:后|之后|内)?)?"
              + SP
              + "(?:起)?"
              + SP
              + "(?:正式)?(?:施行|实施|执行|生效|试行|实行)");
  private static final Pattern UNTIL =
      Pattern.compile(
          "(?:有效期(?:限)?(?:截至|截止到|截止|至|到|为?自[^。；\\n]{0,40}?[至到])|(?:施行|实施|执行|试行)(?:期限)?[至到]|有效期?(?:截止)?(?:日期)?为?[至到])"
              + SP
              + Dates.DATE);
  private static final Pattern YEARS =
      Pattern.compile(
          "(?:有效期(?:限)?(?:为|是|暂定)?|试行期(?:限)?(?:为|暂定)?|实施期(?:限)?(?:为)?|施行期(?:限)?(?:为)?|执行期(?:限)?(?:为)?|(?<=[，,。；\\s])试行|暂定)"
              + SP
              + "([0-9]{1,2}|[一二三四五六七八九十两]{1,3})"
              + SP
              + "(年|个月)(?!前|内|度|以)");

  private static final Pattern AT_ONCE =
      Pattern.compile("即日起" + SP + "(?:[，,]?(?:允许|禁止|解除|启用|取消|暂停|恢复)|施行|实施|执行|生效)");

  private static final int NEAR = 60;

  /** Reads the text's own words on validity; {@code issuedOn} is the day 印发之日 stands for. */
  static StatedValidity of(String stored, LocalDate issuedOn) {
    Provenance<LocalDate> from = null;
    Provenance<LocalDate> to = null;
    int at = -1;
    Matcher date = last(FROM_DATE, stored);
    Matcher issue = last(FROM_ISSUE, stored);
    if (date != null && (issue == null || date.start() > issue.start())) {
      at = date.end();
      from = Provenance.at(Dates.read(date, 0), Provenance.BODY, date.start(), date.end());
      LocalDate until = Dates.read(date, 6);
      to = until == null ? null : from.with(until);
    } else if (issue != null) {
      at = issue.end();
      LocalDate start = issuedOn == null ? null : shifted(issuedOn, issue.group(2), issue.group(3));
      from = Provenance.at(start, Provenance.BODY, issue.start(), issue.end());
    }
    if (from == null && issuedOn != null) {
      Matcher now = AT_ONCE.matcher(stored);
      from = now.find() ? Provenance.at(issuedOn, Provenance.BODY, now.start(), now.end()) : null;
    }
    if (to == null) {
      to = until(stored, at, from);
    }
    return new StatedValidity(from == null || from.value() == null ? null : from, to);
  }

  private static Provenance<LocalDate> until(String stored, int at, Provenance<LocalDate> from) {
    Matcher until = near(UNTIL, stored, at);
    if (until != null) {
      LocalDate day = Dates.read(until, 0);
      return day == null ? null : Provenance.at(day, Provenance.BODY, until.start(), until.end());
    }
    Matcher years = near(YEARS, stored, at);
    if (years == null || from == null || from.value() == null) {
      return null;
    }
    int n = Numeral.parse(years.group(1));
    LocalDate start = from.value();
    LocalDate end = years.group(2).equals("年") ? start.plusYears(n) : start.plusMonths(n);
    return n <= 0
        ? null
        : Provenance.at(end.minusDays(1), Provenance.BODY, years.start(), years.end());
  }

  private static LocalDate shifted(LocalDate day, String number, String unit) {
    if (number == null) {
      return day;
    }
    int n = Numeral.parse(number);
    return unit.equals("个月") ? day.plusMonths(n) : day.plusDays(n);
  }

  private static Matcher last(Pattern pattern, String stored) {
    Matcher matcher = pattern.matcher(stored);
    int found = -1;
    while (matcher.find()) {
      found = matcher.start();
    }
    return found >= 0 && matcher.find(found) ? matcher : null;
  }

  /**
   * The match nearest behind (or right before) the words on the first day; it is about this text.
   */
  private static Matcher near(Pattern pattern, String stored, int at) {
    Matcher matcher = pattern.matcher(stored);
    if (at < 0) {
      return null;
    }
    return matcher.find(Math.max(0, at - NEAR)) && matcher.start() <= at + NEAR ? matcher : null;
  }
}
