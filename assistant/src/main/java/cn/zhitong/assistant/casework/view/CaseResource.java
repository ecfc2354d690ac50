package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.casework.AppealRequest;
import cn.zhitong.assistant.casework.CaseworkConfig;
import cn.zhitong.assistant.casework.intake.AppealIntake;
import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.log.CaseOwnerStore;
import cn.zhitong.assistant.casework.log.CaseVerification;
import cn.zhitong.assistant.casework.rights.Disclosure;
import cn.zhitong.assistant.casework.state.CaseFile;
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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Appeals in, cases out. */
@Path("/api/cases")
@Tag(name = "办件")
public class CaseResource {
  private final AppealIntake intake;
  private final CaseAccess desk;
  private final CaseQueue queue;
  private final CaseViewer viewer;
  private final CaseVerification verification;
  private final VisitorLimit limit;
  private final CaseworkConfig config;
  private final SecurityIdentity identity;
  private final MyCases mine;
  private final PersonalReads reads;
  private final CaseLog log;

  CaseResource(
      AppealIntake intake,
      CaseAccess desk,
      CaseQueue queue,
      CaseViewer viewer,
      CaseVerification verification,
      VisitorLimit limit,
      CaseworkConfig config,
      SecurityIdentity identity,
      MyCases mine,
      PersonalReads reads,
      CaseLog log) {
    this.log = log;
    this.mine = mine;
    this.reads = reads;
    this.intake = intake;
    this.desk = desk;
    this.queue = queue;
    this.viewer = viewer;
    this.verification = verification;
    this.limit = limit;
    this.config = config;
    this.identity = identity;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "提交来件", description = "任何人可用（按访客限流）。先存储再分办；查询和评价凭返回的编号与查询码。")
  @APIResponse(
      responseCode = "201",
      description = "已收件；suggestion 仅工作人员可见",
      content = @Content(schema = @Schema(implementation = CaseViews.Filed.class)))
  @APIResponse(responseCode = "200", description = "同一来件此前已收到，返回原结果")
  @APIResponse(responseCode = "409", description = "Idempotency-Key 或外部编号已用于内容不同的来件")
  @APIResponse(responseCode = "429", description = "提交过于频繁")
  public Response file(
      @NotNull(message = "请提供来件内容") AppealRequest request,
      @Parameter(description = "同一键重复提交得到同一结果") @HeaderParam("Idempotency-Key") String key,
      RoutingContext http) {
    Caller caller = Caller.of(identity);
    if (!caller.handlesAppeals()) {
      limit.count("appeal", config.appealsPerMinute(), http.request());
    }
    CaseOwnerStore.Whose whose = MyCases.whose(request, caller);
    AppealIntake.Intake result =
        intake.receive(request, key, caller, limit.visitor(http.request()), whose);
    if (!result.created()) {
      mine.keep(result.file(), whose);
    }
    CaseViews.Filed body = viewer.filed(result.file(), caller.handlesAppeals());
    // The same key gets the same answer, its status included; an external number sent again does
    // not.
    boolean created = result.created() || key != null;
    return Response.status(created ? 201 : 200)
        .location(URI.create("/api/cases/" + result.file().id()))
        .entity(body)
        .build();
  }

