package cn.zhitong.assistant.application;

import cn.zhitong.assistant.eventlog.ErasablePayload;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.text.Coded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The table {@code application_event}. Rows are added; only their free text is ever taken out. */
final class ApplicationEventStore {
  private static final String INSERT =
      """
      insert into assistant.application_event
        (id, application_id, seq, type, actor, actor_name, at, based_on, body, sealed, salt,
         previous_hash, hash)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
      """;

  private static final String OF =
      "select * from assistant.application_event where application_id = ? order by seq";

  private static final String ERASE =
      """
      update assistant.application_event set sealed = null, salt = null
       where application_id = ? and seq < ?
      """;

  private ApplicationEventStore() {}

  static void insert(Jdbc.Session session, ApplicationEvent event) throws SQLException {
    ErasablePayload sealed = event.sealed();
    session.update(
        INSERT,
        event.id(),
        event.applicationId(),
        event.seq(),
        event.type().code(),
        event.actor(),
        event.actorName(),
        event.at(),
        event.basedOn(),
        sealed.storedRecord(),
        sealed.storedText(),
        sealed.salt(),
        event.previousHash(),
        event.hash());
  }

  static List<ApplicationEvent> of(Jdbc.Session session, UUID id) throws SQLException {
    return session.query(OF, ApplicationEventStore::event, id);
  }

  /** Takes the free text out of the events before one. */
  static void erase(Jdbc.Session session, UUID id, int before) throws SQLException {
    session.update(ERASE, id, before);
  }

  private static ApplicationEvent event(ResultSet row) throws SQLException {
    return new ApplicationEvent(
        row.getObject("id", UUID.class),
        row.getObject("application_id", UUID.class),
        row.getInt("seq"),
        Coded.of(ApplicationEventType.class, row.getString("type")),
        row.getString("actor"),
        row.getString("actor_name"),
        Jdbc.instant(row, "at"),
        row.getInt("based_on"),
        ErasablePayload.stored(
            row.getString("body"), row.getString("sealed"), row.getString("salt")),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
