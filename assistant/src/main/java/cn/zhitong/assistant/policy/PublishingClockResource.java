package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The five-working-day clock of publishing. */
@Path("/api/policies/publishing-clock")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PUBLISHER_CODE, Role.SUPERVISOR_CODE, Role.ADMINISTRATOR_CODE})
@Tag(name = "政策库")
public class PublishingClockResource {
  private static final int MOST = 200;

  private final PublishingClock publishing;

  PublishingClockResource(PublishingClock publishing) {
    this.publishing = publishing;
  }

  /** The latest policies with their clocks. */
  record ClockList(List<PublishingClock.Entry> items, int total, int page, int pageSize) {}

  @GET
  @Operation(summary = "公开时限", description = "政策文件成文后 5 个工作日内公开。按成文日期由新到旧，并标明是否已关联解读和指南。")
  public ClockList list(
      @Parameter(description = "条数，1 到 200") @QueryParam("limit") @DefaultValue("50") int limit) {
    if (limit < 1 || limit > MOST) {
      throw new Problem.InvalidRequest("limit 在 1 到 200 之间，请修改后重试。");
    }
    List<PublishingClock.Entry> items = publishing.latest(limit);
    return new ClockList(items, items.size(), 1, limit);
  }

  @GET
  @Path("due")
  @Operation(summary = "某一成文日期的公开期限")
  public PublishingClock.Due due(
      @Parameter(description = "成文日期", example = "2025-09-26") @QueryParam("issuedOn")
          String issuedOn) {
    try {
      return publishing.due(LocalDate.parse(issuedOn == null ? "" : issuedOn.strip()));
    } catch (DateTimeParseException e) {
      throw new Problem.InvalidRequest("issuedOn 请写成 2025-09-26 的形式。");
    }
  }
}
