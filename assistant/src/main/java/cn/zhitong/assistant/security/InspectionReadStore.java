package cn.zhitong.assistant.security;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.text.Coded;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The table {@code inspection_read}. */
@ApplicationScoped
class InspectionReadStore {
  private static final String INSERT =
      """
      insert into assistant.inspection_read (id, at, actor, actor_name, address, what)
      values (?, ?, ?, ?, ?, ?)
      """;

  private static final String WHERE =
      """
       from assistant.inspection_read
      where (?::timestamptz is null or at >= ?) and (?::timestamptz is null or at < ?)
        and (?::text is null or actor = ?) and (?::text is null or what = ?)
      """;

  private static final String PAGE =
      "select *" + WHERE + " order by at desc, id desc limit ? offset ?";
  private static final String COUNT = "select count(*)" + WHERE;

  private final Jdbc jdbc;

  InspectionReadStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** What is wanted; null fields do not filter. {@code to} is exclusive. */
  record Filter(Instant from, Instant to, String actor, InspectionReads.Subject subject) {
    private List<Object> parameters() {
      String what = subject == null ? null : subject.code();
      return new ArrayList<>(Arrays.asList(from, from, to, to, actor, actor, what, what));
    }
  }

  void insert(InspectionReads.Reading one) {
    jdbc.update(
        INSERT,
        one.id(),
        one.at(),
        one.actor(),
        one.actorName(),
        one.address(),
        one.subject().code());
  }

  List<InspectionReads.Reading> page(Filter filter, int limit, long offset) {
    List<Object> parameters = filter.parameters();
    parameters.add(limit);
    parameters.add(offset);
    return jdbc.query(PAGE, InspectionReadStore::reading, parameters.toArray());
  }

  long count(Filter filter) {
    return jdbc.first(COUNT, row -> row.getLong(1), filter.parameters().toArray()).orElseThrow();
  }

  private static InspectionReads.Reading reading(ResultSet row) throws SQLException {
    return new InspectionReads.Reading(
        row.getObject("id", UUID.class),
        Jdbc.instant(row, "at"),
        row.getString("actor"),
        row.getString("actor_name"),
        row.getString("address"),
        Coded.of(InspectionReads.Subject.class, row.getString("what")));
  }
}
