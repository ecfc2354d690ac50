package cn.zhitong.assistant.calendar;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.workday.YearDays;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The years of the working-day calendar, and the import of one. */
@Path("/api/calendar")
@Tag(name = "calendar", description = "工作日历")
@RolesAllowed({Role.SUPERVISOR_CODE, Role.ADMINISTRATOR_CODE})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CalendarResource {
  private final Calendars calendars;
  private final SecurityIdentity identity;

  CalendarResource(Calendars calendars, SecurityIdentity identity) {
    this.calendars = calendars;
    this.identity = identity;
  }

  /**
   * @param loaded false when the file had no days: dates in the year stay provisional
   */
  record YearBody(int year, int days, boolean loaded) {}

  /**
   * A year that is known.
   *
   * @param daysOff days off that the announcement names, weekends among them
   * @param daysWorked weekend days that are worked (调休)
   * @param importedBy null for a shipped year
   * @param days what differs from Monday to Friday, in the form that an import takes
   */
  record Year(
      int year,
      boolean loaded,
      long daysOff,
      long daysWorked,
      String importedBy,
      OffsetDateTime importedAt,
      List<Day> days) {
    static Year of(YearDays own, CalendarStore.Import by) {
      List<Day> days =
          own.exceptions().entrySet().stream()
              .map(day -> new Day(day.getKey(), day.getValue()))
              .sorted(Comparator.comparing(Day::date))
              .toList();
      long off = days.stream().filter(Day::isOffDay).count();
      return new Year(
          own.year(),
          own.loaded(),
          off,
          days.size() - off,
          by == null ? null : by.by(),
          by == null ? null : by.at().atZone(Infrastructure.ZONE).toOffsetDateTime(),
          days);
    }
  }

  record Day(LocalDate date, boolean isOffDay) {}

  record YearList(List<Year> items, int total, int page, int pageSize) {}

  @GET
  @Operation(
      summary = "已有的工作日历",
      description = "每年与周一至周五不同的日子；importedBy 为空的是随附的年份。loaded 为 false 的年份尚未公布，跨入该年的期限为暂定。")
  public YearList list() {
    Map<Integer, CalendarStore.Import> imports = calendars.imports();
    List<Year> years =
        calendars.years().stream().map(own -> Year.of(own, imports.get(own.year()))).toList();
    return new YearList(years, years.size(), 1, years.size());
  }

  @PUT
  @Path("/{year}")
  @Operation(
      summary = "导入一年的放假调休安排",
      description =
          "{\"year\": 2027, \"days\": [{\"date\": \"2027-01-01\", \"isOffDay\": true}]}：isOffDay 为 true 是放假，"
              + "false 是调休上班；未列出的日子按周一至周五上班。没有 days 的年份视为尚未公布。")
  public YearBody put(@PathParam("year") int year, JsonNode file) {
    if (file == null) {
      throw new Problem.InvalidRequest("请求体为空，请提交日历 JSON。");
    }
    try {
      int days = calendars.put(year, file, Caller.of(identity).name());
      return new YearBody(year, days, calendars.current().loaded(year));
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest(e.getMessage());
    }
  }
}
