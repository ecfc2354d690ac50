package cn.zhitong.eval.triage;

import cn.zhitong.eval.dataset.AppealRow;
import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.ConsoleProgress;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Trains a candidate from rows through the service, and has it suggest for others. */
public final class TriageRun {
  private static final int ROWS_A_POST = 100;

  private final Api api;
  private final List<String> hubs;

  /**
   * @param hubs units that answer themselves: never learned or proposed
   */
  public TriageRun(Api api, List<String> hubs) {
    this.api = api;
    this.hubs = List.copyOf(hubs);
  }

  /**
   * Suggestions for the test rows by a candidate trained on the others; with no training rows by
   * what the service knows on day one.
   */
  List<Prediction> run(List<AppealRow> train, List<AppealRow> test)
      throws IOException, InterruptedException {
    String model = train.isEmpty() ? "" : "?model=" + train(train);
    Prior prior = Prior.of(train, hubs);
    ConsoleProgress progress = new ConsoleProgress("triaging", test.size());
    List<Prediction> result = new ArrayList<>();
    for (int from = 0; from < test.size(); from += ROWS_A_POST) {
      List<AppealRow> part = test.subList(from, Math.min(test.size(), from + ROWS_A_POST));
      result.addAll(batch(model, part, prior));
      progress.step(part.size());
    }
    return result;
  }

  private List<Prediction> batch(String model, List<AppealRow> rows, Prior prior)
      throws IOException, InterruptedException {
    String lines = rows.stream().map(TriageRun::request).collect(Collectors.joining("\n"));
    String[] replies = api.postLines("/api/triage/batch" + model, lines + "\n").strip().split("\n");
    if (replies.length != rows.size()) {
      throw new IOException(rows.size() + " rows were sent, " + replies.length + " came back");
    }
    List<Prediction> result = new ArrayList<>();
    for (int i = 0; i < replies.length; i++) {
      JsonNode reply = Json.MAPPER.readTree(replies[i]);
      AppealRow row = rows.get(i);
      boolean empty = row.title().isBlank() && row.text().isBlank();
      if (reply.has("problem") && !empty) {
        throw new IOException("row " + row.id() + ": " + reply.path("problem"));
      }
      result.add(reply.has("problem") ? prior.predict(row) : Prediction.of(row, reply));
    }
    return result;
  }

  private String train(List<AppealRow> rows) throws IOException, InterruptedException {
    String lines = rows.stream().map(TriageRun::training).collect(Collectors.joining("\n"));
    String query =
        hubs.stream()
            .map(hub -> "hub=" + URLEncoder.encode(hub, StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    String path = "/api/triage/models" + (query.isEmpty() ? "" : "?" + query);
    JsonNode job = Json.MAPPER.readTree(api.postLines(path, lines + "\n"));
    String id = Json.text(job, "id");
    while (true) {
      switch (Json.text(job, "state")) {
        case "finished" -> {
          return Json.text(job, "modelId");
        }
        case "failed" -> throw new IOException("training failed: " + job);
        default -> {
          Thread.sleep(500);
          job = api.get("/api/triage/models/jobs/" + id);
        }
      }
    }
  }

  private static String request(AppealRow row) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", row.id());
    line.put("title", row.title());
    line.put("text", row.text());
    if (row.askedAt() != null) {
      line.put("askedAt", row.askedAt());
    }
    return Json.line(line);
  }

  private static String training(AppealRow row) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", row.id());
    line.put("title", row.title());
    line.put("text", row.text());
    line.put("category", row.category());
    line.put("department", row.department());
    return Json.line(line);
  }

  /** What is said of a row with no text at all: the commonest labels of the history. */
  private record Prior(
      String category, double confidence, List<Prediction.Department> departments) {

    static Prior of(List<AppealRow> rows, List<String> hubs) {
      Map<String, Long> categories =
          rows.stream()
              .filter(row -> row.category() != null)
              .collect(Collectors.groupingBy(AppealRow::category, Collectors.counting()));
      Map<String, Long> departments =
          rows.stream()
              .filter(row -> row.department() != null && !hubs.contains(row.department()))
              .collect(Collectors.groupingBy(AppealRow::department, Collectors.counting()));
      double total = Math.max(1, categories.values().stream().mapToLong(Long::longValue).sum());
      double owned = Math.max(1, departments.values().stream().mapToLong(Long::longValue).sum());
      Map.Entry<String, Long> commonest =
          categories.entrySet().stream()
              .max(Map.Entry.comparingByValue())
              .orElse(Map.entry("demand", 0L));
      List<Prediction.Department> ranked =
          departments.entrySet().stream()
              .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
              .limit(3)
              .map(e -> new Prediction.Department(e.getKey(), e.getValue() / owned))
              .toList();
      return new Prior(commonest.getKey(), commonest.getValue() / total, ranked);
    }

    Prediction predict(AppealRow row) {
      return new Prediction(row, category, confidence, departments, true);
    }
  }
}
