package cn.zhitong.assistant.application;

import cn.zhitong.assistant.eventlog.ChainedLog;
import cn.zhitong.assistant.eventlog.RowSeals;
import cn.zhitong.assistant.notice.NoticeStore;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The tables {@code application}, {@code application_event} and {@code application_key}. */
@ApplicationScoped
class ApplicationStore {
  /** How often a change is begun before its deadlock is an error. */
  private static final int TRIES = 5;

  private static final String BY_ID = "select * from assistant.application where id = ?";

  private static final String SHARE = BY_ID + " for share";

  private static final String KEY =
      "select digest, application_id from assistant.application_key where scope = ? and key = ?";

  private static final String LAST_BEFORE =
      """
      select distinct on (application_id) application_id, seq, hash
        from assistant.application_event where at < ? order by application_id, seq desc
      """;

  private static final String IDS_AFTER =
      "select id from assistant.application where id > ? order by id limit ?";

  private static final String STALE =
      """
      select id from assistant.application
       where id > ? and folded_by is distinct from ? order by id limit ?
      """;

  private static final String OF_ENTERPRISE =
      "select id from assistant.application where credit_code = ? and erased_at is null order by id";

  private final Jdbc jdbc;
  private final NoticeStore notices;
  private final RowSeals seals;

  ApplicationStore(Jdbc jdbc, NoticeStore notices, RowSeals seals) {
    this.jdbc = jdbc;
    this.notices = notices;
    this.seals = seals;
  }

  /**
   * A request that is to be answered alike when it comes again.
   *
   * @param digest of its content
   */
  record Key(String scope, String key, String digest) {}

  record Claimed(String digest, UUID applicationId) {}

  /** Empty where there is none, or a row that has no log. */
  Optional<ApplicationFile> load(UUID id) {
    return jdbc.transaction(session -> file(session, BY_ID, id))
        .filter(file -> !file.events().isEmpty());
  }

  private static Optional<ApplicationFile> file(Jdbc.Session session, String sql, UUID id)
      throws SQLException {
    Optional<ApplicationFile> bare = session.first(sql, ApplicationRowStore::file, id);
    return bare.isEmpty()
        ? bare
        : Optional.of(bare.get().withEvents(ApplicationEventStore.of(session, id)));
  }

  /** An application as the database has it. */
  record Stored(ApplicationFile file, FoldedApplication row) {}

  /** Row and events as of one moment, also while somebody is writing. */
  Optional<Stored> loadSteady(UUID id) {
    return jdbc.transaction(
        session -> {
          Optional<ApplicationFile> file = file(session, SHARE, id);
          return file.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Stored(
                      file.get(),
                      session.first(BY_ID, ApplicationRowStore::row, id).orElseThrow()));
        });
  }

  Optional<Claimed> byKey(String scope, String key) {
    return jdbc.first(
        KEY,
        row -> new Claimed(row.getString("digest"), row.getObject("application_id", UUID.class)),
        scope,
        key);
  }

  void lastBefore(Instant through, ChainedLog.LeafConsumer leaves) {
    jdbc.query(
        LAST_BEFORE,
        row -> {
          leaves.accept(
              row.getObject("application_id", UUID.class),
              row.getInt("seq"),
              row.getString("hash"));
          return null;
        },
        through);
  }

  List<UUID> idsAfter(UUID after, int limit) {
    return jdbc.query(IDS_AFTER, row -> row.getObject(1, UUID.class), after, limit);
  }

  /** Those that other rules or another calendar had folded. */
  List<UUID> stale(UUID after, String foldedBy, int limit) {
    return jdbc.query(STALE, row -> row.getObject(1, UUID.class), after, foldedBy, limit);
  }

  /** Those of an enterprise that still say something of it. */
  static List<UUID> ofEnterprise(Jdbc.Session session, String creditCode) throws SQLException {
    return session.query(OF_ENTERPRISE, row -> row.getObject(1, UUID.class), creditCode);
  }

  /**
   * Runs work that locks and changes applications: all of it, or nothing when it throws. What the
   * database gives up as a deadlock is run again, so work must do nothing but read and change.
   */
  <T> T change(Function<ApplicationChangeStore, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return jdbc.transaction(
            session -> work.apply(new ApplicationChangeStore(session, notices, seals)));
      } catch (JdbcException e) {
        if (!e.isDeadlock() || attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  /** The same within a transaction of somebody else. */
  ApplicationChangeStore within(Jdbc.Session session) {
    return new ApplicationChangeStore(session, notices, seals);
  }
}
