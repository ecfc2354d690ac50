package cn.zhitong.assistant.triage;

import cn.zhitong.ingest.policy.Level;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a catalogue: {@code departments: [{id, name, shortNames, formerNames, level, region,
 * parent, hotline, duties}]}, in YAML or JSON (which is YAML too). A duty is a sentence or {@code
 * {text, source}}. The whole file is checked before anything of it is used.
 */
final class CatalogueYaml {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private CatalogueYaml() {}

  /**
   * @throws IllegalArgumentException with what is wrong and at which entry, in Chinese
   */
  static List<Department> read(InputStream in) throws IOException {
    JsonNode root;
    try {
      root = YAML.readTree(in);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(
          "部门目录不是有效的 YAML（第 " + e.getLocation().getLineNr() + " 行）", e);
    }
    return read(root);
  }

  static List<Department> read(JsonNode root) {
    JsonNode entries = root == null ? null : root.get("departments");
    if (entries == null || !entries.isArray() || entries.isEmpty()) {
      throw new IllegalArgumentException("部门目录须以 departments: 开头，其下列出各部门");
    }
    List<Department> departments = new ArrayList<>();
    for (JsonNode entry : entries) {
      try {
        departments.add(department(entry));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "第 " + (departments.size() + 1) + " 个部门：" + e.getMessage(), e);
      }
    }
    check(departments);
    return departments;
  }

  private static Department department(JsonNode entry) {
    return new Department(
        text(entry, "id"),
        text(entry, "name"),
        texts(entry, "shortNames"),
        texts(entry, "formerNames"),
        level(text(entry, "level")),
        region(text(entry, "region")),
        text(entry, "parent"),
        text(entry, "hotline"),
        duties(entry));
  }

  private static Level level(String code) {
    if (code == null) {
      return null;
    }
    try {
      return Level.ofCode(code);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("level 须是 national、province、city 或 county", e);
    }
  }

  private static String region(String code) {
    if (code != null && !code.matches("\\d{6}")) {
      throw new IllegalArgumentException("region 须是六位行政区划代码");
    }
    return code;
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

  private static void check(List<Department> departments) {
    Map<String, String> idOfName = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (Department department : departments) {
      if (!ids.add(department.id())) {
        throw new IllegalArgumentException("id 重复：" + department.id());
      }
      String other = idOfName.put(department.name(), department.id());
      if (other != null) {
        throw new IllegalArgumentException("名称重复：" + department.name());
      }
    }
    for (Department department : departments) {
      if (department.parent() != null && !ids.contains(department.parent())) {
        throw new IllegalArgumentException(
            department.name() + " 的上级 " + department.parent() + " 不在目录中");
      }
    }
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
