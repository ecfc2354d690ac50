package cn.zhitong.assistant.calendar;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.workday.YearDays;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Calendar years that were imported; they take precedence over the shipped ones. */
@ApplicationScoped
class CalendarStore {
  private static final String ALL = "select year, days from assistant.calendar_year";
  private static final String IMPORTS =
      "select year, loaded_by, loaded_at from assistant.calendar_year";
  private static final String VERSION = "select max(loaded_at)::text from assistant.calendar_year";
  private static final String PUT =
      """
      insert into assistant.calendar_year (year, days, loaded_by, loaded_at) values (?, ?::jsonb, ?, ?)
      on conflict (year) do update
         set days = excluded.days, loaded_by = excluded.loaded_by, loaded_at = excluded.loaded_at
      """;

  private final Jdbc jdbc;
  private final ObjectMapper json;

  @Inject
  CalendarStore(Jdbc jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<YearDays> all() {
    return jdbc.query(ALL, row -> new YearDays(row.getInt(1), days(row.getString(2))));
  }

  /** Changes with every import; the same on every node. */
  String version() {
    return jdbc.first(VERSION, row -> String.valueOf(row.getString(1))).orElse("null");
  }

  /** Who imported a year, and when. */
  record Import(String by, Instant at) {}

  Map<Integer, Import> imports() {
    Map<Integer, Import> imports = new TreeMap<>();
    jdbc.query(
            IMPORTS,
            row ->
                Map.entry(
                    row.getInt("year"),
                    new Import(row.getString("loaded_by"), Jdbc.instant(row, "loaded_at"))))
        .forEach(one -> imports.put(one.getKey(), one.getValue()));
    return imports;
  }

  void put(YearDays year, String who, Instant when) {
    ArrayNode days = json.createArrayNode();
    new TreeMap<>(year.exceptions())
        .forEach((date, off) -> days.addObject().put("date", date.toString()).put("off", off));
    jdbc.update(PUT, year.year(), days.toString(), who, when);
  }

  private Map<LocalDate, Boolean> days(String stored) {
    try {
      Map<LocalDate, Boolean> days = new TreeMap<>();
      for (JsonNode day : json.readTree(stored)) {
        days.put(LocalDate.parse(day.get("date").asText()), day.get("off").booleanValue());
      }
      return days;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("calendar_year.days is not JSON", e);
    }
  }
}
