package cn.zhitong.assistant.department;

import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.region.Level;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The department table. */
@ApplicationScoped
class DepartmentStore {
  private static final String ALL =
      """
      select id, name, short_names, former_names, level, region, parent, hotline, successor, duties
      from assistant.department order by id
      """;
  private static final String PUT =
      """
      insert into assistant.department
        (id, name, short_names, former_names, level, region, parent, hotline, successor, duties,
         updated_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
      on conflict (id) do update
         set name = excluded.name, short_names = excluded.short_names,
             former_names = excluded.former_names, level = excluded.level, region = excluded.region,
             parent = excluded.parent, hotline = excluded.hotline, successor = excluded.successor,
             duties = excluded.duties, updated_at = excluded.updated_at
      """;
  private static final String CHANGE =
      """
      insert into assistant.department_change
        (id, department_id, kind, from_name, to_name, changed_by, changed_at)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String CHANGES =
      """
      select department_id, kind, from_name, to_name, changed_by, changed_at
      from assistant.department_change where department_id = ? order by changed_at desc, id desc
      """;
  private static final String LATEST =
      """
      select department_id, kind, from_name, to_name, changed_by, changed_at
      from assistant.department_change where kind = any (?)
      order by changed_at desc, id desc limit ?
      """;
  private static final String VERSION =
      "select count(*) || '/' || coalesce(max(updated_at)::text, '') from assistant.department";
  private static final TypeReference<List<Department.Duty>> DUTIES = new TypeReference<>() {};

  private final Jdbc jdbc;
  private final ObjectMapper json;

  @Inject
  DepartmentStore(Jdbc jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<Department> all() {
    return jdbc.query(ALL, this::department);
  }

  /** Changes whenever the table does: what nodes compare before reading it again. */
  String version() {
    return jdbc.first(VERSION, row -> row.getString(1)).orElseThrow();
  }

  /**
   * A change of the catalogue.
   *
   * @param kind {@code added}, {@code renamed}, {@code merged} or {@code restored}
   * @param fromName the name before, null when added
   * @param toName the name now, or the name of the department that took over
   */
  record Change(
      String departmentId,
      String kind,
      String fromName,
      String toName,
      String changedBy,
      Instant changedAt) {}

  List<Change> changes(String department) {
    return jdbc.query(CHANGES, DepartmentStore::change, department);
  }

  /** The latest changes of these kinds, of all departments. */
  List<Change> latest(List<String> kinds, int most) {
    return jdbc.query(LATEST, DepartmentStore::change, kinds, most);
  }

  private static Change change(ResultSet row) throws SQLException {
    return new Change(
        row.getString("department_id"),
        row.getString("kind"),
        row.getString("from_name"),
        row.getString("to_name"),
        row.getString("changed_by"),
        Jdbc.instant(row, "changed_at"));
  }

  /** Adds or replaces by id, all or nothing. */
  void putAll(List<Department> departments, List<Change> changes, Instant when) {
    List<Object[]> rows = new ArrayList<>();
    for (Department d : departments) {
      rows.add(
          new Object[] {
            d.id(),
            d.name(),
            d.shortNames(),
            d.formerNames(),
            d.level() == null ? null : d.level().code(),
            d.region(),
            d.parent(),
            d.hotline(),
            d.successor(),
            write(d.duties()),
            when
          });
    }
    jdbc.transaction(
        session -> {
          session.batch(PUT, rows);
          session.batch(
              CHANGE,
              changes.stream()
                  .map(
                      c ->
                          new Object[] {
                            Ids.next(),
                            c.departmentId(),
                            c.kind(),
                            c.fromName(),
                            c.toName(),
                            c.changedBy(),
                            c.changedAt()
                          })
                  .toList());
          return null;
        });
  }

  private Department department(ResultSet row) throws SQLException {
    String level = row.getString("level");
    return new Department(
        row.getString("id"),
        row.getString("name"),
        Jdbc.texts(row, "short_names"),
        Jdbc.texts(row, "former_names"),
        level == null ? null : Level.ofCode(level),
        row.getString("region"),
        row.getString("parent"),
        row.getString("hotline"),
        row.getString("successor"),
        duties(row.getString("duties")));
  }

  private List<Department.Duty> duties(String stored) {
    try {
      return json.readValue(stored, DUTIES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("department.duties is not JSON", e);
    }
  }

  private String write(List<Department.Duty> duties) {
    try {
      return json.writeValueAsString(duties);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
