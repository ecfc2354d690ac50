package cn.zhitong.assistant.application;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.text.Coded;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tables {@code direct_list} and {@code direct_list_entry}. */
@ApplicationScoped
class DirectListStore {
  private static final String INSERT =
      """
      insert into assistant.direct_list
        (id, item_id, item_version, item_title, state, total, created_by, creator_name, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String ENTRY =
      "insert into assistant.direct_list_entry (list_id, credit_code, name) values (?, ?, ?)";

  private static final String BY_ID = "select * from assistant.direct_list where id = ?";

  private static final String PAGE =
      """
      select * from assistant.direct_list
       where (?::uuid is null or item_id = ?) order by created_at desc, id limit ? offset ?
      """;

  /** Of several who decide at once, one does. */
  private static final String DECIDE =
      """
      update assistant.direct_list
         set state = ?, decided_by = ?, decider_name = ?, decided_at = ?, reason = ?
       where id = ? and state = 'proposed'
      """;

  private static final String ENTRIES =
      """
      select * from assistant.direct_list_entry where list_id = ?
       order by credit_code limit ? offset ?
      """;

  private static final String OPEN =
      """
      select e.* from assistant.direct_list_entry e
       where e.list_id = ? and e.credit_code > ? and e.application_id is null and e.skip is null
       order by e.credit_code limit ?
      """;

  private static final String UNFINISHED =
      """
      select l.id from assistant.direct_list l
       where l.state = 'confirmed'
         and exists (select 1 from assistant.direct_list_entry e
                      where e.list_id = l.id and e.application_id is null and e.skip is null)
       order by l.decided_at
      """;

  static final String DONE =
      """
      update assistant.direct_list_entry set application_id = ?, skip = ?
       where list_id = ? and credit_code = ? and application_id is null and skip is null
      """;

  /** Never twice for one version; what was declined is not proposed again. */
  private static final String HAD =
      """
      select distinct credit_code from assistant.application
       where item_id = ? and item_version = ?
         and (mode = 'direct' or state not in ('draft', 'rejected', 'withdrawn'))
      union
      select e.credit_code from assistant.direct_list_entry e
        join assistant.direct_list l on l.id = e.list_id
       where l.item_id = ? and l.item_version = ? and l.state = 'proposed'
      """;

  static final String ERASE =
      "update assistant.direct_list_entry set name = '' where credit_code = ?";

  private final Jdbc jdbc;

  DirectListStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  void insert(DirectList list, List<DirectList.Entry> entries) {
    jdbc.transaction(
        session -> {
          session.update(
              INSERT,
              list.id(),
              list.itemId(),
              list.itemVersion(),
              list.itemTitle(),
              list.state().code(),
              list.total(),
              list.createdBy(),
              list.creatorName(),
              list.createdAt());
          session.batch(
              ENTRY,
              entries.stream()
                  .map(one -> new Object[] {list.id(), one.creditCode(), one.name()})
                  .toList());
          return null;
        });
  }

  Optional<DirectList> byId(UUID id) {
    return jdbc.first(BY_ID, DirectListStore::list, id);
  }

  /** The newest first; those of one item, or all. */
  List<DirectList> page(UUID itemId, int limit, long offset) {
    return jdbc.query(PAGE, DirectListStore::list, itemId, itemId, limit, offset);
  }

  /** False where somebody else has decided. */
  boolean decide(
      UUID id, DirectListState state, String account, String name, Instant at, String reason) {
    return jdbc.update(DECIDE, state.code(), account, name, at, reason, id) == 1;
  }

  List<DirectList.Entry> entries(UUID id, int limit, long offset) {
    return jdbc.query(ENTRIES, DirectListStore::entry, id, limit, offset);
  }

  /** Those that nothing has come of yet, from a code on. */
  List<DirectList.Entry> open(UUID id, String after, int limit) {
    return jdbc.query(OPEN, DirectListStore::entry, id, after, limit);
  }

  /** Confirmed lists that are not done: a node may have died over one. */
  List<UUID> unfinished() {
    return jdbc.query(UNFINISHED, row -> row.getObject(1, UUID.class));
  }

  /** What came of an enterprise that has no application: the reason. */
  void skipped(UUID list, String creditCode, String why) {
    jdbc.update(DONE, null, why, list, creditCode);
  }

  /** Enterprises that have had this version, or are on a list that waits. */
  Set<String> had(UUID itemId, int version) {
    return Set.copyOf(jdbc.query(HAD, row -> row.getString(1), itemId, version, itemId, version));
  }

  private static DirectList list(ResultSet row) throws SQLException {
    return new DirectList(
        row.getObject("id", UUID.class),
        row.getObject("item_id", UUID.class),
        row.getInt("item_version"),
        row.getString("item_title"),
        Coded.of(DirectListState.class, row.getString("state")),
        row.getInt("total"),
        row.getString("created_by"),
        row.getString("creator_name"),
        Jdbc.instant(row, "created_at"),
        row.getString("decided_by"),
        row.getString("decider_name"),
        Jdbc.instant(row, "decided_at"),
        row.getString("reason"));
  }

  private static DirectList.Entry entry(ResultSet row) throws SQLException {
    return new DirectList.Entry(
        row.getString("credit_code"),
        row.getString("name"),
        row.getObject("application_id", UUID.class),
        row.getString("skip"));
  }
}
