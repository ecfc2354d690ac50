package cn.zhitong.assistant.report;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.QueryText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a report is about.
 *
 * @param from first day
 * @param to last day, inclusive
 * @param department name or id, null for all
 */
public record Period(LocalDate from, LocalDate to, String department) {
  /** A quarter: what supervisors report on. */
  private static final int DEFAULT_DAYS = 90;

  /** A period as a query gives it; the last quarter where it gives none. */
  public static Period of(String from, String to, String department, LocalDate today) {
    LocalDate last = to == null || to.isBlank() ? today : day(to, "to");
    LocalDate first =
        from == null || from.isBlank() ? last.minusDays(DEFAULT_DAYS - 1L) : day(from, "from");
    if (first.isAfter(last)) {
      throw new Problem.InvalidRequest("from（起始日期）不能晚于 to（截止日期）。");
    }
    return new Period(first, last, QueryText.blankToNull(department));
  }

  /** A single day. */
  static Period day(LocalDate day, String department) {
    return new Period(day, day, QueryText.blankToNull(department));
  }

  /** Its first instant. */
  public Instant start() {
    return from.atStartOfDay(Infrastructure.ZONE).toInstant();
  }

  /** The first instant after it. */
  public Instant end() {
    return to.plusDays(1).atStartOfDay(Infrastructure.ZONE).toInstant();
  }

  /** Whether the report is about this department, which it may name by id or by name. */
  boolean concerns(String departmentId, String departmentName) {
    return department == null
        || department.equals(departmentName)
        || department.equals(departmentId);
  }

  private static LocalDate day(String text, String field) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new Problem.InvalidRequest(field + " 请用日期，如 2025-09-26。");
    }
  }
}
