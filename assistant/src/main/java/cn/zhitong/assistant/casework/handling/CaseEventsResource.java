package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.casework.CaseworkConfig;
import cn.zhitong.assistant.casework.log.CaseVerification;
import cn.zhitong.assistant.casework.rights.Disclosure;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.view.CaseAccess;
import cn.zhitong.assistant.casework.view.CaseArchive;
import cn.zhitong.assistant.casework.view.CaseViewer;
import cn.zhitong.assistant.casework.view.CaseViews;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.PersonalReads;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.VisitorLimit;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happens to a case, and the proof that it happened so. */
@Path("/api/cases/{id}")
@Tag(name = "办件")
public class CaseEventsResource {
  private final CaseCommandHandler acts;
  private final CaseAccess desk;
  private final CaseArchive archive;
  private final CaseVerification verification;
  private final CaseViewer viewer;
  private final VisitorLimit limit;
  private final CaseworkConfig config;
  private final SecurityIdentity identity;
  private final PersonalReads reads;

  CaseEventsResource(
      CaseCommandHandler acts,
      CaseAccess desk,
      CaseArchive archive,
      CaseVerification verification,
      CaseViewer viewer,
      VisitorLimit limit,
      CaseworkConfig config,
      SecurityIdentity identity,
      PersonalReads reads) {
    this.reads = reads;
    this.acts = acts;
    this.desk = desk;
    this.archive = archive;
    this.verification = verification;
    this.viewer = viewer;
    this.limit = limit;
    this.config = config;
    this.identity = identity;
  }

  @POST
  @Path("/events")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "对办件进行操作", description = "返回操作后的办件（个人信息已遮蔽）；企业凭 trackingCode 补充、评价或撤回。")
  @APIResponse(
      responseCode = "200",
      description = "操作后的办件",
      content =
          @Content(
              schema =
                  @Schema(oneOf = {CaseViews.StaffCase.class, CaseViews.EnterpriseCase.class})))
  @APIResponse(responseCode = "403", description = "没有此项操作的权限")
  @APIResponse(
      responseCode = "409",
      description = "当前状态不能进行（possible 为可进行的操作），或 basedOn 已过时（changes 为其后的变化）")
  public Object act(
      @PathParam("id") UUID id,
      @NotNull(message = "请提供操作内容") EventRequest request,
      RoutingContext http) {
    Caller caller = Caller.of(identity);
    // Staff act as who they are, whatever code they hold.
    boolean byCode = request.trackingCode() != null && !caller.worksHere();
    if (byCode) {
      limit.count("lookup", config.lookupsPerMinute(), http.request());
    } else if (identity.isAnonymous()) {
      throw new Problem.Unauthorized("请先登录，或提供查询码 trackingCode。");
    }
    CommandOrigin origin = byCode ? CommandOrigin.TRACKING_CODE : CommandOrigin.STAFF;
    CaseFile file = acts.act(id, request, caller, origin);
    return byCode ? viewer.forEnterprise(file) : viewer.forStaff(file, caller, false);
  }

  @GET
  @Path("/file")
  @Produces("application/zip")
  @Operation(
      summary = "办件全卷下载",
      description = "ZIP：case.html 供阅读，case.json 供程序使用，verification.json 为哈希链校验结果。含个人信息，请妥善保管。")
  @RolesAllowed({Role.AGENT_CODE, Role.HANDLER_CODE})
  public Response file(@PathParam("id") UUID id) {
    Caller caller = Caller.of(identity);
    CaseFile file = desk.forStaff(id, caller);
    if (Disclosure.of(file, caller, true).full()) {
      reads.record(caller, id, PersonalReads.What.FILE);
    }
    return Response.ok(archive.zip(file, caller))
        .header("Content-Disposition", "attachment; filename=" + file.number() + ".zip")
        .build();
  }

  @GET
  @Path("/verification")
  @RolesAllowed(Role.SUPERVISOR_CODE)
  @Operation(summary = "校验办件记录", description = "逐条核对哈希链，指出第一处被改动的记录。")
  public CaseVerification.Result verify(@PathParam("id") UUID id) {
    return verification.verify(id).orElseThrow(() -> new Problem.NotFound("没有这件办件，请核对编号。"));
  }
}
