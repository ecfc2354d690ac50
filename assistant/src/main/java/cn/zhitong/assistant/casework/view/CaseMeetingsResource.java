package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.casework.CaseworkConfig;
import cn.zhitong.assistant.casework.intake.ThemeConfig;
import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.rights.Disclosure;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseMeeting;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.VisitorLimit;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A case's meetings for people's own calendars. */
@Path("/api/cases/{id}/meetings/{number: [0-9]+}.ics")
@Tag(name = "办件")
public class CaseMeetingsResource {
  private final CaseAccess desk;
  private final MyCases mine;
  private final CaseLog log;
  private final VisitorLimit limit;
  private final CaseworkConfig config;
  private final ThemeConfig themes;
  private final SecurityIdentity identity;

  CaseMeetingsResource(
      CaseAccess desk,
      MyCases mine,
      CaseLog log,
      VisitorLimit limit,
      CaseworkConfig config,
      ThemeConfig themes,
      SecurityIdentity identity) {
    this.desk = desk;
    this.mine = mine;
    this.log = log;
    this.limit = limit;
    this.config = config;
    this.themes = themes;
    this.identity = identity;
  }

  @GET
  @Produces("text/calendar;charset=UTF-8")
  @Operation(
      summary = "会议的日历文件",
      description = "iCalendar（RFC 5545），时间为 UTC；改期和取消后重新下载，日历会按 UID 更新。企业凭查询码。")
  @APIResponse(responseCode = "404", description = "没有这个会议，或查询码不对")
  public Response file(
      @PathParam("id") UUID id,
      @PathParam("number") int number,
      @Parameter(description = "查询码") @HeaderParam("X-Tracking-Code") String trackingCode,
      RoutingContext http) {
    Caller caller = Caller.of(identity);
    CaseFile file = find(id, trackingCode, caller, http);
    CaseMeeting meeting =
        file.standing()
            .meetings()
            .find(number)
            .map(found -> found.shown(words(file, caller)))
            .orElseThrow(() -> new Problem.NotFound("没有这个会议，请核对序号。"));
    String calendar =
        ICalendar.of(
            file.id(), file.number(), meeting, log.now(), themes.meetingReminder().toMinutes());
    return Response.ok(calendar)
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + file.number() + "-" + number + ".ics\"")
        .build();
  }

  /** As in the case's own view: the enterprise reads what it is about, staff what they may know. */
  private static UnaryOperator<String> words(CaseFile file, Caller caller) {
    return caller.worksHere() ? Disclosure.of(file, caller, false)::text : UnaryOperator.identity();
  }

  private CaseFile find(UUID id, String trackingCode, Caller caller, RoutingContext http) {
    if (trackingCode != null && !caller.handlesAppeals()) {
      limit.count("lookup", config.lookupsPerMinute(), http.request());
      return desk.byTrackingCode(id, trackingCode);
    }
    if (identity.isAnonymous()) {
      throw new Problem.Unauthorized("请先登录，或提供查询码 trackingCode。");
    }
    return mine.find(id, caller).orElseGet(() -> desk.forStaff(id, caller));
  }
}
