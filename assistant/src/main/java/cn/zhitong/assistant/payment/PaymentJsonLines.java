package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.tables.Sheet;
import cn.zhitong.assistant.tables.SheetList;
import cn.zhitong.assistant.tables.TableText;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads JSON Lines, or one array of objects, as a table: keys are the columns' names. A line that
 * is no object becomes a row that cannot be read, under its own number.
 */
final class PaymentJsonLines {
  /** Stands in the first cell of a line that is broken; no list has it. */
  static final String BROKEN = "\u0000";

  private static final int MOST_DIGITS = 40;

  /** A payment has a dozen; each of them is a cell of every row. */
  private static final int MOST_KEYS = 200;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final ObjectReader ELEMENT =
      JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private PaymentJsonLines() {}

  private record Line(int number, Map<String, String> cells, String broken) {}

  static SheetList read(Path file, int mostRows) throws IOException {
    String text = TableText.decoded(Files.readAllBytes(file));
    List<Line> lines =
        text.stripLeading().startsWith("[") ? array(text, mostRows) : lines(text, mostRows);
    List<String> header = header(lines);
    List<Sheet.Row> rows = new ArrayList<>();
    for (Line line : lines) {
      List<String> cells =
          line.broken() != null
              ? List.of(BROKEN + line.broken())
              : header.stream().map(key -> line.cells().getOrDefault(key, "")).toList();
      rows.add(new Sheet.Row(null, line.number(), cells, Set.of()));
    }
    Sheet sheet = new Sheet(header, rows, List.of());
    return new SheetList(List.of(new SheetList.TitledSheet(null, List.of(), sheet)), List.of());
  }

  private static List<String> header(List<Line> lines) {
    Set<String> header = new LinkedHashSet<>();
    for (Line line : lines) {
      header.addAll(line.cells().keySet());
      if (header.size() > MOST_KEYS) {
        throw new IllegalArgumentException("各行的键超过 " + MOST_KEYS + " 种，请检查文件");
      }
    }
    return List.copyOf(header);
  }

  private static List<Line> lines(String text, int mostRows) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    Iterator<String> all = text.lines().iterator();
    while (all.hasNext()) {
      String line = all.next();
      number++;
      if (!line.isBlank()) {
        requireRoom(lines, mostRows);
        lines.add(line(number, line));
      }
    }
    return lines;
  }

  private static void requireRoom(List<Line> lines, int mostRows) {
    if (lines.size() == mostRows) {
      throw new IllegalArgumentException("文件超过 " + mostRows + " 行，请分成几个文件");
    }
  }

  private static Line line(int number, String text) {
    try {
      return line(number, JSON.readTree(text));
    } catch (JsonProcessingException e) {
      boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
      return new Line(number, Map.of(), twice ? "同一个键出现了两次" : "不是有效的 JSON");
    }
  }

  private static List<Line> array(String text, int mostRows) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        requireRoom(lines, mostRows);
        lines.add(line(lines.size() + 1, ELEMENT.<JsonNode>readTree(parser)));
      }
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("文件在数组之后还有内容，请每行一个对象");
      }
      return lines;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("文件不是有效的 JSON，请每行一个对象", e);
    }
  }

  private static Line line(int number, JsonNode node) {
    if (!node.isObject()) {
      return new Line(number, Map.of(), "应为一个 JSON 对象");
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : node.properties()) {
      JsonNode value = one.getValue();
      if (value.isContainerNode()) {
        return new Line(number, Map.of(), "“" + one.getKey() + "”应为文字或数字");
      }
      String plain =
          value.isNull() ? "" : value.isNumber() ? number(value) : value.asText().strip();
      cells.put(one.getKey(), plain);
    }
    return new Line(number, cells, null);
  }

  /** 1e999999999 would be a gigabyte of digits. */
  private static String number(JsonNode value) {
    BigDecimal number = value.decimalValue();
    return Math.abs(number.scale()) > MOST_DIGITS ? number.toString() : number.toPlainString();
  }
}
