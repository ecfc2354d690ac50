package cn.zhitong.assistant.triage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Labelled history as it was given: the rows that can be used and what is wrong with the others.
 *
 * @param bad lines that are no row, at most {@link #MAX_BAD_SHOWN} of them described
 * @param unknownLabels category labels that are none of the three, with how many rows bear them
 */
record History(
    List<HistoryRow> rows, int badCount, List<Bad> bad, Map<String, Integer> unknownLabels) {
  private static final int MAX_BAD_SHOWN = 20;

  record Bad(int line, String problem) {}

  /** Reads JSON Lines {@code {id, title, text, category, department}}. */
  static History read(Reader ndjson, ObjectMapper json) throws IOException {
    List<HistoryRow> rows = new ArrayList<>();
    List<Bad> bad = new ArrayList<>();
    Map<String, Integer> unknown = new TreeMap<>();
    int badCount = 0;
    int number = 0;
    BufferedReader lines = new BufferedReader(ndjson);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        rows.add(row(json.readTree(line), number, unknown));
      } catch (JsonProcessingException | IllegalArgumentException e) {
        badCount++;
        if (bad.size() < MAX_BAD_SHOWN) {
          bad.add(new Bad(number, problem(e)));
        }
      }
    }
    return new History(List.copyOf(rows), badCount, List.copyOf(bad), Map.copyOf(unknown));
  }

  private static String problem(Exception e) {
    return e instanceof JsonProcessingException ? "这一行不是 JSON 对象" : e.getMessage();
  }

  private static HistoryRow row(JsonNode row, int number, Map<String, Integer> unknown) {
    if (!row.isObject()) {
      throw new IllegalArgumentException("这一行不是 JSON 对象");
    }
    String title = text(row, "title");
    String text = text(row, "text");
    if (title.isBlank() && text.isBlank()) {
      throw new IllegalArgumentException("标题和正文都是空的");
    }
    String label = text(row, "category");
    Category category = HistoryRow.category(label);
    if (category == null && !label.isBlank()) {
      unknown.merge(label.strip(), 1, Integer::sum);
    }
    String id = text(row, "id");
    return new HistoryRow(
        id.isEmpty() ? "#" + number : id,
        new AppealText(title, text, null, null),
        category,
        text(row, "department").strip());
  }

  private static String text(JsonNode row, String field) {
    JsonNode value = row.path(field);
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }
}
