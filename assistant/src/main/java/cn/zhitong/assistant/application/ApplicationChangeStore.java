package cn.zhitong.assistant.application;

import cn.zhitong.assistant.eventlog.RowSeals;
import cn.zhitong.assistant.notice.Notice;
import cn.zhitong.assistant.notice.NoticeStore;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and changes applications within one transaction. */
final class ApplicationChangeStore {
  private static final String LOCK = "select * from assistant.application where id = ? for update";

  /** Skips what another node has in hand. */
  private static final String LOCK_WATCHED =
      """
      select id from assistant.application where watch_on <= ?
       order by watch_on, id limit 1 for update skip locked
      """;

  private static final String WATCH = "update assistant.application set watch_on = ? where id = ?";

  private static final String INSERT_KEY =
      """
      insert into assistant.application_key (scope, key, digest, application_id, created_at)
      values (?, ?, ?, ?, ?)
      """;

  /**
   * What an enterprise does is done one after the other: conflicts between its applications are
   * looked at under this lock.
   */
  private static final String LOCK_ENTERPRISE =
      "select pg_advisory_xact_lock(7300731, hashtext(?))";

  private static final String OTHERS =
      """
      select * from assistant.application
       where credit_code = ? and id <> ?
         and state not in ('draft', 'rejected', 'withdrawn') order by id
      """;

  private static final String DRAFT_OF =
      """
      select id from assistant.application
       where item_id = ? and credit_code = ? and state = 'draft'
      """;

  private static final String HAD_DIRECT =
      """
      select 1 from assistant.application
       where item_id = ? and item_version = ? and credit_code = ? and mode = 'direct'
      """;

  private final Jdbc.Session session;
  private final NoticeStore notices;
  private final RowSeals seals;

  ApplicationChangeStore(Jdbc.Session session, NoticeStore notices, RowSeals seals) {
    this.session = session;
    this.notices = notices;
    this.seals = seals;
  }

  /** Work on the database that may fail. */
  private interface Sql<T> {
    T run() throws SQLException;
  }

  private static <T> T asked(Sql<T> sql) {
    try {
      return sql.run();
    } catch (SQLException e) {
      throw new JdbcException(e);
    }
  }

  /** For what belongs to an application and is stored elsewhere, with it or not at all. */
  Jdbc.Session session() {
    return session;
  }

  /**
   * The application, which nobody else changes until the transaction ends; empty where there is
   * none, or a row that has no log: that one was not written here.
   */
  Optional<ApplicationFile> lock(UUID id) {
    return asked(() -> withEvents(session.first(LOCK, ApplicationRowStore::file, id)))
        .filter(file -> !file.events().isEmpty());
  }

  /** Takes one whose deadline is to be looked at; its log is not read yet. */
  Optional<UUID> claimWatched(LocalDate today) {
    return asked(() -> session.first(LOCK_WATCHED, row -> row.getObject(1, UUID.class), today));
  }

  private Optional<ApplicationFile> withEvents(Optional<ApplicationFile> bare) throws SQLException {
    return bare.isEmpty()
        ? bare
        : Optional.of(bare.get().withEvents(ApplicationEventStore.of(session, bare.get().id())));
  }

  /** Nobody else decides about this enterprise's applications until the transaction ends. */
  void lockEnterprise(String creditCode) {
    asked(() -> session.first(LOCK_ENTERPRISE, row -> 1, creditCode));
  }

  /** The enterprise's other applications that are under way or were granted. */
  List<FoldedApplication> others(String creditCode, UUID except) {
    return asked(() -> session.query(OTHERS, ApplicationRowStore::row, creditCode, except));
  }

  /** An application's log, without locking it. */
  List<ApplicationEvent> events(UUID id) {
    return asked(() -> ApplicationEventStore.of(session, id));
  }

  /** An enterprise on a list has its application. */
  void listed(UUID list, String creditCode, UUID id) {
    asked(() -> session.update(DirectListStore.DONE, id, null, list, creditCode));
  }

  /** Whether it was on a list for this version before, whatever came of it. */
  boolean hadDirect(UUID itemId, int version, String creditCode) {
    return asked(
        () -> session.first(HAD_DIRECT, row -> 1, itemId, version, creditCode).isPresent());
  }

  Optional<UUID> draftOf(UUID itemId, String creditCode) {
    return asked(
        () -> session.first(DRAFT_OF, row -> row.getObject(1, UUID.class), itemId, creditCode));
  }

  /**
   * Appends an event and keeps the row in step.
   *
   * @param before as it was read; null for the first event
   * @param watchOn when its deadline is looked at next; null for never
   * @return as it would be read back
   */
  ApplicationFile write(
      ApplicationFile before,
      ApplicationFile after,
      FoldedApplication row,
      String foldedBy,
      LocalDate watchOn) {
    return asked(
        () -> {
          ApplicationEvent last = after.last();
          String seal = seal(before, after, foldedBy);
          ApplicationEventStore.insert(session, last);
          ApplicationRowStore.put(session, row, watchOn, foldedBy, seal);
          return new ApplicationFile(
              after.id(), after.number(), last.seq(), last.hash(), foldedBy, seal, after.events());
        });
  }

  /** Folds a row anew. */
  void project(ApplicationFile file, FoldedApplication row, String foldedBy, LocalDate watchOn) {
    asked(
        () -> {
          ApplicationRowStore.put(session, row, watchOn, foldedBy, seal(file, file, foldedBy));
          return null;
        });
  }

  /** Only one whose seal held before gets another: what was tampered with stays so. */
  private String seal(ApplicationFile before, ApplicationFile after, String foldedBy) {
    boolean trusted =
        before == null
            || seals
                .problem(
                    before.seal(),
                    before.sealed(before.version(), before.head(), before.foldedBy()))
                .isEmpty();
    ApplicationEvent last = after.last();
    return trusted
        ? seals.seal(after.sealed(last.seq(), last.hash(), foldedBy)).orElse(null)
        : before.seal();
  }

  void watch(UUID id, LocalDate on) {
    asked(() -> session.update(WATCH, on, id));
  }

  void key(ApplicationStore.Key key, UUID id, Instant at) {
    asked(() -> session.update(INSERT_KEY, key.scope(), key.key(), key.digest(), id, at));
  }

  /** Takes the free text out of the events before one. */
  void erase(UUID id, int before) {
    asked(
        () -> {
          ApplicationEventStore.erase(session, id, before);
          return null;
        });
  }

  void notify(Notice notice) {
    asked(
        () -> {
          notices.add(session, notice);
          return null;
        });
  }
}
