package cn.zhitong.assistant.triage.model;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.triage.history.History;
import cn.zhitong.assistant.triage.history.HistoryColumns;
import cn.zhitong.assistant.triage.history.HistoryReader;
import cn.zhitong.assistant.web.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Training on the owner's history, and the decision which model is used. */
@Path("/api/triage/models")
@Tag(name = "triage", description = "来件分类与分办建议")
@RolesAllowed({Role.SUPERVISOR_CODE, Role.ADMINISTRATOR_CODE})
@Produces(MediaType.APPLICATION_JSON)
class TriageModelResource {
  private static final int MAX_REASON = 500;

  private final TrainingJobs jobs;
  private final ModelStore store;
  private final ModelRegistry models;
  private final ModelDecisionStore decisions;
  private final ObjectMapper json;
  private final SecurityIdentity identity;

  TriageModelResource(
      TrainingJobs jobs,
      ModelStore store,
      ModelRegistry models,
      ModelDecisionStore decisions,
      ObjectMapper json,
      SecurityIdentity identity) {
    this.jobs = jobs;
    this.store = store;
    this.models = models;
    this.decisions = decisions;
    this.json = json;
    this.identity = identity;
  }

  /**
   * @param state {@code running}, {@code finished} or {@code failed}
   * @param progress 0 to 1
   * @param data what the history holds, as soon as that is known
   * @param figures of the model, once finished
   */
  record JobBody(
      UUID id,
      String state,
      String stage,
      double progress,
      UUID modelId,
      String message,
      JsonNode data,
      JsonNode figures,
      Instant startedAt,
      Instant finishedAt) {}

  record ModelBody(
      UUID id,
      boolean inUse,
      boolean readable,
      JsonNode figures,
      List<String> hubs,
      String createdBy,
      Instant createdAt) {}

  @Schema(description = "决定的理由")
  record ReasonBody(@Schema(examples = "部门前三命中率比在用模型高 2 个百分点") String reason) {}

  /**
   * @param kind {@code promotion} or {@code rollback}
   * @param modelId null for day-one mode
   */
  record DecisionBody(
      UUID id, String kind, UUID modelId, String decidedBy, Instant decidedAt, String reason) {
    static DecisionBody of(ModelDecisionStore.Decision d) {
      return new DecisionBody(
          d.id(), d.kind(), d.modelId(), d.decidedBy(), d.decidedAt(), d.reason());
    }
  }

  record DecisionList(List<DecisionBody> items, int total, int page, int pageSize) {}

  record ModelList(List<ModelBody> items, int total, int page, int pageSize) {}

  @POST
  @Consumes("application/x-ndjson")
  @Operation(
      summary = "用历史来件训练候选模型",
      description =
          "每行一件历史来件 {id, title, text, category: 代码、中文或来件类型, department}；也可提交 CSV（text/csv）或 XLSX，"
              + "列名用 columns 指明。立即返回任务：先出数据检查报告 data（空白、重复、标注矛盾、样本不足的部门、标题泄露类别、个人信息），"
              + "完成后带候选模型编号、交叉验证的数字和与在用模型的比较。候选模型经 promotion 才启用。")
  @APIResponse(responseCode = "202", description = "已开始训练，Location 指向任务")
  @APIResponse(responseCode = "400", description = "没有可用的行，或表格缺少所需的列")
  public Response train(
      @Parameter(description = "自行答复的总入口单位，不学也不推荐其为承办部门；可重复") @QueryParam("hub") Set<String> hubs,
      @Parameter(
              description = "列名（JSON 为字段名）对应关系，常见列名可不填",
              example = "title=标题,text=内容,category=类别,department=承办单位")
          @QueryParam("columns")
          String columns,
      InputStream lines)
      throws IOException {
    return started(HistoryReader.lines(lines, columns(columns), json), hubs);
  }

