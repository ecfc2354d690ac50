package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.eventlog.ErasablePayload;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table {@code case_event}. Rows are added; only their free text is ever taken out. */
@ApplicationScoped
public class CaseEventStore {
  private static final String INSERT =
      """
      insert into assistant.case_event
        (id, case_id, seq, type, actor, actor_name, at, occurred_at, reason, based_on, body,
         sealed, salt, previous_hash, hash)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
      """;

  private static final String OF =
      "select * from assistant.case_event where case_id = ? order by seq";

  private static final String OF_MANY =
      "select * from assistant.case_event where case_id = any (?::uuid[]) order by case_id, seq";

  private static final String WITHOUT_TEXTS =
      """
      select id, case_id, seq, type, actor, actor_name, at, null as reason, based_on, body,
             null as sealed, null as salt, previous_hash, hash
        from assistant.case_event where case_id = any (?::uuid[]) order by case_id, seq
      """;

  private static final String ERASE =
      "update assistant.case_event set sealed = null, salt = null where case_id = ? and seq < ?";

  /** A main case's reply, as the cases merged into it have it. */
  private static final String ERASE_COPIES =
      """
      update assistant.case_event set sealed = null, salt = null
       where type in ('reply', 'reject') and body ->> 'main' = ?
      returning case_id
      """;

  private final Jdbc jdbc;

  CaseEventStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Jdbc.Session session, CaseEvent event) throws SQLException {
    ErasablePayload sealed = event.sealed();
    session.update(
        INSERT,
        event.id(),
        event.caseId(),
        event.seq(),
        event.type().code(),
        event.actor(),
        event.actorName(),
        event.at(),
        event.occurredAt(),
        event.openReason(),
        event.basedOn(),
        sealed.storedRecord(),
        sealed.storedText(),
        sealed.salt(),
        event.previousHash(),
        event.hash());
  }

  /** A case's events in order. */
  List<CaseEvent> of(Jdbc.Session session, UUID caseId) throws SQLException {
    return session.query(OF, this::event, caseId);
  }

  /** Many cases' events, each in order. */
  Map<UUID, List<CaseEvent>> of(Jdbc.Session session, Collection<UUID> caseIds)
      throws SQLException {
    return session.query(OF_MANY, this::event, caseIds).stream()
        .collect(Collectors.groupingBy(CaseEvent::caseId));
  }

  /** Many cases' events, each case's in order, for folding: what people wrote is left out. */
  public List<CaseEvent> withoutTexts(Collection<UUID> caseIds) {
    return jdbc.query(WITHOUT_TEXTS, this::event, List.copyOf(caseIds));
  }

  /** Takes the free text out of the events before one. */
  void erase(Jdbc.Session session, UUID caseId, int before) throws SQLException {
    session.update(ERASE, caseId, before);
  }

  /**
   * @return the cases that had copies
   */
  List<UUID> eraseCopies(Jdbc.Session session, UUID main) throws SQLException {
    return session
        .query(ERASE_COPIES, row -> row.getObject(1, UUID.class), main.toString())
        .stream()
        .distinct()
        .sorted()
        .toList();
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
        ErasablePayload.stored(
            row.getString("body"), row.getString("sealed"), row.getString("salt")),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
