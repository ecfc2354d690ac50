package cn.zhitong.assistant.casework.rights;

import cn.zhitong.assistant.casework.Owner;
import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.department.Catalogue;
import cn.zhitong.assistant.department.Department;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The departments that cases go to: those of the catalogue, since nobody else would ever see them.
 * Only where no catalogue is loaded, a name stands as it is written.
 */
@ApplicationScoped
public class DepartmentLookup {
  private static final int LONGEST = 100;
  private static final int PROPOSED = 3;

  /** A name that shares less than this of its characters with another is not meant by it. */
  private static final double ALIKE = .6;

  private final Catalogue catalogue;

  DepartmentLookup(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * By catalogue id, else by any name it goes or went by; one that was merged is its successor.
   *
   * @throws Problem.InvalidRequest when the catalogue has no such department
   */
  public Owner owner(String text) {
    String name = PlainText.clean(text);
    if (name.isEmpty() || name.length() > LONGEST) {
      throw new Problem.InvalidRequest("department（部门）不能为空，且不超过 " + LONGEST + " 个字符。");
    }
    return find(name)
        .map(department -> new Owner(department.id(), department.name()))
        .orElseGet(() -> unlisted(name));
  }

  private Owner unlisted(String name) {
    if (catalogue.all().isEmpty()) {
      return new Owner(null, name);
    }
    List<String> alike = alike(name);
    throw new Problem.InvalidRequest(
        "“"
            + name
            + "”不在部门目录中，"
            + (alike.isEmpty() ? "" : "是否指" + String.join("、", alike) + "？")
            + "请按目录中的名称或编号填写，或先在部门目录中增加。",
        Map.of("department", name, "candidates", alike));
  }

  /** Whether there is somebody to see the case: a department of the catalogue, where one is. */
  public boolean known(Owner owner) {
    return catalogue.all().isEmpty()
        || owner.id() != null && catalogue.byId(owner.id()).isPresent()
        || find(owner.name()).isPresent();
  }

  /** A department of the catalogue. */
  public Optional<Department> byId(String id) {
    return catalogue.byId(id);
  }

  private Optional<Department> find(String name) {
    return catalogue
        .byId(name)
        .or(() -> catalogue.byName(name))
        .map(Department::name)
        .map(catalogue::today)
        .flatMap(catalogue::byName);
  }

  private List<String> alike(String name) {
    return catalogue.all().stream()
        .map(Department::name)
        .filter(other -> shared(name, other) >= ALIKE * name.length())
        .sorted(Comparator.comparingInt((String other) -> -shared(name, other)))
        .limit(PROPOSED)
        .toList();
  }

  /** Characters of one name that occur in the other in the same order. */
  private static int shared(String name, String other) {
    int[] row = new int[other.length() + 1];
    for (int i = 0; i < name.length(); i++) {
      int diagonal = 0;
      for (int j = 0; j < other.length(); j++) {
        int above = row[j + 1];
        row[j + 1] =
            name.charAt(i) == other.charAt(j) ? diagonal + 1 : Math.max(row[j + 1], row[j]);
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
