package cn.zhitong.assistant.department;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What loading a catalogue changes: a new name under an id is a rename, whose old name becomes a
 * former one, so that the history under it is still this department's.
 */
record CatalogueChangeSet(List<Department> departments, List<DepartmentStore.Change> changes) {

  static CatalogueChangeSet of(
      List<Department> before, List<Department> now, String who, Instant when) {
    Map<String, Department> known = new HashMap<>();
    before.forEach(department -> known.put(department.id(), department));
    Map<String, Department> all = new HashMap<>(known);
    now.forEach(department -> all.put(department.id(), department));
    List<Department> departments = new ArrayList<>();
    List<DepartmentStore.Change> changes = new ArrayList<>();
    for (Department department : now) {
      Department old = known.get(department.id());
      departments.add(keepingNames(department, old));
      if (old == null) {
        changes.add(change(department, "added", null, department.name(), who, when));
      } else if (!old.name().equals(department.name())) {
        changes.add(change(department, "renamed", old.name(), department.name(), who, when));
      }
      String merged = old == null ? null : old.successor();
      if (!Objects.equals(merged, department.successor())) {
        Department to =
            department.successor() == null ? department : all.get(department.successor());
        String kind = department.successor() == null ? "restored" : "merged";
        changes.add(change(department, kind, department.name(), to.name(), who, when));
      }
    }
    return new CatalogueChangeSet(departments, changes);
  }

  private static DepartmentStore.Change change(
      Department department, String kind, String from, String to, String who, Instant when) {
    return new DepartmentStore.Change(department.id(), kind, from, to, who, when);
  }

  private static Department keepingNames(Department department, Department old) {
    if (old == null) {
      return department;
    }
    List<String> former = new ArrayList<>(department.formerNames());
    List<String> present = new ArrayList<>(department.shortNames());
    present.add(department.name());
    List<String> earlier = new ArrayList<>(old.formerNames());
    earlier.add(old.name());
    for (String name : earlier) {
      if (!present.contains(name) && !former.contains(name)) {
        former.add(name);
      }
    }
    return new Department(
        department.id(),
        department.name(),
        department.shortNames(),
        former,
        department.level(),
        department.region(),
        department.parent(),
        department.hotline(),
        department.successor(),
        department.duties());
  }
}
