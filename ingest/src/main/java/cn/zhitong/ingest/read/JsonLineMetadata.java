package cn.zhitong.ingest.read;

import cn.zhitong.common.region.Level;
import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyMetadataBuilder;
import cn.zhitong.ingest.policy.PolicyStatus;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metadata fields of a JSON line; empty values count as not given, wrong ones as a bad line. */
final class JsonLineMetadata {
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ].*)?");

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
    PolicyMetadataBuilder builder = PolicyMetadata.builder();
    text("title", builder::title);
    text("documentNumber", builder::documentNumber);
    text("indexNumber", builder::indexNumber);
    text("issuer", builder::issuer);
    text("region", builder::region);
    text("attachedTitle", builder::attachedTitle);
    text("replyClass", builder::replyClass);
    text("about", builder::about);
    text("explains", builder::explains);
    text("sourceUrl", builder::sourceUrl);
    code("level", Level::ofCode, builder::level);
    code("kind", PolicyKind::ofCode, builder::kind);
    code("status", PolicyStatus::ofCode, builder::status);
    date("issuedOn", builder::issuedOn);
    date("generatedOn", builder::generatedOn);
    date("publishedOn", builder::publishedOn);
    date("effectiveFrom", builder::effectiveFrom);
    date("effectiveTo", builder::effectiveTo);
    list("themes", builder::themes);
    list("industries", builder::industries);
    return builder.build();
  }

  private void text(String field, Consumer<String> set) {
    String value = firstText(node, field);
    if (value != null) {
      set.accept(value);
    }
  }

  private <T> void code(String field, Function<String, T> parse, Consumer<T> set)
      throws JsonLinesReader.InvalidLine {
    String value = firstText(node, field);
    if (value == null) {
      return;
    }
    try {
      set.accept(parse.apply(value));
    } catch (IllegalArgumentException e) {
      throw new JsonLinesReader.InvalidLine(
          id, "的 " + field + " 字段「" + shorten(value) + "」不是认识的代码，请按接口文档改正。");
    }
  }

  private void date(String field, Consumer<LocalDate> set) throws JsonLinesReader.InvalidLine {
    String value = firstText(node, field);
    if (value == null) {
      return;
    }
    Matcher matcher = DATE.matcher(value);
    try {
      if (matcher.matches()) {
        set.accept(
            LocalDate.of(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))));
        return;
      }
    } catch (DateTimeException e) {
      // Reported below, like everything else that is no date.
    }
    throw new JsonLinesReader.InvalidLine(
        id, "的 " + field + " 字段「" + shorten(value) + "」不是日期，请写成 2025-04-20 的样子。");
  }

  private void list(String field, Consumer<List<String>> set) {
    JsonNode value = node.get(field);
    List<String> items = new ArrayList<>();
    if (value != null && value.isArray()) {
      value.forEach(item -> addText(item, items));
    } else if (value != null) {
      addText(value, items);
    }
    if (!items.isEmpty()) {
      set.accept(items);
    }
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
