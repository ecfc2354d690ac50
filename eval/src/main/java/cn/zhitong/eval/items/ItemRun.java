package cn.zhitong.eval.items;

import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.drive.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Drives extraction and evaluation over HTTP: conditions read from labelled texts, labelled rules
 * over labelled facts, the rules that were read over the same facts, and small cases of one
 * convention each.
 */
public final class ItemRun {
  private static final String EXTRACTION = "/api/items/extraction";

  private final TimedCalls calls;
  private final RuleEvaluation evaluation;
  private final Map<String, LabelledItem> items = new LinkedHashMap<>();
  private final Map<String, JsonNode> enterprises = new LinkedHashMap<>();
  private int proposals;

  private ItemRun(Api api, Path data) throws IOException {
    calls = new TimedCalls(api);
    evaluation = new RuleEvaluation(calls);
    for (JsonNode row : Json.lines(data.resolve("items.jsonl"))) {
      LabelledItem item = LabelledItem.of(row);
      items.put(item.id(), item);
    }
    for (JsonNode row : Json.lines(data.resolve("enterprises.jsonl"))) {
      enterprises.put(Json.text(row, "id"), row);
    }
  }

  /**
   * Writes metrics.json, items.jsonl, misses.csv and report.html.
   *
   * @param data items.jsonl, enterprises.jsonl, outcomes.jsonl and perhaps cases.jsonl
   * @return the figures
   * @throws IOException where the service refuses a call or a row of the data is broken
   */
  public static ItemResults run(Api api, Path data, Path out)
      throws IOException, InterruptedException {
    ItemFigures figures = new ItemRun(api, data).figures(data);
    ItemReport.write(data.toAbsolutePath().getFileName().toString(), figures, out);
    return new ItemResults(figures.metrics(), figures.table());
  }

  private ItemFigures figures(Path data) throws IOException, InterruptedException {
    Map<String, ItemScore> scores = extract();
    List<RuleOutcome> labelled = new ArrayList<>();
    List<RuleOutcome> endToEnd = new ArrayList<>();
    for (JsonNode label : Json.lines(data.resolve("outcomes.jsonl"))) {
      ItemScore score = scores.get(name(label, "item"));
      JsonNode enterprise = enterprises.get(name(label, "enterprise"));
      if (score == null || enterprise == null) {
        throw new IOException("outcomes.jsonl names an item or enterprise that is not there");
      }
      labelled.add(outcome(label, score.item().unmarkedConditions(), enterprise));
      if (!labelled.get(labelled.size() - 1).isDebatable()) {
        endToEnd.add(outcome(label, score.conditionsWithFactNames(), enterprise));
      }
    }
    List<RuleOutcome> cases = cases(data.resolve("cases.jsonl"));
    return new ItemFigures(
        List.copyOf(scores.values()),
        labelled,
        endToEnd,
        cases,
        items.isEmpty() ? 0 : (double) proposals / items.size(),
        calls.median(EXTRACTION),
        calls.median(RuleEvaluation.PATH));
  }

  private Map<String, ItemScore> extract() throws IOException, InterruptedException {
    Map<String, ItemScore> scores = new LinkedHashMap<>();
    for (LabelledItem item : items.values()) {
      JsonNode proposed = calls.post(EXTRACTION, item.request()).path("items");
      proposals += proposed.size();
      scores.put(item.id(), ItemScore.best(item, proposed));
    }
    return scores;
  }

  private RuleOutcome outcome(JsonNode label, JsonNode rule, JsonNode enterprise)
      throws IOException, InterruptedException {
    return new RuleOutcome(
        name(label, "item"), name(label, "enterprise"), label, evaluation.of(rule, enterprise));
  }

  private List<RuleOutcome> cases(Path file) throws IOException, InterruptedException {
    List<RuleOutcome> cases = new ArrayList<>();
    for (JsonNode row : Files.exists(file) ? Json.lines(file) : List.<JsonNode>of()) {
      JsonNode answer = evaluation.of(row.path("conditions"), row);
      cases.add(new RuleOutcome(Json.text(row, "id"), "", row, answer));
    }
    return cases;
  }

  private static String name(JsonNode label, String of) {
    return label.path(of).asText(label.path(of + "Id").asText());
  }
}
