package cn.zhitong.assistant.triage;

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

/** The departments, as the owner's catalogue names them. */
@ApplicationScoped
public class Catalogue {
  /** Another node may have loaded one: nodes look again this often. */
  private static final long REFRESH_SECONDS = 2;

  private final DepartmentStore store;
  private final Clock clock;
  private volatile Snapshot snapshot = new Snapshot("", List.of(), Map.of(), Instant.EPOCH);

  /** One state of the catalogue. Names lead to departments; the full name wins over others'. */
  record Snapshot(
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
    try {
      return put(CatalogueYaml.read(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int put(List<Department> departments) {
    store.putAll(departments, clock.instant());
    snapshot = new Snapshot("", List.of(), Map.of(), Instant.EPOCH);
    return departments.size();
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

  Snapshot current() {
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
