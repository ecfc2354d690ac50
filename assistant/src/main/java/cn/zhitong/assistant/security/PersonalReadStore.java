package cn.zhitong.assistant.security;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The table {@code personal_read}. */
@ApplicationScoped
class PersonalReadStore {
  private static final String INSERT =
      """
      insert into assistant.personal_read (id, at, actor, actor_name, case_id, what)
      values (?, ?, ?, ?, ?, ?)
      """;

  private static final String WHERE =
      """
       from assistant.personal_read
      where (?::timestamptz is null or at >= ?)
        and (?::timestamptz is null or at < ?)
        and (?::text is null or actor = ?)
        and (?::uuid is null or case_id = ?)
      """;

  private static final String PAGE =
      "select id, at, actor, actor_name, case_id, what"
          + WHERE
          + " order by at desc, id desc limit ? offset ?";

  private static final String COUNT = "select count(*)" + WHERE;

  private static final String DELETE = "delete from assistant.personal_read where at < ?";

  private final Jdbc jdbc;

  PersonalReadStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** What is wanted; null fields do not filter. {@code to} is exclusive. */
  record Filter(Instant from, Instant to, String actor, UUID caseId) {
    /** As {@link #WHERE} takes them: each is asked whether it is null, and compared. */
    private List<Object> parameters() {
      return new ArrayList<>(Arrays.asList(from, from, to, to, actor, actor, caseId, caseId));
    }
  }

  void insert(PersonalReads.Read read) {
    jdbc.update(
        INSERT,
        read.id(),
        read.at(),
        read.actor(),
        read.actorName(),
        read.caseId(),
        read.what().code());
  }

  List<PersonalReads.Read> page(Filter f, int limit, long offset) {
    List<Object> parameters = f.parameters();
    parameters.add(limit);
    parameters.add(offset);
    return jdbc.query(PAGE, PersonalReadStore::read, parameters.toArray());
  }

  long count(Filter f) {
    return jdbc.first(COUNT, row -> row.getLong(1), f.parameters().toArray()).orElseThrow();
  }

  int deleteBefore(Instant time) {
    return jdbc.update(DELETE, time);
  }

  private static PersonalReads.Read read(ResultSet row) throws SQLException {
    return new PersonalReads.Read(
        row.getObject("id", UUID.class),
        Jdbc.instant(row, "at"),
        row.getString("actor"),
        row.getString("actor_name"),
        row.getObject("case_id", UUID.class),
        PersonalReads.What.of(row.getString("what")));
  }
}
