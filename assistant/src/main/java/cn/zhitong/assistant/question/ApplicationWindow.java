package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When applications were taken, where a quote says so: 2025年7月15日至8月31日. Where it names no year,
 * the year in the policy's title counts.
 */
final class ApplicationWindow {
  private static final Pattern APPLYING = Pattern.compile("申报|申请|报名|受理|征集|提交|填报|报送");
  private static final Pattern RANGE =
      Pattern.compile(
          "(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日(?:起)?\\s*(?:至|到|—|–|-|~|～)+\\s*(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日");
  private static final Pattern LAST_DAY =
      Pattern.compile("(?:截止|截至|于|在)[^，。；\\n]{0,12}?(\\d{4})年(\\d{1,2})月(\\d{1,2})日(?:前|截止|之前)?");
  private static final Pattern YEAR_OF_TITLE = Pattern.compile("(20\\d\\d)年");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private ApplicationWindow() {}

  /** What is said of a window that is over on the day; empty where none is. */
  static Optional<String> past(Citation citation, LocalDate today) {
    String quote = citation.quote();
    if (today == null || !APPLYING.matcher(quote).find()) {
      return Optional.empty();
    }
    return lastDay(quote, citation.title())
        .filter(day -> day.isBefore(today))
        .map(
            day ->
                "所引文件的申报时间已于"
                    + DAY.format(day)
                    + "截止（今天是"
                    + DAY.format(today)
                    + "），是否有新一期请以最新通知为准。");
  }

  private static Optional<LocalDate> lastDay(String quote, String title) {
    Matcher range = RANGE.matcher(quote);
    if (range.find()) {
      String year =
          range.group(4) != null ? range.group(4) : range.group(1) != null ? range.group(1) : null;
      Matcher titled = YEAR_OF_TITLE.matcher(title);
      if (year == null && titled.find()) {
        year = titled.group(1);
      }
      String month = range.group(5) == null ? range.group(2) : range.group(5);
      return year == null ? Optional.empty() : day(year, month, range.group(6));
    }
    Matcher last = LAST_DAY.matcher(quote);
    return last.find() ? day(last.group(1), last.group(2), last.group(3)) : Optional.empty();
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      // 2月30日 is a misprint, and no window.
      return Optional.empty();
    }
  }
}
