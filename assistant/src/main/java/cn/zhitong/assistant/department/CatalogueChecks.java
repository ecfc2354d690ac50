package cn.zhitong.assistant.department;

import cn.zhitong.assistant.department.CatalogueErrors.RowError;
import cn.zhitong.common.region.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes departments of entries as they were written and gathers what is wrong with each, so that an
 * owner can mend a whole file at once.
 */
final class CatalogueChecks {
  /** Codes of organisations have 18 characters. */
  private static final int LONGEST_ID = 64;

  /** The longest name of a department in use has some 40. */
  private static final int LONGEST_NAME = 100;

  /** A paragraph of a 三定规定. */
  private static final int LONGEST_DUTY = 4_000;

  private final String rows;
  private final List<RowError> errors = new ArrayList<>();
  private final Map<Integer, Department> departments = new TreeMap<>();

  /**
   * @param rows how an entry is called: {@code 第 %d 行}
   */
  CatalogueChecks(String rows) {
    this.rows = rows;
  }

  /** An entry as it was written; lists may be empty, texts null. */
  record Entry(
      String id,
      String name,
      List<String> shortNames,
      List<String> formerNames,
      String level,
      String region,
      String parent,
      String hotline,
      String successor,
      List<Department.Duty> duties) {}

  void add(int row, Entry entry) {
    int before = errors.size();
    required(row, "id", entry.id());
    required(row, "name", entry.name());
    lengths(row, entry);
    Level level = level(row, entry.level());
    if (entry.region() != null && !entry.region().matches("\\d{6}")) {
      error(row, "region", "region（行政区划）须是六位行政区划代码，写的是“" + entry.region() + "”");
    }
    if (errors.size() == before) {
      departments.put(
          row,
          new Department(
              entry.id(),
              entry.name(),
              entry.shortNames(),
              entry.formerNames(),
              level,
              entry.region(),
              entry.parent(),
              entry.hotline(),
              entry.successor(),
              entry.duties()));
    }
  }

  void error(int row, String field, String problem) {
    errors.add(new RowError(row, field, problem));
  }

  private void lengths(int row, Entry entry) {
    limit(row, "id", "编号", entry.id(), LONGEST_ID);
    limit(row, "name", "名称", entry.name(), LONGEST_NAME);
    limit(row, "hotline", "电话", entry.hotline(), LONGEST_NAME);
    limit(row, "parent", "上级", entry.parent(), LONGEST_ID);
    limit(row, "successor", "并入", entry.successor(), LONGEST_ID);
    limit(row, "level", "层级", entry.level(), LONGEST_ID);
    limit(row, "region", "行政区划", entry.region(), LONGEST_ID);
    entry.shortNames().forEach(name -> limit(row, "shortNames", "简称", name, LONGEST_NAME));
    entry.formerNames().forEach(name -> limit(row, "formerNames", "曾用名", name, LONGEST_NAME));
    for (Department.Duty duty : entry.duties()) {
      limit(row, "duties", "职责", duty.text(), LONGEST_DUTY);
    }
  }

  private void limit(int row, String field, String label, String value, int most) {
    if (value != null && value.length() > most) {
      error(row, field, label + "最多 " + most + " 个字符，写了 " + value.length() + " 个");
    }
  }

  private void required(int row, String field, String value) {
    if (value == null || value.isBlank()) {
      error(row, field, "缺少 " + field + (field.equals("name") ? "（名称）" : "（编号）"));
    }
  }

  private Level level(int row, String code) {
    if (code == null) {
      return null;
    }
    String known =
        switch (code) {
          case "国家", "国家级" -> "national";
          case "省", "省级" -> "province";
          case "市", "市级" -> "city";
          case "县", "区", "县级", "区县", "区级" -> "county";
          default -> code;
        };
    try {
      return Level.ofCode(known);
    } catch (IllegalArgumentException e) {
      error(row, "level", "level（层级）须是 national、province、city 或 county，写的是“" + code + "”");
      return null;
    }
  }

  /**
   * The departments, where nothing is wrong.
   *
   * @param known ids that the catalogue holds already: a file may name them as parents
   * @throws CatalogueErrors otherwise
   */
  List<Department> checked(Set<String> known) {
    names();
    references(known);
    if (!errors.isEmpty()) {
      errors.sort(java.util.Comparator.comparingInt(RowError::row));
      throw new CatalogueErrors(rows, errors);
    }
    return List.copyOf(departments.values());
  }

  private void names() {
    Map<String, Integer> rowOfId = new HashMap<>();
    Map<String, Integer> rowOfName = new HashMap<>();
    departments.forEach(
        (row, department) -> {
          Integer sameId = rowOfId.putIfAbsent(department.id(), row);
          if (sameId != null) {
            error(row, "id", "id 重复：" + department.id() + " 已用于" + rows.formatted(sameId));
          }
          Integer sameName = rowOfName.putIfAbsent(department.name(), row);
          if (sameName != null) {
            error(row, "name", "名称重复：" + department.name() + " 已用于" + rows.formatted(sameName));
          }
        });
  }

  private void references(Set<String> known) {
    Map<String, Department> byId = new HashMap<>();
    departments.values().forEach(department -> byId.put(department.id(), department));
    Set<String> ids = new HashSet<>(known);
    ids.addAll(byId.keySet());
    departments.forEach(
        (row, department) -> {
          reference(row, "parent", "上级", department, department.parent(), ids);
          reference(row, "successor", "并入的部门", department, department.successor(), ids);
          if (circle(department, byId, Department::successor)) {
            error(row, "successor", department.name() + " 经并入关系回到了自己");
          }
          if (circle(department, byId, Department::parent)) {
            error(row, "parent", department.name() + " 经上级关系回到了自己");
          }
        });
  }

  private void reference(
      int row, String field, String what, Department from, String to, Set<String> ids) {
    if (to != null && !ids.contains(to)) {
      error(row, field, from.name() + " 的" + what + " " + to + " 不在目录中");
    }
  }

  private static boolean circle(
      Department start,
      Map<String, Department> byId,
      java.util.function.Function<Department, String> next) {
    Set<String> passed = new HashSet<>();
    Department at = start;
    while (at != null && passed.add(at.id())) {
      String id = next.apply(at);
      at = id == null ? null : byId.get(id);
    }
    return at != null && at.id().equals(start.id());
  }
}
