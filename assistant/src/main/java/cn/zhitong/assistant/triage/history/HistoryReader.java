package cn.zhitong.assistant.triage.history;

import cn.zhitong.assistant.tables.Sheet;
import cn.zhitong.assistant.tables.SheetReader;
import cn.zhitong.assistant.triage.history.HistoryColumns.Field;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads labelled history from JSON Lines, CSV or XLSX. */
public final class HistoryReader {
  private HistoryReader() {}

  /** Reads JSON Lines {@code {id, title, text, category, department}}, or as the columns say. */
  public static History lines(InputStream ndjson, HistoryColumns columns, ObjectMapper json)
      throws IOException {
    History.Builder history = new History.Builder();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(ndjson, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        add(history, number, line, columns, json);
      }
    }
    return history.build();
  }

  private static void add(
      History.Builder history, int number, String line, HistoryColumns columns, ObjectMapper json) {
    JsonNode row;
    try {
      row = json.readTree(line);
    } catch (JsonProcessingException e) {
      row = null;
    }
    if (row == null || !row.isObject()) {
      history.bad(number, "这一行不是 JSON 对象");
      return;
    }
    history.add(
        number,
        text(row, columns, Field.ID),
        text(row, columns, Field.TITLE),
        text(row, columns, Field.TEXT),
        text(row, columns, Field.CATEGORY),
        text(row, columns, Field.DEPARTMENT));
  }

  private static String text(JsonNode row, HistoryColumns columns, Field field) {
    for (String name : columns.names(field)) {
      JsonNode value = row.path(name);
      if (!value.isNull() && !value.isMissingNode()) {
        return value.asText();
      }
    }
    return "";
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException when it is none, or lacks what is needed, in Chinese
   */
  public static History table(InputStream file, HistoryColumns columns) throws IOException {
    Sheet sheet = SheetReader.read(file, HistoryColumns.names());
    Map<Field, Integer> at = columns.in(sheet);
    History.Builder history = new History.Builder();
    for (Sheet.Row row : sheet.rows()) {
      history.add(
          row.number(),
          row.cell(at.get(Field.ID)),
          row.cell(at.get(Field.TITLE)),
          row.cell(at.get(Field.TEXT)),
          row.cell(at.get(Field.CATEGORY)),
          row.cell(at.get(Field.DEPARTMENT)));
    }
    return history.build();
  }
}
