package cn.zhitong.common.workday;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one year's announcement says: the days that differ from "Monday to Friday".
 *
 * @param exceptions date → whether it is off (else worked, by 调休). A New Year's holiday may begin
 *     in the December before: those days belong to this announcement too
 */
public record YearDays(int year, Map<LocalDate, Boolean> exceptions) {
  public YearDays {
    exceptions = Map.copyOf(exceptions);
  }

  /** A year is announced late in the one before; until then its file has no days. */
  public boolean loaded() {
    return exceptions.keySet().stream().anyMatch(date -> date.getYear() == year);
  }

  /**
   * Reads holiday-cn's form: {@code {year, days: [{date, isOffDay, name}]}}.
   *
   * @throws IllegalArgumentException with what is wrong, in Chinese
   */
  public static YearDays parse(JsonNode file) {
    JsonNode year = file.path("year");
    JsonNode days = file.path("days");
    if (!year.isInt() || !days.isArray()) {
      throw new IllegalArgumentException(
          "日历须为 {\"year\": 2026, \"days\": [{\"date\": \"2026-01-01\", \"isOffDay\": true}]} 的形式");
    }
    Map<LocalDate, Boolean> exceptions = new TreeMap<>();
    for (JsonNode day : days) {
      LocalDate date = date(day);
      if (Math.abs(date.getYear() - year.intValue()) > 1) {
        throw new IllegalArgumentException(date + " 不属于 " + year.intValue() + " 年");
      }
      if (exceptions.put(date, day.path("isOffDay").booleanValue()) != null) {
        throw new IllegalArgumentException(date + " 写了两次");
      }
    }
    return new YearDays(year.intValue(), exceptions);
  }

  private static LocalDate date(JsonNode day) {
    if (!day.path("isOffDay").isBoolean()) {
      throw new IllegalArgumentException("每一天都要有 isOffDay（true 为休，false 为班）：" + day);
    }
    try {
      return LocalDate.parse(day.path("date").asText());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("日期须写作 2026-01-01：" + day, e);
    }
  }
}
