package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.CaseParticulars;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.notice.Notice;
import cn.zhitong.assistant.notice.NoticeStore;
import cn.zhitong.assistant.privacy.DerivedDataStore;
import cn.zhitong.assistant.privacy.ErasedCase;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One transaction that locks and changes cases; {@link CaseStore#change} begins and ends it. */
public final class CaseChangeStore {
  private static final String ERASE_CONTACT =
      "delete from assistant.case_contact where case_id = ?";

  private static final String TRIAGE_AGAIN =
      "update assistant.appeal_case set triage_at = ?, triage_tries = 0 where id = ?";

  private static final String ERASE_KEYS =
      "delete from assistant.idempotency_key where case_id = ?";

  /** Lines that were refused, of the same appeal. */
  private static final String ERASE_IMPORTS =
      """
      update assistant.case_import
         set failed = (select coalesce(jsonb_agg(line), '[]'::jsonb)
                         from jsonb_array_elements(failed) line
                        where not coalesce(line ->> 'externalNumber' = ?::text, false)
                          and not (line::text ilike any (?::text[])))
       where failed <> '[]'::jsonb
      """;

  /** One whose deadline is to be looked at, skipping what another node has in hand. */
  private static final String LOCK_WATCHED =
      """
      select id from assistant.appeal_case
       where watch_on <= ? order by watch_on, id limit 1 for update skip locked
      """;

  /** What {@link CaseStore#expired} named, unless another node has it in hand or was faster. */
  private static final String LOCK_UNERASED =
      """
      select * from assistant.appeal_case
       where id = ? and state in ('closed', 'rejected', 'withdrawn') and erased_at is null
         for update skip locked
      """;

  private static final String WATCH_AGAIN =
      "update assistant.appeal_case set watch_on = ? where id = ? and watch_on is not null";

  /** Cases that follow one, in an order that all who lock them share. */
  private static final String FOLLOWERS =
      "select id from assistant.appeal_case where merged_into = ? and state = 'merged' order by id";

  /**
   * One with a meeting soon that nobody was reminded of, skipping what another node has in hand.
   */
  private static final String LOCK_MEETING =
      """
      select c.id from assistant.case_meeting m
        join assistant.appeal_case c on c.id = m.case_id
       where m.status = 'set' and m.starts_at > ? and m.starts_at <= ?
         and m.reminded_for is distinct from m.starts_at
       order by m.starts_at, m.case_id limit 1 for update of c skip locked
      """;

  private static final String REMINDED =
      """
      update assistant.case_meeting set reminded_for = starts_at
       where case_id = ? and status = 'set' and starts_at > ? and starts_at <= ?
      """;

  private static final String LOCK = "select * from assistant.appeal_case where id = ? for update";

  private final Jdbc.Session session;
  private final CaseEventStore events;
  private final CaseRowStore rows;
  private final NoticeStore notices;
  private final List<DerivedDataStore> derived;

  CaseChangeStore(
      Jdbc.Session session,
      CaseEventStore events,
      CaseRowStore rows,
      NoticeStore notices,
      List<DerivedDataStore> derived) {
    this.session = session;
    this.events = events;
    this.rows = rows;
    this.notices = notices;
    this.derived = derived;
  }

  /** For what belongs to a case and is stored elsewhere, with the case or not at all. */
  public Jdbc.Session session() {
    return session;
  }

  /** Reads a case and keeps it from changing until the end. */
  public Optional<CaseFile> lock(UUID id) {
    return attempt(() -> rows.load(session, LOCK, id));
  }

  /**
   * Takes a case whose deadline is to be looked at; one that nobody else has in hand. Its log is
   * not read yet: one that cannot be read must not keep the others back.
   */
  public Optional<UUID> claimWatched(LocalDate today) {
    return attempt(() -> session.first(LOCK_WATCHED, CaseChangeStore::id, today));
  }

  /** Takes a case that is over and still has its texts. */
  public Optional<CaseFile> lockUnerased(UUID id) {
    return attempt(() -> rows.load(session, LOCK_UNERASED, id));
  }

  /** Takes a case with a meeting that begins between two moments; its log is not read yet. */
  public Optional<UUID> claimMeeting(Instant after, Instant until) {
    return attempt(() -> session.first(LOCK_MEETING, CaseChangeStore::id, after, until));
  }

  private static UUID id(ResultSet row) throws SQLException {
    return row.getObject(1, UUID.class);
  }

  /** Notes that a case's meetings between two moments were reminded of. */
  public void reminded(UUID id, Instant after, Instant until) {
    attempt(() -> session.update(REMINDED, id, after, until));
  }

  /** Appeals about inspections, also the one that is being written. */
  public List<RepeatedInspections.Inspected> inspectedSince(Instant from) {
    return attempt(() -> InspectionStore.since(session, from));
  }

  /** Sets the day on which a case's deadline is looked at next. */
  public void watchAgain(UUID id, LocalDate day) {
    attempt(() -> session.update(WATCH_AGAIN, day, id));
  }

  /** Queues a case for triage once more. */
  void triageAgain(UUID id, Instant at) {
    attempt(() -> session.update(TRIAGE_AGAIN, at, id));
  }

  /** Puts a notice into the outbox, to be sent when this is committed. */
  public void notify(Notice notice) {
    attempt(
        () -> {
          notices.add(session, notice);
          return null;
        });
  }

  /** Cases merged into this one. */
  List<UUID> followers(UUID main) {
    return attempt(() -> session.query(FOLLOWERS, CaseChangeStore::id, main));
  }

  /** Appends the event at the end of its case, whose row follows it. */
  void write(CaseEvent event, CaseRowStore.Projection projection) {
    attempt(
        () -> {
          events.insert(session, event);
          rows.project(session, projection);
          return null;
        });
  }

  /** Replaces what came in, and queues it for triage. */
  void amend(UUID id, Appeal appeal, Instant triageAt) {
    attempt(
        () -> {
          rows.amend(session, id, appeal, triageAt);
          return null;
        });
  }

  /** The case's row follows its events anew. */
  void project(CaseRowStore.Projection projection) {
    attempt(
        () -> {
          rows.project(session, projection);
          return null;
        });
  }

  /**
   * Takes personal data out of a case, of its events up to one, and of all that was copied from it;
   * the chains still hold.
   *
   * @return cases that had got its reply, whose rows are to follow
   */
  List<UUID> erase(CaseFile file, int upTo, Instant now) {
    ErasedCase erased =
        new ErasedCase(
            file.id(),
            file.number(),
            file.appeal().externalNumber(),
            CaseParticulars.of(file.appeal()).words());
    return attempt(
        () -> {
          rows.erase(session, file.id(), now);
          events.erase(session, file.id(), upTo);
          session.update(ERASE_KEYS, file.id());
          session.update(ERASE_CONTACT, file.id());
          session.update(ERASE_IMPORTS, erased.externalNumber(), erased.likes());
          for (DerivedDataStore one : derived) {
            one.erase(session, erased);
          }
          return events.eraseCopies(session, file.id());
        });
  }

  private <T> T attempt(SqlWork<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw new JdbcException(e);
    }
  }

  @FunctionalInterface
  private interface SqlWork<T> {
    T run() throws SQLException;
  }
}
