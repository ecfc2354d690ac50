package cn.zhitong.assistant.notice;

import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table {@code inbox_message}: what a person is told of within the program. */
@ApplicationScoped
public class InboxStore {
  private static final String INSERT =
      """
      insert into assistant.inbox_message (
        id, account, case_id, application_id, item_id, kind, key, subject, at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
      """;

  private static final String PAGE =
      """
      select id, case_id, application_id, item_id, kind, subject, at, read_at
        from assistant.inbox_message
       where account = ? and (read_at is null or not ?) order by at desc, id desc limit ?
      """;

  private static final String UNREAD =
      "select count(*) from assistant.inbox_message where account = ? and read_at is null";

  private static final String READ =
      """
      update assistant.inbox_message set read_at = ?
       where account = ? and read_at is null and (?::uuid is null or id = ?)
      """;

  private static final String READ_CASE =
      """
      update assistant.inbox_message set read_at = ?
       where account = ? and (case_id = ? or application_id = ?) and read_at is null
      """;

  static final String ERASE =
      "delete from assistant.inbox_message where case_id = ? or application_id = ?";

  private final Jdbc jdbc;

  InboxStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** A message to one person; the subject has numbers and names of departments alone. */
  record Message(
      UUID id,
      UUID caseId,
      UUID applicationId,
      UUID itemId,
      String kind,
      String subject,
      Instant at,
      Instant readAt) {}

  static void add(Jdbc.Session session, Notice notice) throws SQLException {
    for (String account : notice.accounts()) {
      session.update(
          INSERT,
          Ids.next(),
          account,
          notice.caseId(),
          notice.applicationId(),
          notice.itemId(),
          notice.kind(),
          notice.key(),
          notice.subject(),
          notice.at());
    }
  }

  List<Message> page(String account, boolean unreadOnly, int limit) {
    return jdbc.query(
        PAGE,
        row ->
            new Message(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                Jdbc.instant(row, "at"),
                Jdbc.instant(row, "read_at")),
        account,
        unreadOnly,
        limit);
  }

  long unread(String account) {
    return jdbc.first(UNREAD, row -> row.getLong(1), account).orElseThrow();
  }

  /**
   * @param id null for all
   */
  void read(String account, UUID id, Instant now) {
    jdbc.update(READ, now, account, id, id);
  }

  void readCase(String account, UUID caseId, Instant now) {
    jdbc.update(READ_CASE, now, account, caseId, caseId);
  }
}
