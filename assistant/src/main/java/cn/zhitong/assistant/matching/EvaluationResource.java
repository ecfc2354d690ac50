package cn.zhitong.assistant.matching;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionCodec;
import cn.zhitong.assistant.matching.condition.ConditionEvaluator;
import cn.zhitong.assistant.matching.condition.EnterpriseFacts;
import cn.zhitong.assistant.matching.condition.Evaluation;
import cn.zhitong.assistant.matching.condition.FactCodec;
import cn.zhitong.assistant.matching.condition.InvalidCondition;
import cn.zhitong.assistant.matching.condition.RegionRule;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.region.Gazetteer;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Decides conditions on facts that the caller brings; nothing is stored. */
@Path("/api/matching")
@Tag(name = "matching", description = "政策匹配")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Role.AGENT_CODE,
  Role.HANDLER_CODE,
  Role.PUBLISHER_CODE,
  Role.SUPERVISOR_CODE,
  Role.ADMINISTRATOR_CODE
})
class EvaluationResource {
  private final ConditionEvaluator evaluator;
  private final Clock clock;

  EvaluationResource(Gazetteer gazetteer, Clock clock) {
    this.evaluator = new ConditionEvaluator(new RegionRule(gazetteer));
    this.clock = clock;
  }

  /** A request: conditions and facts in the contract's form. */
  record EvaluationRequest(
      JsonNode conditions,
      JsonNode facts,
      JsonNode closedFields,
      JsonNode closedRegisters,
      String asOf) {}

  @POST
  @Path("evaluation")
  @Operation(
      summary = "按给定的条件和事实判断（不存储）",
      description =
          "三值逻辑：met 符合、not_met 不符合、unknown 待核实。叶子按深度优先从 0 编号；none 之下的结果从申请人一侧说。"
              + "closedFields、closedRegisters 写平台掌握完整名录的字段和资质：其中没有即为否，其余没有即为未知。")
  @APIResponse(responseCode = "400", description = "条件、事实或日期不合约定")
  public EvaluationBody evaluate(EvaluationRequest request) {
    if (request == null) {
      throw new Problem.InvalidRequest("请求体为空，需要 conditions、facts 和 asOf");
    }
    try {
      Condition tree = ConditionCodec.read(request.conditions());
      EnterpriseFacts facts =
          new EnterpriseFacts(
              FactCodec.readAll(request.facts()),
              FactCodec.names(request.closedFields()),
              FactCodec.names(request.closedRegisters()));
      return EvaluationBody.of(evaluator.evaluate(tree, facts, day(request.asOf())));
    } catch (InvalidCondition e) {
      throw new Problem.InvalidRequest(e.getMessage());
    }
  }

  private LocalDate day(String asOf) {
    if (asOf == null || asOf.isBlank()) {
      return LocalDate.now(clock);
    }
    try {
      return LocalDate.parse(asOf);
    } catch (DateTimeParseException e) {
      throw new Problem.InvalidRequest("asOf：应为 2024-06-30 这样的日期，而不是 " + asOf);
    }
  }

  /** The outcome and each leaf's. */
  record EvaluationBody(String outcome, String unknownKind, List<LeafBody> leaves) {
    static EvaluationBody of(Evaluation evaluation) {
      return new EvaluationBody(
          evaluation.outcome().code(),
          evaluation.unknownKind() == null ? null : evaluation.unknownKind().code(),
          evaluation.leaves().stream().map(LeafBody::of).toList());
    }
  }

  /** One leaf: its outcome, why, and the facts that decided it. */
  record LeafBody(int index, String outcome, String reason, List<JsonNode> facts) {
    static LeafBody of(Evaluation.LeafResult leaf) {
      return new LeafBody(
          leaf.index(),
          leaf.outcome().code(),
          leaf.reason().label(),
          leaf.facts().stream().<JsonNode>map(FactCodec::write).toList());
    }
  }
}
