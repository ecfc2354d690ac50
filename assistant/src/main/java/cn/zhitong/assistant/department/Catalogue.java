package cn.zhitong.assistant.department;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The departments, as the owner's catalogue names them. */
@ApplicationScoped
public class Catalogue {
  /** Another node may have loaded one: nodes look again this often. */
  private static final long REFRESH_SECONDS = 2;

  /** No department was merged more often than this in a row. */
  private static final int MOST_MERGERS = 10;

  /** Kinds of change besides a department's being added. */
  private static final List<String> REFORMS = List.of("renamed", "merged", "restored");

  private final DepartmentStore store;
  private final Clock clock;
  private volatile Snapshot snapshot = new Snapshot("", List.of(), Map.of(), Instant.EPOCH);

  /** One state of the catalogue. Names lead to departments; the full name wins over others'. */
  public record Snapshot(
      String version,
      List<Department> departments,
      Map<String, Department> byName,
      Instant until) {}

  @Inject
  Catalogue(DepartmentStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Loads a catalogue in YAML or JSON: adds or replaces departments by id, all or nothing.
   *
   * @return departments in the file
   * @throws IllegalArgumentException with what is wrong and where, in Chinese
   */
  public int load(InputStream yaml) {
    return load(yaml, "system");
  }

  int load(InputStream yaml, String who) {
    try {
      return put(CatalogueYaml.read(yaml, ids()), who);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same from CSV or XLSX. */
  int loadTable(InputStream table, String who) {
    try {
      return put(CatalogueTable.read(table, ids()), who);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> ids() {
    return all().stream().map(Department::id).collect(Collectors.toSet());
  }

  private int put(List<Department> departments, String who) {
    Instant now = clock.instant();
    CatalogueChangeSet reform = CatalogueChangeSet.of(store.all(), departments, who, now);
    store.putAll(reform.departments(), reform.changes(), now);
    snapshot = new Snapshot("", List.of(), Map.of(), Instant.EPOCH);
    return departments.size();
  }

  List<DepartmentStore.Change> changes(String id) {
    return store.changes(id);
  }

  /** Renames, mergers and what undid them, of all departments, the latest first. */
  List<DepartmentStore.Change> reforms(int most) {
    return store.latest(REFORMS, most);
  }

  /**
   * The name under which a department of the past answers today: that of the one which was renamed
   * or into which it was merged. A name that no reform touched stays as it is written.
   */
  public String today(String name) {
    Department department = current().byName().get(name);
    if (department == null) {
      return name;
    }
    boolean former =
        !department.name().equals(name)
            && !department.shortNames().contains(name)
            && department.formerNames().contains(name);
    Department last = department;
    for (int steps = 0; last.successor() != null && steps < MOST_MERGERS; steps++) {
      Optional<Department> next = byId(last.successor());
      if (next.isEmpty()) {
        break;
      }
      last = next.get();
    }
    return former || last != department ? last.name() : name;
  }

  public List<Department> all() {
    return current().departments();
  }

  public Optional<Department> byId(String id) {
    return all().stream().filter(department -> department.id().equals(id)).findFirst();
  }

  /**
   * The department that goes, or went, by this name.
   *
   * @param name full, short or former, exactly
   */
  public Optional<Department> byName(String name) {
    return Optional.ofNullable(current().byName().get(name));
  }

  public Snapshot current() {
    Snapshot present = snapshot;
    Instant now = clock.instant();
    if (now.isBefore(present.until())) {
      return present;
    }
    String version = store.version();
    present =
        version.equals(present.version())
            ? new Snapshot(
                version, present.departments(), present.byName(), now.plusSeconds(REFRESH_SECONDS))
            : snapshot(version, store.all(), now);
    snapshot = present;
    return present;
  }

  private static Snapshot snapshot(String version, List<Department> departments, Instant now) {
    Map<String, Department> byName = new HashMap<>();
    for (Department department : departments) {
      department.names().forEach(name -> byName.putIfAbsent(name, department));
    }
    departments.forEach(department -> byName.put(department.name(), department));
    return new Snapshot(
        version, List.copyOf(departments), Map.copyOf(byName), now.plusSeconds(REFRESH_SECONDS));
  }
}
