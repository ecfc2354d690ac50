package cn.zhitong.assistant.triage.pipeline;

import cn.zhitong.assistant.security.Admission;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.triage.Suggestion;
import cn.zhitong.assistant.triage.TriageRequest;
import cn.zhitong.assistant.triage.classify.AppealClassifier;
import cn.zhitong.assistant.triage.model.ModelRegistry;
import cn.zhitong.assistant.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Suggestions for appeals: one, or a stream of them. */
@Path("/api/triage")
@Tag(name = "triage", description = "来件分类与分办建议")
@RolesAllowed({Role.AGENT_CODE, Role.SUPERVISOR_CODE, Role.ADMINISTRATOR_CODE})
class TriageResource {
  private static final String NDJSON = "application/x-ndjson";

  private final TriagePipeline pipeline;
  private final ModelRegistry models;
  private final BatchTriage batch;
  private final Admission admission;

  TriageResource(
      TriagePipeline pipeline, ModelRegistry models, BatchTriage batch, Admission admission) {
    this.pipeline = pipeline;
    this.models = models;
    this.batch = batch;
    this.admission = admission;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "一件来件的分办建议",
      description =
          "给出类别、候选牵头部门（至少三个，附可核对的理由）、配合部门、办理期限、近 90 天的重复来件、"
              + "需要注意的情形和文中的个人信息种类。把握不足时 abstained 为 true，由人判断。"
              + "一件多事时 matters 逐项给出承办部门；投诉某单位的来件不推荐该单位，reviewReasons 说明改荐何处；"
              + "reporterProtected 为 true 时（举报或要求保密）不得让承办单位知道来件人。部门改名或并入的，按部门目录给出现在的名称。")
  @APIResponse(responseCode = "400", description = "标题和正文都为空，或字段格式有误")
  @APIResponse(responseCode = "503", description = "使用的人较多，见 Retry-After")
  public Suggestion one(
      @Parameter(description = "候选模型编号；不填则用在用模型") @QueryParam("model") String model,
      TriageRequest request) {
    if (request == null) {
      throw new Problem.InvalidRequest("请求体为空，请填写 title 或 text。");
    }
    return admission.run(() -> pipeline.suggest(List.of(request.appeal()), sorter(model)).get(0));
  }

  @POST
  @Path("/batch")
  @Consumes(NDJSON)
  @Produces(NDJSON)
  @Operation(
      summary = "成批来件的分办建议",
      description = "每行一件来件（JSON），按相同次序每行返回一份建议，带回 id；有问题的行返回 {id, problem}，不影响其他行。")
  public StreamingOutput batch(
      @Parameter(description = "候选模型编号；不填则用在用模型") @QueryParam("model") String model,
      InputStream lines) {
    AppealClassifier sorter = sorter(model);
    return out -> batch.run(lines, out, sorter);
  }

  private AppealClassifier sorter(String model) {
    return model == null || model.isBlank() ? models.inUse() : models.candidate(model);
  }
}