  @GET
  @RolesAllowed({Role.AGENT_CODE, Role.HANDLER_CODE})
  @Operation(summary = "办件列表", description = "按到期日排序，个人信息已遮蔽；部门承办人只见本部门办件。")
  public CaseViews.Page list(
      @Parameter(description = "状态代码或中文，逗号分隔；open 为所有未答复") @QueryParam("state") String state,
      @Parameter(description = "牵头或配合部门的名称或编号") @QueryParam("department") String department,
      @Parameter(
              description =
                  "overdue、backlog（补录未阅：补录时已到期、还没有人打开）、today、at_risk（临期：今日或下一个工作日到期）或日期（该日及以前到期）")
          @QueryParam("due")
          String due,
      @Parameter(description = "open 为评价不满意、待抽查复核的办件") @QueryParam("review") String review,
      @Parameter(description = "true 为已标记的典型问题") @QueryParam("typical") Boolean typical,
      @Parameter(
              description = "所见内容（编号、标题、正文、企业、部门、往来文字）中的词，空格分隔时须全部出现；个人信息不在其中，另见 /api/cases/search")
          @QueryParam("q")
          String q,
      @Parameter(description = "已定的类别：consultation、suggestion 或 demand") @QueryParam("category")
          String category,
      @Parameter(description = "渠道，如 widget、hotline") @QueryParam("channel") String channel,
      @Parameter(description = "行政区划代码，含其下各地") @QueryParam("region") String region,
      @Parameter(description = "提出日期自") @QueryParam("askedFrom") String askedFrom,
      @Parameter(description = "提出日期至") @QueryParam("askedTo") String askedTo,
      @Parameter(description = "due 按期限（缺省）、newest 或 oldest 按提出时间") @QueryParam("sort") String sort,
      @Parameter(description = "true 为指定由本人经办的") @QueryParam("mine") Boolean mine,
      @Parameter(description = "true 为难事专办") @QueryParam("takenOn") Boolean takenOn,
      @Parameter(description = "只要这些办件：caseId，逗号分隔，最多 400 个") @QueryParam("ids") String ids,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
    return queue.list(
        new CaseQueue.Wanted(
            state,
            department,
            due,
            review,
            typical,
            q,
            category,
            channel,
            region,
            askedFrom,
            askedTo,
            sort,
            mine,
            takenOn,
            ids,
            page,
            pageSize),
        Caller.of(identity));
  }

  /** What an enterprise looks its case up with. */
  public record LookupRequest(
      @Schema(example = "ZT20251121-7K3M9Q") String number,
      @Schema(description = "查询码", example = "7K3M9QXW2ABC") String trackingCode) {}

  @POST
  @Path("/lookup")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "企业凭编号和查询码查询办件")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseViews.EnterpriseCase.class)))
  @APIResponse(responseCode = "404", description = "编号或查询码不对")
  public CaseViews.EnterpriseCase lookup(
      @NotNull(message = "请提供编号和查询码") LookupRequest request, RoutingContext http) {
    limit.count("lookup", config.lookupsPerMinute(), http.request());
    return viewer.forEnterprise(desk.byNumber(request.number(), request.trackingCode()));
  }

  @GET
  @Path("/verification")
  @RolesAllowed(Role.SUPERVISOR_CODE)
  @Operation(summary = "校验全部办件记录", description = "逐件逐条核对哈希链，指出每件第一处被改动的记录。")
  public CaseVerification.Summary verify() {
    return verification.all();
  }

  @GET
  @Path("/{id}")
  @Operation(
      summary = "一件办件",
      description =
          "工作人员见办理全貌，个人信息默认遮蔽，personalData=true 时原样给出并记录查阅；" + "企业凭 trackingCode 只见进展与答复，不含内部信息。")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema =
                  @Schema(oneOf = {CaseViews.StaffCase.class, CaseViews.EnterpriseCase.class})))
  public Object get(
      @PathParam("id") UUID id,
      @Parameter(description = "查询码；请改用请求头 X-Tracking-Code，地址会留在代理的日志里", deprecated = true)
          @QueryParam("trackingCode")
          String trackingCodeInAddress,
      @Parameter(description = "查询码") @HeaderParam("X-Tracking-Code") String trackingCodeInHeader,
      @Parameter(description = "工作人员查看未遮蔽的个人信息；每次查看都有记录")
          @QueryParam("personalData")
          @DefaultValue("false")
          boolean personalData,
      RoutingContext http) {
    Caller caller = Caller.of(identity);
    String trackingCode =
        trackingCodeInHeader == null ? trackingCodeInAddress : trackingCodeInHeader;
    if (trackingCode != null && !caller.handlesAppeals()) {
      limit.count("lookup", config.lookupsPerMinute(), http.request());
      return viewer.forEnterprise(desk.byTrackingCode(id, trackingCode));
    }
    if (identity.isAnonymous()) {
      throw new Problem.Unauthorized("请先登录，或提供查询码 trackingCode。");
    }
    Optional<CaseFile> own = mine.find(id, caller);
    if (own.isPresent()) {
      reads.record(caller, id, PersonalReads.What.OWN);
      return viewer.forEnterprise(own.get());
    }
    CaseFile file = desk.forStaff(id, caller);
    log.read(file);
    // What is not shown is not on record as read.
    if (Disclosure.of(file, caller, personalData).full()) {
      reads.record(caller, id, PersonalReads.What.CASE);
    }
    return viewer.forStaff(file, caller, personalData);
  }
}
