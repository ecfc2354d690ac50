package cn.zhitong.eval.triage;

import cn.zhitong.eval.dataset.AppealRow;
import cn.zhitong.eval.dataset.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What triage said of one row.
 *
 * @param category code, null where the service proposed none
 * @param departments ranked candidates for lead
 */
record Prediction(
    AppealRow row,
    String category,
    double categoryConfidence,
    List<Department> departments,
    boolean abstained) {

  record Department(String name, double confidence) {}

  static Prediction of(AppealRow row, JsonNode suggestion) {
    return new Prediction(
        row,
        Json.text(suggestion.path("category"), "code"),
        suggestion.path("category").path("confidence").asDouble(),
        departments(suggestion),
        suggestion.path("abstained").asBoolean());
  }

  /** A line of an earlier run's predictions.jsonl. */
  static Prediction ofLine(AppealRow row, JsonNode line) {
    return new Prediction(
        row,
        Json.text(line, "category"),
        line.path("categoryConfidence").asDouble(),
        departments(line),
        line.path("abstained").asBoolean());
  }

  private static List<Department> departments(JsonNode suggestion) {
    List<Department> departments = new ArrayList<>();
    suggestion
        .path("departments")
        .forEach(
            d ->
                departments.add(
                    new Department(Json.text(d, "name"), d.path("confidence").asDouble())));
    return departments;
  }

  boolean categoryRight() {
    return row.category().equals(category);
  }

  /** The first candidate, or an empty name where there is none. */
  String firstDepartment() {
    return departments.isEmpty() ? "" : departments.get(0).name();
  }

  double confidence(boolean ofCategory) {
    return ofCategory
        ? categoryConfidence
        : departments.isEmpty() ? 0 : departments.get(0).confidence();
  }

  boolean first(String department) {
    return !departments.isEmpty() && departments.get(0).name().equals(department);
  }

  boolean amongFirst(int k, String department) {
    return departments.stream().limit(k).anyMatch(d -> d.name().equals(department));
  }

  Map<String, Object> toJson() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", row.id());
    line.put("category", category);
    line.put("categoryConfidence", categoryConfidence);
    line.put("departments", departments);
    line.put("abstained", abstained);
    return line;
  }
}
