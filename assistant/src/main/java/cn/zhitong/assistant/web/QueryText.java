package cn.zhitong.assistant.web;

import cn.zhitong.assistant.runtime.Infrastructure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Reads texts of an address's query; what cannot be read is a 400. */
public final class QueryText {
  private QueryText() {}

  /** Without blanks around it; null for nothing. */
  public static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** The digits that all places within a place share; "" for the whole country, null for any. */
  public static String regionPrefix(String region) {
    String code = region(region);
    return code == null ? null : code.replaceFirst("(?:00){1,3}$", "");
  }

  /** A place's code; null for any place. */
  public static String region(String region) {
    String code = blankToNull(region);
    if (code != null && !code.matches("\\d{6}")) {
      throw new Problem.InvalidRequest("region（地区）请用六位行政区划代码，如 350100。");
    }
    return code;
  }

  /**
   * The first moment of a day, or of one so many days on; null for none.
   *
   * @param field the parameter's name
   */
  public static Instant startOfDay(String day, String field, int plusDays) {
    String text = blankToNull(day);
    try {
      return text == null
          ? null
          : LocalDate.parse(text).plusDays(plusDays).atStartOfDay(Infrastructure.ZONE).toInstant();
    } catch (DateTimeException e) {
      throw new Problem.InvalidRequest(field + " 请用日期，如 2025-09-01。");
    }
  }
}
