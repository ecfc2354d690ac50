package cn.zhitong.assistant.casework.view;

import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The table {@code identifier_search}. */
@ApplicationScoped
class IdentifierSearchStore {
  private static final String INSERT =
      """
      insert into assistant.identifier_search (id, at, actor, actor_name, value, reason, found)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String SINCE =
      "select count(*) from assistant.identifier_search where actor = ? and at > ?";

  private static final String COUNT = "select count(*) from assistant.identifier_search";

  private static final String PAGE =
      """
      select at, actor, actor_name, value, reason, found from assistant.identifier_search
       order by at desc, id desc limit ? offset ?
      """;

  private static final String DELETE = "delete from assistant.identifier_search where at < ?";

  private final Jdbc jdbc;

  IdentifierSearchStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One search.
   *
   * @param value masked
   * @param found cases
   */
  record Search(
      Instant at, String actor, String actorName, String value, String reason, int found) {}

  void insert(Search search) {
    jdbc.update(
        INSERT,
        Ids.next(),
        search.at(),
        search.actor(),
        search.actorName(),
        search.value(),
        search.reason(),
        search.found());
  }

  int since(String actor, Instant time) {
    return jdbc.first(SINCE, row -> row.getInt(1), actor, time).orElseThrow();
  }

  long count() {
    return jdbc.first(COUNT, row -> row.getLong(1)).orElseThrow();
  }

  List<Search> page(int limit, long offset) {
    return jdbc.query(
        PAGE,
        row ->
            new Search(
                Jdbc.instant(row, "at"),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("value"),
                row.getString("reason"),
                row.getInt("found")),
        limit,
        offset);
  }

  int deleteBefore(Instant time) {
    return jdbc.update(DELETE, time);
  }
}
