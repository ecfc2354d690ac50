package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.notice.Notice;
import cn.zhitong.assistant.notice.NoticeStore;
import cn.zhitong.assistant.privacy.DerivedDataStore;
import cn.zhitong.assistant.privacy.ErasedCase;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The tables {@code appeal_case}, {@code case_event} and {@code idempotency_key}. */
@ApplicationScoped
class CaseStore {
  /** How often a change is begun before its deadlock is an error. */
  private static final int TRIES = 5;

  private static final String INSERT_KEY =
      """
      insert into assistant.idempotency_key (scope, key, digest, case_id, created_at)
      values (?, ?, ?, ?, ?)
      """;

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

  private static final String FOLLOWER_COUNT =
      "select count(*) from assistant.appeal_case where merged_into = ?";

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

  /** One that has been over for long and still has its texts. */
  private static final String LOCK_EXPIRED =
      """
      select c.* from assistant.appeal_case c
       where c.state in ('closed', 'rejected', 'withdrawn') and c.erased_at is null
         and (select e.at from assistant.case_event e
               where e.case_id = c.id and e.seq = c.version) < ?
       order by c.id limit 1 for update of c skip locked
      """;

  private static final String LOCK_STALE =
      """
      select * from assistant.appeal_case
       where id > ? and (projected_by is distinct from ? or seal is null and ?)
       order by id limit ? for update skip locked
      """;

  /** Its deadline is looked at anew: alarms may have waited for a reader. */
  private static final String OPENED =
      """
      update assistant.appeal_case
         set opened_at = ?, watch_on = case when watch_on is null then null else ?::date end
       where id = ? and opened_at is null
      """;

  private static final String WATCH_AGAIN =
      "update assistant.appeal_case set watch_on = ? where id = ? and watch_on is not null";

  /** Cases that follow one, in an order that all who lock them share. */
  private static final String FOLLOWERS =
      "select id from assistant.appeal_case where merged_into = ? and state = 'merged' order by id";

  /** One row a call, skipping what another node has in hand; the wait doubles up to an hour. */
  private static final String CLAIM_TRIAGE =
      """
      update assistant.appeal_case
         set triage_tries = triage_tries + 1,
             triage_at = ?::timestamptz + least(30 * power(2, least(triage_tries, 12)), 3600) * interval '1 second'
       where id = (select id from assistant.appeal_case
                    where triage_at <= ? order by triage_at limit 1 for update skip locked)
      returning id
      """;

  private final Jdbc jdbc;
  private final CaseEventStore events;
  private final CaseRowStore rows;
  private final NoticeStore notices;
  private final List<DerivedDataStore> derived;

  CaseStore(
      Jdbc jdbc,
      CaseEventStore events,
      NoticeStore notices,
      CaseSearchIndex search,
      LogKeyHolder keys,
      @All List<DerivedDataStore> derived) {
    this.jdbc = jdbc;
    this.events = events;
    this.derived = derived;
    this.rows = new CaseRowStore(events, search, keys);
    this.notices = notices;
  }

  /**
   * A request that is to be answered alike when it comes again.
   *
   * @param digest of its content
   */
  record Key(String scope, String key, String digest) {}

  record Claimed(String digest, UUID caseId) {}

  /** Stores a new case with its first event, and the key where there is one, or nothing of it. */
  void insert(CaseFile file, CaseRowStore.Projection projection, Key key, Instant triageAt) {
    CaseEvent first = file.events().get(0);
    jdbc.transaction(
        session -> {
          rows.insert(session, file, triageAt);
          events.insert(session, first);
          rows.projectNew(session, projection);
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
    return jdbc.transaction(session -> rows.load(session, BY_ID, id));
  }

  /**
   * A case as the database has it.
   *
   * @param folded as {@link FoldedColumnsStore} gives them
   */
  record Stored(CaseFile file, Map<String, String> folded) {}

  /** Row and events as of one moment, also while somebody is writing. */
  Optional<Stored> loadSteady(UUID id) {
    return jdbc.transaction(
        session -> {
          Optional<CaseFile> file = rows.load(session, SHARE, id);
          if (file.isEmpty()) {
            return Optional.empty();
          }
          return Optional.of(new Stored(file.get(), FoldedColumnsStore.of(session, id)));
        });
  }

  /** How many cases follow one. */
  int followerCount(UUID main) {
    return jdbc.first(FOLLOWER_COUNT, row -> row.getInt(1), main).orElseThrow();
  }

  Optional<UUID> idByNumber(String number) {
    return jdbc.first(ID_BY_NUMBER, row -> row.getObject(1, UUID.class), number);
  }

  Optional<UUID> idByExternalNumber(String channel, String externalNumber) {
    return jdbc.first(ID_BY_EXTERNAL, row -> row.getObject(1, UUID.class), channel, externalNumber);
  }

  /**
   * Runs work that locks and changes cases: all of it, or nothing when it throws. Two that lock the
   * same cases in another order wait for each other until the database gives up one of them; that
   * one is run again, so work must do nothing but read and change cases.
   */
  <T> T change(Function<Change, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return jdbc.transaction(session -> work.apply(new Change(session)));
      } catch (JdbcException e) {
        if (!e.isDeadlock() || attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  /** One transaction on cases. */
  final class Change {
    private final Jdbc.Session session;

    private Change(Jdbc.Session session) {
      this.session = session;
    }

    /** Reads a case and keeps it from changing until the end. */
    Optional<CaseFile> lock(UUID id) {
      return attempt(() -> rows.load(session, LOCK, id));
    }

    /** Takes a case whose deadline is to be looked at; one that nobody else has in hand. */
    Optional<CaseFile> lockWatched(LocalDate today) {
      return attempt(() -> rows.load(session, LOCK_WATCHED, today));
    }

    /** Takes a case that has been over since before and still has its texts. */
    Optional<CaseFile> lockExpired(Instant before) {
      return attempt(() -> rows.load(session, LOCK_EXPIRED, before));
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
     * Takes personal data out of a case, of its events up to one, and of all that was copied from
     * it; the chains still hold.
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
            WorkCopyStore.erase(session, file.id());
            session.update(ERASE_KEYS, file.id());
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
  }

  @FunctionalInterface
  private interface SqlWork<T> {
    T run() throws SQLException;
  }

  /**
   * Reckons anew the folded columns of some cases that other rules or another calendar had given.
   * What is not as it was written here is left as it is, for verification to find.
   *
   * @param after the last case of the call before
   * @param unsealed whether cases without a seal are to get one
   * @return the cases that were looked at, in the order of their ids; none when all are done
   */
  List<UUID> reproject(
      UUID after,
      String by,
      boolean unsealed,
      int limit,
      Function<CaseFile, CaseRowStore.Projection> fold) {
    return jdbc.transaction(
        session -> {
          List<CaseFile> stale = rows.loadAll(session, LOCK_STALE, after, by, unsealed, limit);
          rows.project(session, stale.stream().filter(rows::trusted).map(fold).toList());
          return stale.stream().map(CaseFile::id).toList();
        });
  }

  /** Somebody who works here has read it for the first time. */
  void opened(UUID id, Instant at, LocalDate today) {
    jdbc.update(OPENED, at, today, id);
  }

  /** Takes a case whose triage is due; its next try is set at once, should this one die. */
  Optional<UUID> claimTriage(Instant now) {
    return jdbc.first(CLAIM_TRIAGE, row -> row.getObject(1, UUID.class), now, now);
  }
}
