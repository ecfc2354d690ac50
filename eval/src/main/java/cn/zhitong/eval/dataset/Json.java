package cn.zhitong.eval.dataset;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JSON reading and writing for datasets and results. */
public final class Json {
  public static final ObjectMapper MAPPER =
      StandardJson.MAPPER
          .copy()
          // The law questions have NaN where an answer is missing.
          .configure(JsonParser.Feature.ALLOW_NON_NUMERIC_NUMBERS, true)
          .enable(SerializationFeature.INDENT_OUTPUT);

  private Json() {}

  /**
   * Every line of a JSON Lines file.
   *
   * @throws IOException naming file and line where a line is no JSON object
   */
  public static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> result = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        try {
          result.add(MAPPER.readTree(line));
        } catch (IOException e) {
          throw new IOException(file + " line " + number + ": not a JSON object", e);
        }
      }
    }
    return result;
  }

  /** One line, for JSON Lines output. */
  public static String line(Object value) {
    try {
      return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The field's text, empty where it is missing or null. */
  public static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? "" : value.asText();
  }
}
