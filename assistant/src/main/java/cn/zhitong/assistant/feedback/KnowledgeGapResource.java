package cn.zhitong.assistant.feedback;

import cn.zhitong.assistant.feedback.KnowledgeGap.GapCitation;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The worklist of what the library does not answer, for publishers and supervisors. */
@Path("/api/knowledge-gaps")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PUBLISHER_CODE, Role.SUPERVISOR_CODE, Role.ADMINISTRATOR_CODE})
@Tag(name = "政策缺口", description = "没有答上或被评为没用的提问，按主题归并。")
public class KnowledgeGapResource {
  private static final int MOST = 200;

  private final KnowledgeGaps gaps;
  private final ObjectMapper json;
  private final Clock clock;

  KnowledgeGapResource(KnowledgeGaps gaps, ObjectMapper json, Clock clock) {
    this.gaps = gaps;
    this.json = json;
    this.clock = clock;
  }

  /** A topic as the API shows it. */
  public record GapBody(
      UUID id,
      String title,
      String state,
      String missing,
      String owner,
      int questions,
      int unhelpful,
      OffsetDateTime lastAskedAt,
      OffsetDateTime checkedAt,
      List<GapCitation> found,
      List<ExampleBody> examples) {}

  /** One of its questions; {@code reason} is null where nobody said why. */
  public record ExampleBody(
      UUID questionId, String question, String region, String outcome, String reason) {}

  /** One page. */
  public record GapList(List<GapBody> items, long total, int page, int pageSize) {}

  /** What is known by now; null leaves a field as it is. */
  public record GapChange(
      String state,
      @Size(max = 1000, message = "最多 1000 字") String missing,
      @Size(max = 100, message = "最多 100 字") String owner) {}

  @GET
  @Operation(
      summary = "政策缺口清单",
      description = "没用次数多、提问多的在前；state 为 open、assigned、published、answered、dismissed。")
  public GapList list(
      @QueryParam("state") String state,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
    if (page < 1 || pageSize < 1 || pageSize > MOST) {
      throw new Problem.InvalidRequest("page 从 1 开始，pageSize 在 1 到 200 之间，请修改后重试。");
    }
    GapState wanted = state(state);
    List<GapBody> items = gaps.list(wanted, page, pageSize).stream().map(this::body).toList();
    return new GapList(items, gaps.count(wanted), page, pageSize);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "更新缺口", description = "写明缺少的条款、责任部门，改变状态。")
  @APIResponse(responseCode = "404", description = "没有这个主题")
  public GapBody change(
      @PathParam("id") String id, @Valid @NotNull(message = "缺少请求体") GapChange change) {
    KnowledgeGap gap = found(id);
    gaps.change(gap.id(), state(change.state()), change.missing(), change.owner());
    return body(found(id));
  }

  @POST
  @Path("{id}/check")
  @Operation(summary = "再问一次", description = "用这个主题最近的提问再问一次；答得上即转为已能回答。政策库有变动时每十分钟也会自动再问。")
  @APIResponse(responseCode = "503", description = Problem.MODEL_MISSING)
  public GapBody check(@PathParam("id") String id) {
    return body(gaps.askAgain(found(id)));
  }

  @GET
  @Path("questions.jsonl")
  @Produces("application/x-ndjson")
  @Operation(
      summary = "导出为评测题",
      description = "eval questions 的格式：已能回答的带条款，判为不收录的标为不应回答，其余只有问题、有待补条款。")
  public String export() {
    return gaps.list(null, 1, 10_000).stream()
        .flatMap(gap -> gap.examples().stream().map(example -> line(gap, example)))
        .collect(Collectors.joining());
  }

  private String line(KnowledgeGap gap, KnowledgeGap.Example example) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", example.questionId());
    line.put("corpus", "library");
    line.put("style", gap.state() == GapState.DISMISSED ? "absent" : "asked");
    line.put("question", example.question());
    line.put("answerable", gap.state() != GapState.DISMISSED);
    line.put("gold", gap.found().stream().map(KnowledgeGapResource::gold).toList());
    line.put("also", List.of());
    line.put("need", "any");
    line.put("why", gap.missing() == null ? gap.title() : gap.missing());
    try {
      return json.writeValueAsString(line) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> gold(GapCitation citation) {
    return Map.of(
        "title", citation.title(),
        "file", citation.file(),
        "clause", citation.clause(),
        "must", List.of(citation.quote()));
  }

  private KnowledgeGap found(String id) {
    return gaps.find(
            Ids.parse(id).orElseThrow(() -> new Problem.NotFound("“" + id + "”不是主题编号，请从清单中选取。")))
        .orElseThrow(() -> new Problem.NotFound("没有编号为 " + id + " 的主题，请从清单中选取。"));
  }

  private static GapState state(String code) {
    try {
      return code == null || code.isBlank() ? null : GapState.ofCode(code);
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest("state 只能是 open、assigned、published、answered、dismissed。");
    }
  }

  private GapBody body(KnowledgeGap gap) {
    return new GapBody(
        gap.id(),
        gap.title(),
        gap.state().code(),
        gap.missing(),
        gap.owner(),
        gap.questions(),
        gap.unhelpful(),
        time(gap.lastAskedAt()),
        time(gap.checkedAt()),
        gap.found(),
        gap.examples().stream()
            .map(
                e ->
                    new ExampleBody(
                        e.questionId(), e.question(), e.region(), e.outcome(), e.reason()))
            .toList());
  }

  private OffsetDateTime time(Instant instant) {
    return instant == null ? null : instant.atZone(clock.getZone()).toOffsetDateTime();
  }
}
