package cn.zhitong.assistant.triage;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
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
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Training on the owner's history, and the decision which model is used. */
@Path("/api/triage/models")
@Tag(name = "triage", description = "来件分类与分办建议")
@RolesAllowed({Role.SUPERVISOR_CODE, Role.ADMINISTRATOR_CODE})
@Produces(MediaType.APPLICATION_JSON)
class ModelResource {
  private final TrainingJobs jobs;
  private final ModelStore store;
  private final Models models;
  private final ObjectMapper json;
  private final SecurityIdentity identity;

  ModelResource(
      TrainingJobs jobs,
      ModelStore store,
      Models models,
      ObjectMapper json,
      SecurityIdentity identity) {
    this.jobs = jobs;
    this.store = store;
    this.models = models;
    this.json = json;
    this.identity = identity;
  }

  /**
   * @param state {@code running}, {@code finished} or {@code failed}
   * @param figures of the model, once finished
   */
  record JobBody(
      UUID id,
      String state,
      String stage,
      UUID modelId,
      String message,
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

  record ModelList(List<ModelBody> items, int total, int page, int pageSize) {}

  @POST
  @Consumes("application/x-ndjson")
  @Operation(
      summary = "用历史来件训练候选模型",
      description =
          "每行一件历史来件 {id, title, text, category: 代码、中文或来件类型, department}。立即返回任务，"
              + "完成后任务带候选模型编号和交叉验证的数字。候选模型经 promotion 才启用。")
  public Response train(
      @Parameter(description = "自行答复的总入口单位，不学也不推荐其为承办部门；可重复") @QueryParam("hub") Set<String> hubs,
      InputStream lines)
      throws IOException {
    History history = History.read(new InputStreamReader(lines, StandardCharsets.UTF_8), json);
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
    UUID inUse = store.inUse().orElse(null);
    List<ModelBody> items = store.list().stream().map(m -> body(m, inUse)).toList();
    return new ModelList(items, items.size(), 1, items.size());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "一个模型及其交叉验证的数字")
  public ModelBody model(@PathParam("id") UUID id) {
    return store
        .find(id)
        .map(m -> body(m, store.inUse().orElse(null)))
        .orElseThrow(() -> new Problem.NotFound("没有编号为 " + id + " 的模型。"));
  }

  @POST
  @Path("/{id}/promotion")
  @Operation(summary = "启用一个模型", description = "记录是谁在何时决定的；再次启用先前的模型即为回退。")
  public ModelBody promote(@PathParam("id") UUID id) {
    ModelBody model = model(id);
    models.candidate(id.toString());
    models.promote(id, Caller.of(identity).name());
    return model(model.id());
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
        job.modelId(),
        job.message(),
        figures,
        job.startedAt(),
        job.finishedAt());
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
