package cn.zhitong.assistant.triage;

import cn.zhitong.ingest.database.Jdbc;
import cn.zhitong.ingest.policy.Level;
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
      select id, name, short_names, former_names, level, region, parent, hotline, duties
      from assistant.department order by id
      """;
  private static final String PUT =
      """
      insert into assistant.department
        (id, name, short_names, former_names, level, region, parent, hotline, duties, updated_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
      on conflict (id) do update
         set name = excluded.name, short_names = excluded.short_names,
             former_names = excluded.former_names, level = excluded.level, region = excluded.region,
             parent = excluded.parent, hotline = excluded.hotline, duties = excluded.duties,
             updated_at = excluded.updated_at
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

  /** Adds or replaces by id, all or nothing. */
  void putAll(List<Department> departments, Instant when) {
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
            write(d.duties()),
            when
          });
    }
    jdbc.transaction(
        session -> {
          session.batch(PUT, rows);
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
