package cn.zhitong.assistant.application;

import cn.zhitong.assistant.matching.enterprise.CreditCode;
import cn.zhitong.assistant.matching.enterprise.EnterpriseAccess;
import cn.zhitong.assistant.matching.enterprise.EnterpriseFile;
import cn.zhitong.assistant.matching.item.ItemContent;
import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.VisitorLimit;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Applications for items: filed, handled, looked up. */
@Path("/api/applications")
@Tag(name = "申报", description = "政策事项的申报、审核、公示和拨付")
@Produces(MediaType.APPLICATION_JSON)
class ApplicationResource {
  private final ApplicationIntake intake;
  private final ApplicationCommands commands;
  private final ApplicationAccess applications;
  private final ApplicationViews views;
  private final ApplicationQueue queue;
  private final ApplicationWaiting waiting;
  private final ApplicationForm form;
  private final Submissions submissions;
  private final EnterpriseAccess enterprises;
  private final VisitorLimit limit;
  private final ApplicationConfig config;
  private final SecurityIdentity identity;

  ApplicationResource(
      ApplicationIntake intake,
      ApplicationCommands commands,
      ApplicationAccess applications,
      ApplicationViews views,
      ApplicationQueue queue,
      ApplicationWaiting waiting,
      ApplicationForm form,
      Submissions submissions,
      EnterpriseAccess enterprises,
      VisitorLimit limit,
      ApplicationConfig config,
      SecurityIdentity identity) {
    this.intake = intake;
    this.commands = commands;
    this.applications = applications;
    this.views = views;
    this.queue = queue;
    this.waiting = waiting;
    this.form = form;
    this.submissions = submissions;
    this.enterprises = enterprises;
    this.limit = limit;
    this.config = config;
    this.identity = identity;
  }

  /** What is told of an application that was filed. */
  record Filed(UUID applicationId, String number, String state, LocalDate due, int version) {}