  @POST
  @Consumes({"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
  @Operation(hidden = true)
  public Response trainOnTable(
      @QueryParam("hub") Set<String> hubs, @QueryParam("columns") String columns, InputStream file)
      throws IOException {
    try {
      return started(HistoryReader.table(file, columns(columns)), hubs);
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest(e.getMessage() + "。");
    }
  }

  private static HistoryColumns columns(String mapping) {
    try {
      return HistoryColumns.of(mapping);
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest(e.getMessage() + "。");
    }
  }

  private Response started(History history, Set<String> hubs) {
    if (history.rows().isEmpty()) {
      String why =
          history.bad().isEmpty()
              ? "请求体为空。"
              : "第 " + history.bad().get(0).line() + " 行：" + history.bad().get(0).problem() + "。";
      throw new Problem.InvalidRequest("没有可用的历史来件：" + why);
    }
    JobStore.Job job = jobs.start(history, Set.copyOf(hubs), Caller.of(identity).name());
    return Response.accepted(body(job))
        .header("Location", "/api/triage/models/jobs/" + job.id())
        .build();
  }

  @GET
  @Path("/jobs/{id}")
  @Operation(summary = "训练任务的进度和结果")
  public JobBody job(@PathParam("id") UUID id) {
    return jobs.find(id)
        .map(this::body)
        .orElseThrow(() -> new Problem.NotFound("没有编号为 " + id + " 的训练任务。"));
  }

  @GET
  @Operation(summary = "全部模型", description = "按训练时间倒序，标明在用的一个。")
  public ModelList list() {
    UUID inUse = decisions.inUse().orElse(null);
    List<ModelBody> items = store.list().stream().map(m -> body(m, inUse)).toList();
    return new ModelList(items, items.size(), 1, items.size());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "一个模型及其交叉验证的数字")
  public ModelBody model(@PathParam("id") UUID id) {
    return store
        .find(id)
        .map(m -> body(m, decisions.inUse().orElse(null)))
        .orElseThrow(() -> new Problem.NotFound("没有编号为 " + id + " 的模型。"));
  }

  @POST
  @Path("/{id}/promotion")
  @Operation(
      summary = "启用一个模型",
      description = "记录是谁、何时、为何决定的；各节点在两秒内改用。请求体可省略，或给出 {\"reason\": \"理由\"}。")
  public ModelBody promote(@PathParam("id") UUID id, ReasonBody body) {
    ModelBody model = model(id);
    models.candidate(id.toString());
    models.promote(id, Caller.of(identity).name(), reason(body));
    return model(model.id());
  }

  @POST
  @Path("/rollback")
  @Operation(
      summary = "退回上一个模型",
      description = "一次调用退回到现行决定之前在用的模型（或未训练的初始状态），可连续回退；记录是谁、何时、为何。返回现在在用的模型。")
  @APIResponse(responseCode = "409", description = "没有启用任何模型")
  public DecisionBody rollBack(ReasonBody body) {
    models.rollBack(Caller.of(identity).name(), reason(body));
    return DecisionBody.of(decisions.latest().orElseThrow());
  }

  @GET
  @Path("/decisions")
  @Operation(summary = "启用和回退的记录", description = "按时间倒序；modelId 为空表示未训练的初始状态。")
  public DecisionList decisions() {
    List<DecisionBody> items = decisions.all().stream().map(DecisionBody::of).toList();
    return new DecisionList(items, items.size(), 1, items.size());
  }

  private static String reason(ReasonBody body) {
    if (body == null || body.reason() == null || body.reason().isBlank()) {
      return null;
    }
    if (body.reason().length() > MAX_REASON) {
      throw new Problem.InvalidRequest("reason（理由）最多 " + MAX_REASON + " 个字。");
    }
    return body.reason().strip();
  }

  private JobBody body(JobStore.Job job) {
    JsonNode figures =
        job.modelId() == null
            ? null
            : store.find(job.modelId()).map(ModelStore.Listed::figures).orElse(null);
    return new JobBody(
        job.id(),
        job.state(),
        job.stage(),
        TrainingProgress.of(job.stage()),
        job.modelId(),
        job.message(),
        data(job),
        figures,
        job.startedAt(),
        job.finishedAt());
  }

  private JsonNode data(JobStore.Job job) {
    try {
      return job.report() == null ? null : json.readTree(job.report());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("triage_job.report is not JSON", e);
    }
  }

  private static ModelBody body(ModelStore.Listed model, UUID inUse) {
    return new ModelBody(
        model.id(),
        model.id().equals(inUse),
        model.format() == TrainedModel.FORMAT,
        model.figures(),
        model.hubs(),
        model.createdBy(),
        model.createdAt());
  }
}
