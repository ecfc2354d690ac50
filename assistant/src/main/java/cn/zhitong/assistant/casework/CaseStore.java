package cn.zhitong.assistant.casework;

import cn.zhitong.ingest.database.Jdbc;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

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

  private static final String INSERT_EVENT =
      """
      insert into assistant.case_event
        (id, case_id, seq, type, actor, actor_name, at, reason, based_on, body, previous_hash, hash)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
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

  private static final String EVENTS =
      "select * from assistant.case_event where case_id = ? order by seq";

  private static final String PROJECT =
      """
      update assistant.appeal_case
         set version = ?, head = ?, state = ?, category = ?, department = ?, department_id = ?,
             due = ?, due_provisional = ?, answered_at = ?,
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

  private final Jdbc jdbc;
  private final ObjectMapper json;

  CaseStore(Jdbc jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
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
   * @param triaged whether triage is done with it
   */
  record Projection(
      Standing standing, String head, LocalDate due, boolean provisional, boolean triaged) {}

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
          insert(session, first);
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

  /**
   * Appends what the function decides on, with the case locked from reading to writing; nothing
   * when it returns empty.
   */
  Optional<CaseFile> append(
      UUID id,
      Function<CaseFile, Optional<CaseEvent>> decide,
      Function<CaseFile, Projection> fold) {
    return jdbc.transaction(
        session -> {
          Optional<CaseFile> before = load(session, LOCK, id);
          if (before.isEmpty()) {
            return Optional.empty();
          }
          Optional<CaseEvent> event = decide.apply(before.get());
          if (event.isEmpty()) {
            return before;
          }
          insert(session, event.get());
          project(session, id, fold.apply(before.get().plus(event.get())));
          return load(session, BY_ID, id);
        });
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
        projection.triaged(),
        id);
  }

  private static void insert(Jdbc.Session session, CaseEvent event) throws SQLException {
    session.update(
        INSERT_EVENT,
        event.id(),
        event.caseId(),
        event.seq(),
        event.type().code(),
        event.actor(),
        event.actorName(),
        event.at(),
        event.reason(),
        event.basedOn(),
        event.body().toString(),
        event.previousHash(),
        event.hash());
  }

  private Optional<CaseFile> load(Jdbc.Session session, String sql, UUID id) throws SQLException {
    Optional<CaseFile> bare = session.first(sql, CaseStore::file, id);
    if (bare.isEmpty()) {
      return bare;
    }
    return Optional.of(bare.get().withEvents(session.query(EVENTS, this::event, id)));
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

  private CaseEvent event(ResultSet row) throws SQLException {
    return new CaseEvent(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getInt("seq"),
        EventType.of(row.getString("type")),
        row.getString("actor"),
        row.getString("actor_name"),
        Jdbc.instant(row, "at"),
        row.getString("reason"),
        row.getInt("based_on"),
        tree(row.getString("body")),
        row.getString("previous_hash"),
        row.getString("hash"));
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("jsonb is always JSON", e);
    }
  }
}
