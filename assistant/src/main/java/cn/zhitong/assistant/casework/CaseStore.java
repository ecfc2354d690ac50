package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.notice.Notice;
import cn.zhitong.assistant.notice.NoticeStore;
import cn.zhitong.ingest.database.Jdbc;
import cn.zhitong.ingest.database.JdbcException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables {@code appeal_case}, {@code case_event} and {@code idempotency_key}. */
@ApplicationScoped
class CaseStore {
  private static final String INSERT_CASE =
      """
      insert into assistant.appeal_case
        (id, number, tracking_code, channel, external_number, asked_at, received_at, region, title,
         content, enterprise, contact_name, contact_phone, contact_email, content_salt,
         version, head, state, triage_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_KEY =
      """
      insert into assistant.idempotency_key (scope, key, digest, case_id, created_at)
      values (?, ?, ?, ?, ?)
      """;

  private static final String KEY =
      "select digest, case_id from assistant.idempotency_key where scope = ? and key = ?";

  private static final String BY_ID = "select * from assistant.appeal_case where id = ?";

  private static final String LOCK = BY_ID + " for update";

  private static final String SHARE = BY_ID + " for share";

  private static final String ID_BY_NUMBER =
      "select id from assistant.appeal_case where number = ?";

  private static final String ID_BY_EXTERNAL =
      "select id from assistant.appeal_case where channel = ? and external_number = ?";

  /** One whose deadline is to be looked at, skipping what another node has in hand. */
  private static final String LOCK_WATCHED =
      """
      select * from assistant.appeal_case
       where watch_on <= ? order by watch_on, id limit 1 for update skip locked
      """;

  private static final String WATCH_AGAIN =
      "update assistant.appeal_case set watch_on = ? where id = ? and watch_on is not null";

  /** Cases that were merged into one, in an order that all who lock them share. */
  private static final String FOLLOWERS =
      "select id from assistant.appeal_case where merged_into = ? order by id";

  private static final String PROJECT =
      """
      update assistant.appeal_case
         set version = ?, head = ?, state = ?, category = ?, department = ?, department_id = ?,
             due = ?, due_provisional = ?, answered_at = ?, working_days = ?, supporting = ?,
             merged_into = ?, urges = ?, supervised = ?, review = ?, typical = ?, watch_on = ?,
             triage_at = case when ? then null else triage_at end
       where id = ?
      """;

  /** One row a call, skipping what another node has in hand; the wait doubles up to an hour. */
  private static final String CLAIM_TRIAGE =
      """
      update assistant.appeal_case
         set triage_tries = triage_tries + 1,
             triage_at = ?::timestamptz + least(30 * power(2, triage_tries), 3600) * interval '1 second'
       where id = (select id from assistant.appeal_case
                    where triage_at <= ? order by triage_at limit 1 for update skip locked)
      returning id
      """;

  private static final String ERASE_CASE =
      """
      update assistant.appeal_case
         set title = '', content = '', enterprise = null, contact_name = null,
             contact_phone = null, contact_email = null, content_salt = '', erased_at = ?
       where id = ?
      """;

  private final Jdbc jdbc;
  private final CaseEventStore events;
  private final NoticeStore notices;

  CaseStore(Jdbc jdbc, CaseEventStore events, NoticeStore notices) {
    this.jdbc = jdbc;
    this.events = events;
    this.notices = notices;
  }

  /**
   * A request that is to be answered alike when it comes again.
   *
   * @param digest of its content
   */
  record Key(String scope, String key, String digest) {}

  record Claimed(String digest, UUID caseId) {}

  /**
   * What the row of a case repeats of its events.
   *
   * @param due null while none is known or while it does not run
   * @param watchOn day on which its deadline is looked at next, null for never
   * @param triaged whether triage is done with it
   */
  record Projection(
      Standing standing,
      String head,
      LocalDate due,
      boolean provisional,
      Integer workingDays,
      LocalDate watchOn,
      boolean triaged) {}

  /** Stores a new case with its first event, and the key where there is one, or nothing of it. */
  void insert(CaseFile file, Key key, Instant triageAt) {
    Appeal appeal = file.appeal();
    CaseEvent first = file.events().get(0);
    jdbc.transaction(
        session -> {
          session.update(
              INSERT_CASE,
              file.id(),
              file.number(),
              file.trackingCode(),
              appeal.channel(),
              appeal.externalNumber(),
              appeal.askedAt(),
              file.receivedAt(),
              appeal.region(),
              appeal.title(),
              appeal.text(),
              appeal.enterprise(),
              appeal.contactName(),
              appeal.contactPhone(),
              appeal.contactEmail(),
              file.contentSalt(),
              first.seq(),
              first.hash(),
              file.standing().state().code(),
              triageAt);
          events.insert(session, first);
          if (key != null) {
            session.update(
                INSERT_KEY, key.scope(), key.key(), key.digest(), file.id(), file.receivedAt());
          }
          return null;
        });
  }

  Optional<Claimed> byKey(String scope, String key) {
    return jdbc.first(
        KEY,
        row -> new Claimed(row.getString("digest"), row.getObject("case_id", UUID.class)),
        scope,
        key);
  }

  Optional<CaseFile> load(UUID id) {
    return jdbc.transaction(session -> load(session, BY_ID, id));
  }

  /** Row and events as of one moment, also while somebody is writing. */
  Optional<CaseFile> loadSteady(UUID id) {
    return jdbc.transaction(session -> load(session, SHARE, id));
  }

  Optional<UUID> idByNumber(String number) {
    return jdbc.first(ID_BY_NUMBER, row -> row.getObject(1, UUID.class), number);
  }

  Optional<UUID> idByExternalNumber(String channel, String externalNumber) {
    return jdbc.first(ID_BY_EXTERNAL, row -> row.getObject(1, UUID.class), channel, externalNumber);
  }

  /** Runs work that locks and changes cases: all of it, or nothing when it throws. */
  <T> T change(Function<Change, T> work) {
    return jdbc.transaction(session -> work.apply(new Change(session)));
  }

  /** One transaction on cases. */
  final class Change {
    private final Jdbc.Session session;

    private Change(Jdbc.Session session) {
      this.session = session;
    }

    /** Reads a case and keeps it from changing until the end. */
    Optional<CaseFile> lock(UUID id) {
      return attempt(() -> load(session, LOCK, id));
    }

    /** Takes a case whose deadline is to be looked at; one that nobody else has in hand. */
    Optional<CaseFile> lockWatched(LocalDate today) {
      return attempt(
          () -> {
            Optional<CaseFile> bare = session.first(LOCK_WATCHED, CaseStore::file, today);
            return bare.isEmpty()
                ? bare
                : Optional.of(bare.get().withEvents(events.of(session, bare.get().id())));
          });
    }

    void watchAgain(UUID id, LocalDate day) {
      attempt(() -> session.update(WATCH_AGAIN, day, id));
    }

    /** Puts a notice into the outbox, to be sent when this is committed. */
    void notify(Notice notice) {
      attempt(
          () -> {
            notices.add(session, notice);
            return null;
          });
    }

    /** Cases merged into this one. */
    List<UUID> followers(UUID main) {
      return attempt(() -> session.query(FOLLOWERS, row -> row.getObject(1, UUID.class), main));
    }

    /** Appends the event at the end of its case, whose row follows it. */
    void write(CaseEvent event, Projection projection) {
      attempt(
          () -> {
            events.insert(session, event);
            project(session, event.caseId(), projection);
            return null;
          });
    }

    /** Takes personal data out of a case and its events up to one; the chain still holds. */
    void erase(UUID id, int upTo, Instant now) {
      attempt(
          () -> {
            session.update(ERASE_CASE, now, id);
            events.erase(session, id, upTo);
            return null;
          });
    }

    private <T> T attempt(SqlWork<T> work) {
      try {
        return work.run();
      } catch (SQLException e) {
        throw new JdbcException(e);
      }
    }
  }

  @FunctionalInterface
  private interface SqlWork<T> {
    T run() throws SQLException;
  }

  /** Folds the case's row anew. */
  void reproject(UUID id, Function<CaseFile, Projection> fold) {
    jdbc.transaction(
        session -> {
          for (CaseFile file : load(session, LOCK, id).stream().toList()) {
            project(session, id, fold.apply(file));
          }
          return null;
        });
  }

  /** Takes a case whose triage is due; its next try is set at once, should this one die. */
  Optional<UUID> claimTriage(Instant now) {
    return jdbc.first(CLAIM_TRIAGE, row -> row.getObject(1, UUID.class), now, now);
  }

  private static void project(Jdbc.Session session, UUID id, Projection projection)
      throws SQLException {
    Standing standing = projection.standing();
    Standing.Owner department = standing.department();
    session.update(
        PROJECT,
        standing.version(),
        projection.head(),
        standing.state().code(),
        standing.category() == null ? null : standing.category().code(),
        department == null ? null : department.name(),
        department == null ? null : department.id(),
        projection.due(),
        projection.provisional(),
        standing.answeredAt(),
        projection.workingDays(),
        supporting(standing),
        standing.mergedInto(),
        standing.urges(),
        standing.supervised(),
        standing.review().name().toLowerCase(Locale.ROOT),
        standing.typical(),
        projection.watchOn(),
        projection.triaged(),
        id);
  }

  /** Names and ids of those whose part it still is: what their handlers find it by. */
  private static List<String> supporting(Standing standing) {
    return standing.parts().stream()
        .filter(part -> part.progress() != Part.Progress.RETURNED)
        .flatMap(part -> Stream.of(part.department().name(), part.department().id()))
        .filter(Objects::nonNull)
        .toList();
  }

  private Optional<CaseFile> load(Jdbc.Session session, String sql, UUID id) throws SQLException {
    Optional<CaseFile> bare = session.first(sql, CaseStore::file, id);
    if (bare.isEmpty()) {
      return bare;
    }
    return Optional.of(bare.get().withEvents(events.of(session, id)));
  }

  private static CaseFile file(ResultSet row) throws SQLException {
    Appeal appeal =
        new Appeal(
            row.getString("channel"),
            row.getString("external_number"),
            Jdbc.instant(row, "asked_at"),
            row.getString("region"),
            row.getString("title"),
            row.getString("content"),
            row.getString("enterprise"),
            row.getString("contact_name"),
            row.getString("contact_phone"),
            row.getString("contact_email"));
    return new CaseFile(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("tracking_code"),
        Jdbc.instant(row, "received_at"),
        appeal,
        row.getString("content_salt"),
        Jdbc.date(row, "due"),
        row.getBoolean("due_provisional"),
        row.getInt("version"),
        row.getString("head"),
        List.of());
  }
}
