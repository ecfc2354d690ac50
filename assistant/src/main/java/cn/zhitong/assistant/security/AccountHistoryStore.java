package cn.zhitong.assistant.security;

import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The table {@code account_change}: who did what to whose account. Rows are only ever added. */
@ApplicationScoped
class AccountHistoryStore {
  private static final String INSERT =
      """
      insert into assistant.account_change (id, at, actor, account, what, before, after)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String PAGE =
      """
      select at, actor, account, what, before, after from assistant.account_change
       where ?::text is null or account = ? order by id desc limit ? offset ?
      """;

  private static final String COUNT =
      "select count(*) from assistant.account_change where ?::text is null or account = ?";

  private final Jdbc jdbc;

  AccountHistoryStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param what a code: {@code create}, {@code change}, {@code suspend}, {@code resume}, {@code
   *     reset}, {@code unlock}
   * @param before name, roles and department as a line; null where there was none
   */
  record Entry(
      Instant at, String actor, String account, String what, String before, String after) {}

  void add(Entry entry) {
    jdbc.update(
        INSERT,
        Ids.next(),
        entry.at(),
        entry.actor(),
        entry.account(),
        entry.what(),
        entry.before(),
        entry.after());
  }

  /**
   * @param account null for all
   */
  List<Entry> page(String account, int limit, long offset) {
    return jdbc.query(
        PAGE,
        row ->
            new Entry(
                Jdbc.instant(row, "at"),
                row.getString("actor"),
                row.getString("account"),
                row.getString("what"),
                row.getString("before"),
                row.getString("after")),
        account,
        account,
        limit,
        offset);
  }

  long count(String account) {
    return jdbc.first(COUNT, row -> row.getLong(1), account, account).orElseThrow();
  }
}
