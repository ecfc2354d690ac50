package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.notice.NoticeStore;
import cn.zhitong.assistant.privacy.DerivedDataStore;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The tables {@code appeal_case}, {@code case_event} and {@code idempotency_key}. */
@ApplicationScoped
public class CaseStore {
  /** How often a change is begun before its deadlock is an error. */
  private static final int TRIES = 5;

  private static final String INSERT_KEY =
      """
      insert into assistant.idempotency_key (scope, key, digest, case_id, created_at)
      values (?, ?, ?, ?, ?)
      """;

  private static final String FOLLOWER_COUNT =
      "select count(*) from assistant.appeal_case where merged_into = ?";

  private static final String KEY =
      "select digest, case_id from assistant.idempotency_key where scope = ? and key = ?";

  private static final String BY_ID = "select * from assistant.appeal_case where id = ?";

  /** Over for long, and still with their texts. */
  private static final String EXPIRED =
      """
      select c.id from assistant.appeal_case c
       where c.state in ('closed', 'rejected', 'withdrawn') and c.erased_at is null
         and (select e.at from assistant.case_event e
               where e.case_id = c.id and e.seq = c.version) < ?
       order by c.id
      """;

  private static final String SHARE = BY_ID + " for share";

  private static final String ID_BY_NUMBER =
      "select id from assistant.appeal_case where number = ?";

  private static final String ID_BY_EXTERNAL =
      "select id from assistant.appeal_case where channel = ? and external_number = ?";

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
  public record Key(String scope, String key, String digest) {}

  /** What a key was used for before. */
  public record Claimed(String digest, UUID caseId) {}

  /**
   * Stores a new case with its first event, whose it is, and the key where there is one, or nothing
   * of it.
   */
  public void insert(
      CaseFile file,
      CaseRowStore.Projection projection,
      Key key,
      CaseOwnerStore.Whose whose,
      Instant triageAt) {
    CaseEvent first = file.events().get(0);
    jdbc.transaction(
        session -> {
          rows.insert(session, file, triageAt);
          events.insert(session, first);
          rows.projectNew(session, projection);
          CaseOwnerStore.keep(session, file.id(), whose, file.receivedAt());
          if (key != null) {
            session.update(
                INSERT_KEY, key.scope(), key.key(), key.digest(), file.id(), file.receivedAt());
          }
          return null;
        });
  }

  /** The case that a request with this key has filed; empty for a new key. */
  public Optional<Claimed> byKey(String scope, String key) {
    return jdbc.first(
        KEY,
        row -> new Claimed(row.getString("digest"), row.getObject("case_id", UUID.class)),
        scope,
        key);
  }

  /** A case with its events; empty where there is none. */
  public Optional<CaseFile> load(UUID id) {
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

  /** Cases that have been over since before and still have their texts, oldest first. */
  public List<UUID> expired(Instant before) {
    return jdbc.query(EXPIRED, row -> row.getObject(1, UUID.class), before);
  }

  /** How many cases follow one. */
  public int followerCount(UUID main) {
    return jdbc.first(FOLLOWER_COUNT, row -> row.getInt(1), main).orElseThrow();
  }

  /** A case by the number that people read out. */
  public Optional<UUID> idByNumber(String number) {
    return jdbc.first(ID_BY_NUMBER, row -> row.getObject(1, UUID.class), number);
  }

  /** A case by the number that it has in the system it came from. */
  public Optional<UUID> idByExternalNumber(String channel, String externalNumber) {
    return jdbc.first(ID_BY_EXTERNAL, row -> row.getObject(1, UUID.class), channel, externalNumber);
  }

  /**
   * Runs work that locks and changes cases: all of it, or nothing when it throws. Two that lock the
   * same cases in another order wait for each other until the database gives up one of them; that
   * one is run again, so work must do nothing but read and change cases.
   */
  public <T> T change(Function<CaseChangeStore, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return jdbc.transaction(
            session -> work.apply(new CaseChangeStore(session, events, rows, notices, derived)));
      } catch (JdbcException e) {
        if (!e.isDeadlock() || attempt == TRIES) {
          throw e;
        }
      }
    }
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
      Function<CaseFile, Optional<CaseRowStore.Projection>> fold) {
    return jdbc.transaction(
        session -> {
          List<CaseFile> stale = rows.loadAll(session, LOCK_STALE, after, by, unsealed, limit);
          rows.project(
              session,
              stale.stream().filter(rows::trusted).map(fold).flatMap(Optional::stream).toList());
          return stale.stream().map(CaseFile::id).toList();
        });
  }

  /** Somebody who works here has read it for the first time. */
  void opened(UUID id, Instant at, LocalDate today) {
    jdbc.update(OPENED, at, today, id);
  }

  /** Takes a case whose triage is due; its next try is set at once, should this one die. */
  public Optional<UUID> claimTriage(Instant now) {
    return jdbc.first(CLAIM_TRIAGE, row -> row.getObject(1, UUID.class), now, now);
  }
}
