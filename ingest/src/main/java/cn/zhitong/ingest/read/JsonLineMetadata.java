package cn.zhitong.ingest.read;

import cn.zhitong.ingest.policy.MetadataFields;
import cn.zhitong.ingest.policy.MetadataFields.Field;
import cn.zhitong.ingest.policy.PolicyMetadata;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metadata fields of a JSON line; empty values count as not given, wrong ones as a bad line. */
final class JsonLineMetadata {
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ].*)?");

  /** Derived from the title, and read out of the text alone. */
  private static final Set<String> NOT_GIVEN = Set.of("displayTitle", "supersedes");

  private final JsonNode node;
  private final String id;

  private JsonLineMetadata(JsonNode node, String id) {
    this.node = node;
    this.id = id;
  }

  static PolicyMetadata of(JsonNode node, String id) throws JsonLinesReader.InvalidLine {
    return new JsonLineMetadata(node, id).read();
  }

  private PolicyMetadata read() throws JsonLinesReader.InvalidLine {
    Map<String, Object> values = new HashMap<>();
    for (Field field : MetadataFields.ALL) {
      Object value = NOT_GIVEN.contains(field.name()) ? null : value(field);
      if (value != null) {
        values.put(field.name(), value);
      }
    }
    return MetadataFields.of(values);
  }

  private Object value(Field field) throws JsonLinesReader.InvalidLine {
    if (field.isTexts()) {
      return texts(node.get(field.name()));
    }
    String text = firstText(node, field.name());
    if (text == null || field.type() == String.class) {
      return text;
    }
    return field.isCoded() ? code(field, text) : date(field.name(), text);
  }

  private Object code(Field field, String text) throws JsonLinesReader.InvalidLine {
    try {
      return field.coded(text);
    } catch (IllegalArgumentException e) {
      throw new JsonLinesReader.InvalidLine(
          id, "的 " + field.name() + " 字段「" + shorten(text) + "」不是认识的代码，请按接口文档改正。");
    }
  }

  private LocalDate date(String field, String text) throws JsonLinesReader.InvalidLine {
    Matcher matcher = DATE.matcher(text);
    try {
      if (matcher.matches()) {
        return LocalDate.of(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)));
      }
    } catch (DateTimeException e) {
      // Reported below, like everything else that is no date.
    }
    throw new JsonLinesReader.InvalidLine(
        id, "的 " + field + " 字段「" + shorten(text) + "」不是日期，请写成 2025-04-20 的样子。");
  }

  private static List<String> texts(JsonNode value) {
    List<String> items = new ArrayList<>();
    if (value != null && value.isArray()) {
      value.forEach(item -> addText(item, items));
    } else if (value != null) {
      addText(value, items);
    }
    return items;
  }

  private static void addText(JsonNode value, List<String> items) {
    if (value.isTextual() && !value.asText().isBlank()) {
      items.add(value.asText().strip());
    }
  }

  /** The first of the fields that holds a text or a number; null where none does. */
  static String firstText(JsonNode node, String... fields) {
    for (String field : fields) {
      JsonNode value = node.get(field);
      if (value != null && value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
        return value.asText().strip();
      }
    }
    return null;
  }

  private static String shorten(String value) {
    return value.length() <= 30 ? value : value.substring(0, 30) + "…";
  }
}
