package cn.zhitong.assistant.department;

import cn.zhitong.common.region.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of the catalogue.
 *
 * @param id the owner's key, stable over renames
 * @param name full name as it signs replies
 * @param shortNames e.g. 省工信厅
 * @param formerNames names before a reform (国土资源局); history under them is this department's
 * @param level null where the owner does not say
 * @param region GB/T 2260 code or null
 * @param parent id of the department above, or null
 * @param successor id of the department that it was merged into, null while it exists
 * @param duties what it answers for
 */
public record Department(
    String id,
    String name,
    List<String> shortNames,
    List<String> formerNames,
    Level level,
    String region,
    String parent,
    String hotline,
    String successor,
    List<Duty> duties) {
  public Department {
    id = required(id, "id");
    name = required(name, "name（名称）");
    shortNames = shortNames == null ? List.of() : List.copyOf(shortNames);
    formerNames = formerNames == null ? List.of() : List.copyOf(formerNames);
    duties = duties == null ? List.of() : List.copyOf(duties);
  }

  private static String required(String value, String field) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("部门缺少 " + field);
    }
    return value.strip();
  }

  /** Every name it goes or went by, the present full name first. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    names.add(name);
    names.addAll(shortNames);
    names.addAll(formerNames);
    return names;
  }

  /**
   * A duty.
   *
   * @param text in plain words
   * @param source where it says so (三定方案, a clause's url), or null
   */
  public record Duty(String text, String source) {
    public Duty {
      text = required(text, "duties.text（职责）");
    }
  }
}
