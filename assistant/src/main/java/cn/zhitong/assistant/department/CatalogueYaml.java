package cn.zhitong.assistant.department;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a catalogue: {@code departments: [{id, name, shortNames, formerNames, level, region,
 * parent, hotline, successor, duties}]}, in YAML or JSON (which is YAML too). A duty is a sentence
 * or {@code {text, source}}. The whole file is checked before anything of it is used.
 */
final class CatalogueYaml {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private CatalogueYaml() {}

  /**
   * @param known ids that the catalogue holds already
   * @throws IllegalArgumentException with what is wrong; {@link CatalogueErrors} with every entry
   */
  static List<Department> read(InputStream in, Set<String> known) throws IOException {
    JsonNode root;
    try {
      root = YAML.readTree(in);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(
          e.getLocation() == null
              ? "部门目录不是有效的 YAML，或嵌套过深"
              : "部门目录不是有效的 YAML（第 " + e.getLocation().getLineNr() + " 行）",
          e);
    }
    return read(root, known);
  }

  static List<Department> read(JsonNode root, Set<String> known) {
    JsonNode entries = root == null ? null : root.get("departments");
    if (entries == null || !entries.isArray() || entries.isEmpty()) {
      throw new IllegalArgumentException("部门目录须以 departments: 开头，其下列出各部门");
    }
    CatalogueChecks checks = new CatalogueChecks("第 %d 个部门");
    int number = 0;
    for (JsonNode entry : entries) {
      number++;
      try {
        checks.add(number, entry(entry));
      } catch (IllegalArgumentException e) {
        checks.error(number, "duties", e.getMessage());
      }
    }
    return checks.checked(known);
  }

  private static CatalogueChecks.Entry entry(JsonNode entry) {
    return new CatalogueChecks.Entry(
        text(entry, "id"),
        text(entry, "name"),
        texts(entry, "shortNames"),
        texts(entry, "formerNames"),
        text(entry, "level"),
        text(entry, "region"),
        text(entry, "parent"),
        text(entry, "hotline"),
        text(entry, "successor"),
        duties(entry));
  }

  private static List<Department.Duty> duties(JsonNode entry) {
    List<Department.Duty> duties = new ArrayList<>();
    for (JsonNode duty : entry.path("duties")) {
      duties.add(
          duty.isTextual()
              ? new Department.Duty(duty.textValue(), null)
              : new Department.Duty(text(duty, "text"), text(duty, "source")));
    }
    return duties;
  }

  private static String text(JsonNode entry, String field) {
    JsonNode value = entry.get(field);
    return value == null || value.isNull() || value.asText().isBlank()
        ? null
        : value.asText().strip();
  }

  private static List<String> texts(JsonNode entry, String field) {
    List<String> result = new ArrayList<>();
    for (JsonNode value : entry.path(field)) {
      if (!value.asText().isBlank()) {
        result.add(value.asText().strip());
      }
    }
    return result;
  }
}
