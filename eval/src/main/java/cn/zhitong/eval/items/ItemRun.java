package cn.zhitong.eval.items;

import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.drive.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Drives extraction and evaluation over HTTP and counts what came out as labelled. */
public final class ItemRun {
  private final Api api;
  private int gold;
  private int proposed;
  private int found;
  private int numbers;
  private int exact;
  private int leaves;
  private int rightLeaves;
  private int pairs;
  private int rightPairs;
  private int wrongMet;
  private int wrongNotMet;

  private ItemRun(Api api) {
    this.api = api;
  }

  /**
   * @return figures by name, also written to metrics.json
   */
  public static Map<String, Object> run(Api api, Path data, Path out)
      throws IOException, InterruptedException {
    ItemRun run = new ItemRun(api);
    Map<String, JsonNode> items = byId(Json.lines(data.resolve("items.jsonl")));
    Map<String, JsonNode> enterprises = byId(Json.lines(data.resolve("enterprises.jsonl")));
    for (JsonNode item : items.values()) {
      run.extract(item);
    }
    for (JsonNode outcome : Json.lines(data.resolve("outcomes.jsonl"))) {
      run.match(
          outcome,
          items.get(text(outcome, "item", "itemId")),
          enterprises.get(text(outcome, "enterprise", "enterpriseId")));
    }
    Map<String, Object> figures = run.figures();
    Files.createDirectories(out);
    Files.writeString(out.resolve("metrics.json"), Json.MAPPER.writeValueAsString(figures));
    return figures;
  }

  private static String text(JsonNode row, String name, String other) {
    return row.path(name).asText(row.path(other).asText());
  }

  private static Map<String, JsonNode> byId(List<JsonNode> rows) {
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    rows.forEach(row -> byId.put(row.path("id").asText(), row));
    return byId;
  }

  private void extract(JsonNode item) throws IOException, InterruptedException {
    Map<String, Object> request = new LinkedHashMap<>();
    for (String name : List.of("title", "text", "issuer", "region")) {
      request.put(name, item.path(name).isTextual() ? item.path(name).asText() : null);
    }
    String text = item.path("text").asText();
    JsonNode answer = api.postJson("/api/items/extraction", request);
    List<LeafPairs.Pair> best = List.of();
    int most = 0;
    for (JsonNode one : answer.path("items")) {
      List<LeafPairs.Pair> now =
          LeafPairs.of(item.path("conditions"), one.path("conditions"), text);
      if (now.size() >= best.size()) {
        best = now;
        most = LeafPairs.leaves(one.path("conditions")).size();
      }
    }
    List<JsonNode> labelled = LeafPairs.leaves(item.path("conditions"));
    gold += labelled.size();
    proposed += most;
    found += best.size();
    numbers += (int) labelled.stream().filter(LeafPairs::isNumeric).count();
    exact +=
        (int)
            best.stream()
                .filter(pair -> LeafPairs.isNumeric(pair.gold()) && LeafPairs.isExact(pair))
                .count();
  }

  private void match(JsonNode outcome, JsonNode item, JsonNode enterprise)
      throws IOException, InterruptedException {
    if (item == null || enterprise == null) {
      throw new IOException("outcomes.jsonl names an item or enterprise that is not there");
    }
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("conditions", item.path("conditions"));
    for (String name : List.of("facts", "closedFields", "closedRegisters", "asOf")) {
      request.put(name, enterprise.path(name));
    }
    JsonNode answer = api.postJson("/api/matching/evaluation", request);
    for (JsonNode leaf : outcome.path("leaves")) {
      if (!leaf.path("debatable").asBoolean()) {
        leaves++;
        JsonNode came = answer.path("leaves").path(leaf.path("index").asInt());
        rightLeaves += came.path("outcome").equals(leaf.path("outcome")) ? 1 : 0;
      }
    }
    if (!outcome.path("debatable").asBoolean()) {
      pairs++;
      String expected = outcome.path("outcome").asText();
      String came = answer.path("outcome").asText();
      rightPairs += came.equals(expected) ? 1 : 0;
      wrongMet += came.equals("met") && !expected.equals("met") ? 1 : 0;
      wrongNotMet += came.equals("not_met") && !expected.equals("not_met") ? 1 : 0;
    }
  }

  private Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    double precision = share(found, proposed);
    double recall = share(found, gold);
    figures.put("leafPrecision", precision);
    figures.put("leafRecall", recall);
    figures.put(
        "leafF1", precision + recall == 0 ? 0.0 : 2 * precision * recall / (precision + recall));
    figures.put("numericExact", share(exact, numbers));
    figures.put("matchingLeaves", share(rightLeaves, leaves));
    figures.put("matchingItems", share(rightPairs, pairs));
    figures.put("wrongMet", wrongMet);
    figures.put("wrongNotMet", wrongNotMet);
    return figures;
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
