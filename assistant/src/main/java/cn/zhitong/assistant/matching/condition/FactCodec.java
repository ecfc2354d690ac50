package cn.zhitong.assistant.matching.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Facts as JSON and back. The only reader of that form. */
public final class FactCodec {
  private FactCodec() {}

  /**
   * @param facts an array; null is none
   * @throws InvalidCondition where it does not follow the contract
   */
  public static List<Fact> readAll(JsonNode facts) {
    if (facts == null || facts.isNull()) {
      return List.of();
    }
    if (!facts.isArray()) {
      throw new InvalidCondition("facts：应为数组");
    }
    List<Fact> all = new ArrayList<>();
    for (JsonNode fact : facts) {
      all.add(read(fact, "facts[" + all.size() + "]"));
    }
    return all;
  }

  /** Names of an array; null is none. */
  public static Set<String> names(JsonNode array) {
    Set<String> names = new LinkedHashSet<>();
    if (array != null && array.isArray()) {
      array.forEach(one -> names.add(one.asText()));
    }
    return names;
  }

  public static Fact read(JsonNode node, String path) {
    String field = ConditionCodec.text(node, "field");
    if (field == null || field.isBlank()) {
      throw new InvalidCondition(path + ".field：不能为空");
    }
    JsonNode value = node.get("value");
    if (value == null || value.isNull()) {
      throw new InvalidCondition(path + ".value：不能为空");
    }
    DateSpan observed = date(node, "observedAt", path);
    return new Fact(
        field,
        ConditionCodec.value(value, path),
        ConditionCodec.text(node, "unit"),
        date(node, "period", path),
        date(node, "validFrom", path),
        date(node, "validTo", path),
        ConditionCodec.text(node, "level"),
        ConditionCodec.text(node, "source"),
        observed == null ? null : observed.last());
  }

  private static DateSpan date(JsonNode node, String name, String path) {
    String text = ConditionCodec.text(node, name);
    if (text == null || text.isBlank()) {
      return null;
    }
    String day = text.contains("T") ? text.substring(0, text.indexOf('T')) : text;
    return DateSpan.parse(day)
        .orElseThrow(
            () ->
                new InvalidCondition(
                    path + "." + name + "：应为 2023、2023-06 或 2023-06-30，而不是 " + text));
  }

  public static ObjectNode write(Fact fact) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("field", fact.field());
    node.set("value", ConditionCodec.write(fact.value()));
    put(node, "unit", fact.unit());
    put(node, "period", written(fact.period()));
    put(node, "validFrom", written(fact.validFrom()));
    put(node, "validTo", written(fact.validTo()));
    put(node, "level", fact.level());
    put(node, "source", fact.source());
    LocalDate told = fact.observedAt();
    put(node, "observedAt", told == null ? null : told.toString());
    return node;
  }

  /** A year as 2023, a month as 2023-06, a day as 2023-06-30. */
  public static String written(DateSpan span) {
    if (span == null) {
      return null;
    }
    String day = span.first().toString();
    if (span.first().equals(span.last())) {
      return day;
    }
    boolean month = span.first().getMonth() == span.last().getMonth();
    return month ? day.substring(0, "2023-06".length()) : day.substring(0, "2023".length());
  }

  private static void put(ObjectNode node, String name, String value) {
    if (value != null) {
      node.put(name, value);
    }
  }
}
