package cn.zhitong.assistant.triage;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Import of a year's working days. */
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