  /** What an enterprise fills in. */
  record FormView(
      UUID itemId,
      int itemVersion,
      String title,
      String clause,
      String policyId,
      String amount,
      String mode,
      String department,
      ItemContent.WindowBody window,
      boolean windowOpen,
      String creditCode,
      String enterpriseName,
      ApplicationForm.FormBody form) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.ENTERPRISE_CODE, Role.AGENT_CODE, Role.HANDLER_CODE})
  @Operation(
      summary = "申报一个事项",
      description =
          "企业为本企业申报，坐席和办理部门可以代为申报。draft=true 只保存草稿，以后用 submit 提交。" + "需要附件的，先保存草稿，把附件上传到草稿，再提交。")
  @APIResponse(
      responseCode = "201",
      description = "已收到",
      content = @Content(schema = @Schema(implementation = Filed.class)))
  @APIResponse(responseCode = "400", description = "缺少必填数据或附件，missing、missingAttachments 列出")
  @APIResponse(responseCode = "409", description = "不在申报期、条件不符合、与其他申报冲突，或已有申报在办理")
  public Response file(
      ApplicationRequest request,
      @Parameter(description = "同一键重复提交得到同一结果") @HeaderParam("Idempotency-Key") String key,
      @QueryParam("draft") @DefaultValue("false") boolean draft) {
    if (request == null) {
      throw new Problem.InvalidRequest("请求体为空，需要 itemId 和 creditCode。");
    }
    Caller caller = Caller.of(identity);
    ApplicationFile taken = intake.receive(request, key, draft, caller);
    ApplicationViews.ApplicationBody body = views.of(taken, caller);
    Filed filed =
        new Filed(
            body.applicationId(), body.number(), body.state(), body.clock().due(), body.version());
    return Response.status(Response.Status.CREATED)
        .location(URI.create("/api/applications/" + body.applicationId()))
        .entity(filed)
        .build();
  }

  @GET
  @Path("form")
  @RolesAllowed({Role.ENTERPRISE_CODE, Role.AGENT_CODE, Role.HANDLER_CODE})
  @Operation(
      summary = "预填的申报表",
      description = "known 档案已有的数据（带来源和日期），asked 需要填写的，evidence 需要上传的，unmet 不符合的条件。")
  public FormView form(
      @QueryParam("itemId") UUID itemId, @QueryParam("creditCode") String creditCode) {
    Caller caller = Caller.of(identity);
    CreditCode code = Submissions.code(creditCode);
    StoredItem item = submissions.item(itemId);
    intake.requireFiler(caller, code, item);
    ItemContent content = item.content();
    enterprises.read(caller, code, "代为申报“" + content.title() + "”");
    EnterpriseFile file = submissions.file(code);
    LocalDate today = submissions.today();
    return new FormView(
        item.id(),
        item.version(),
        content.title(),
        content.clause(),
        content.policyId(),
        content.amount(),
        content.mode(),
        content.department(),
        content.window(),
        content.window() == null || content.window().isOpen(today),
        code.value(),
        file.name(),
        form.of(item, file, List.of()));
  }

  @GET
  @RolesAllowed({Role.ENTERPRISE_CODE, Role.AGENT_CODE, Role.HANDLER_CODE, Role.INSPECTOR_CODE})
  @Operation(summary = "申报列表", description = "企业见本企业的，承办人见本部门牵头或参与审核的，督办见全部，坐席按编号查询。")
  public ApplicationQueue.Page list(
      @Parameter(description = "状态代码或中文，逗号分隔；open 为办理中的全部") @QueryParam("state") String state,
      @QueryParam("item") UUID item,
      @Parameter(description = "牵头或审核部门的名称或编号") @QueryParam("department") String department,
      @QueryParam("creditCode") String creditCode,
      @Parameter(description = "overdue、today、at_risk（临期）或日期（该日及以前到期）") @QueryParam("due")
          String due,
      @Parameter(description = "编号、事项或企业名称中的词") @QueryParam("q") String q,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
    return queue.list(
        new ApplicationQueue.Wanted(state, item, department, creditCode, due, q, page, pageSize),
        Caller.of(identity));
  }

  @GET
  @Path("waiting")
  @RolesAllowed({Role.SUPERVISOR_CODE, Role.INSPECTOR_CODE})
  @Operation(summary = "等得最久的步骤", description = "按事项、部门和步骤，已等的工作日：中位数、90 分位、最长。")
  public ApplicationWaiting.WaitingBody waiting() {
    return waiting.all();
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.ENTERPRISE_CODE, Role.AGENT_CODE, Role.HANDLER_CODE, Role.INSPECTOR_CODE})
  @Operation(summary = "一件申报", description = "每一步、日期和经办（企业只见部门）、到期日、现在可以进行的操作 possible。")
  @APIResponse(responseCode = "404", description = "没有这件申报，或不能查看")
  public ApplicationViews.ApplicationBody get(@PathParam("id") UUID id) {
    Caller caller = Caller.of(identity);
    return views.of(applications.seen(id, caller), caller);
  }

  /** What whoever objected is told. */
  record ObjectionTaken(UUID applicationId, String message) {}

  @POST
  @Path("{id}/events")
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "对申报进行操作", description = "返回操作后的申报；公示期间任何人可以提出异议（object），不用登录。")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationViews.ApplicationBody.class)))
  @APIResponse(responseCode = "403", description = "没有此项操作的权限")
  @APIResponse(
      responseCode = "409",
      description = "当前状态不能进行（possible 为可进行的操作），或 basedOn 已过时（changes 为其后的变化）")
  public Object act(
      @PathParam("id") UUID id, ApplicationEventRequest request, RoutingContext http) {
    if (request == null || request.type() == null) {
      throw new Problem.InvalidRequest("type：请给出操作。");
    }
    Caller caller = Caller.of(identity);
    boolean objection = request.type().equals(ApplicationEventType.OBJECT.code());
    if (identity.isAnonymous() && !objection) {
      throw new Problem.Unauthorized("请先登录；公示期间提出异议（object）不用登录。");
    }
    if (objection && !caller.worksHere()) {
      limit.count("objection", config.objectionsPerMinute(), http.request());
    }
    ApplicationFile after = commands.act(id, request, caller);
    return applications.sees(caller, after)
        ? views.of(after, caller)
        : new ObjectionTaken(after.id(), "异议已收到，办理部门处理后才会批准。");
  }
}
