package cn.zhitong.eval.items;

import cn.zhitong.eval.dataset.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the service what rules make of facts. */
record RuleEvaluation(TimedCalls calls) {
  static final String PATH = "/api/matching/evaluation";

  /**
   * @param conditions missing or null where no rule was proposed, which leaves all unknown
   * @param facts {@code facts} and {@code asOf}, and perhaps {@code closedFields} and {@code
   *     closedRegisters}
   */
  JsonNode of(JsonNode conditions, JsonNode facts) throws IOException, InterruptedException {
    if (conditions.isMissingNode() || conditions.isNull()) {
      return Json.MAPPER.createObjectNode().put("outcome", "unknown");
    }
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("conditions", conditions);
    request.put("facts", facts.path("facts"));
    request.put("asOf", facts.path("asOf"));
    for (String name : List.of("closedFields", "closedRegisters")) {
      request.put(name, facts.has(name) ? facts.path(name) : List.of());
    }
    return calls.post(PATH, request);
  }
}
