package cn.zhitong.assistant.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The rules of JSON Schema that tools' schemas use. */
final class SchemaRules {
  private SchemaRules() {}

  /** What does not fit, by its path. */
  static List<String> faults(JsonNode root, JsonNode schema, JsonNode value, String path) {
    if (schema.has("$ref")) {
      String pointer = schema.get("$ref").asText().substring(1);
      return faults(root, root.at(pointer), value, path);
    }
    List<String> faults = new ArrayList<>();
    if (schema.has("anyOf")) {
      boolean any = false;
      for (JsonNode one : schema.get("anyOf")) {
        any |= faults(root, one, value, path).isEmpty();
      }
      return any ? faults : List.of(path + " fits none");
    }
    if (schema.has("type") && !type(schema.get("type"), value)) {
      faults.add(path + " is " + value.getNodeType() + ", not " + schema.get("type"));
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      faults.add(path + " is " + value + ", not of " + schema.get("enum"));
    }
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asText())) {
        faults.add(path + " lacks " + name);
      }
    }
    value
        .properties()
        .forEach(
            field -> {
              JsonNode known = schema.path("properties").path(field.getKey());
              if (!known.isMissingNode()) {
                faults.addAll(faults(root, known, field.getValue(), path + "." + field.getKey()));
              } else if (schema.path("additionalProperties").isBoolean()
                  && !schema.path("additionalProperties").asBoolean()) {
                faults.add(path + "." + field.getKey() + " is not known");
              }
            });
    if (value.isArray() && schema.has("items")) {
      value.forEach(item -> faults.addAll(faults(root, schema.get("items"), item, path + "[]")));
    }
    return faults;
  }

  private static boolean type(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (type(one, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> false;
    };
  }

  private static boolean contains(JsonNode values, JsonNode value) {
    for (JsonNode one : values) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
