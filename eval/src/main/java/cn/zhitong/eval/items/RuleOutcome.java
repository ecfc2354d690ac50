package cn.zhitong.eval.items;

import cn.zhitong.eval.dataset.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * What came of a rule over an enterprise's facts, beside what should have.
 *
 * @param item the item's id, or the case's
 * @param enterprise the enterprise's id, empty for a case
 * @param label a line of outcomes.jsonl or cases.jsonl
 * @param answer of the evaluation; only {@code outcome} unknown where there was no rule
 */
record RuleOutcome(String item, String enterprise, JsonNode label, JsonNode answer) {
  /** Two outcomes are possible. */
  boolean isDebatable() {
    return label.path("debatable").asBoolean();
  }

  String expected() {
    return Json.text(label, "outcome");
  }

  String told() {
    return Json.text(answer, "outcome");
  }

  /** Whether the service told this outcome and another one is right. */
  boolean isWrongly(String outcome) {
    return told().equals(outcome) && !isRight();
  }

  boolean isRight() {
    return told().equals(expected());
  }

  boolean isUnknown() {
    return expected().equals("unknown");
  }

  boolean isKindRight() {
    return Json.text(answer, "unknownKind").equals(Json.text(label, "unknownKind"));
  }

  /** Labelled leaves that are not debatable. */
  List<JsonNode> leaves() {
    return StreamSupport.stream(label.path("leaves").spliterator(), false)
        .filter(leaf -> !leaf.path("debatable").asBoolean())
        .toList();
  }

  /** Those of them whose outcome came out otherwise. */
  List<JsonNode> wrongLeaves() {
    Map<Integer, String> came = new HashMap<>();
    answer
        .path("leaves")
        .forEach(leaf -> came.put(leaf.path("index").asInt(), Json.text(leaf, "outcome")));
    return leaves().stream()
        .filter(
            leaf ->
                !Objects.equals(came.get(leaf.path("index").asInt()), Json.text(leaf, "outcome")))
        .toList();
  }

  /** Whether outcome, leaves and, where the case names it, the kind of unknown are right. */
  boolean isCaseRight() {
    return isRight() && wrongLeaves().isEmpty() && (!label.has("unknownKind") || isKindRight());
  }
}
