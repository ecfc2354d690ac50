package cn.zhitong.assistant.push;

import cn.zhitong.common.jdbc.Jdbc;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an enterprise was told, what it said of it, and how it wants to be told. */
@ApplicationScoped
class PushInboxStore {
  private static final String PAGE =
      """
      select m.*, p.content::text as content
        from assistant.push_message m join assistant.push p on p.id = m.push_id
       where m.credit_code = ? order by m.queued_at desc, m.id desc limit ?
      """;

  private static final String UNREAD =
      "select count(*) from assistant.push_message where credit_code = ? and opened_at is null";

  private static final String OPENED =
      """
      update assistant.push_message set opened_at = ?, opened_by = ?
       where id = ? and (?::text is null or credit_code = ?) and opened_at is null
      """;

  private static final String FEEDBACK =
      """
      update assistant.push_message
         set relevant = ?, reason = ?, words = ?, told_at = ?,
             opened_at = coalesce(opened_at, ?), opened_by = coalesce(opened_by, 'inbox')
       where id = ? and credit_code = ?
      """;

  private static final String CHOICE = "select * from assistant.push_choice where credit_code = ?";

  private static final String CHOOSE =
      """
      insert into assistant.push_choice
        (credit_code, muted_kinds, muted_channels, digest, changed_at)
      values (?, ?, ?, ?, ?)
      on conflict (credit_code) do update
         set muted_kinds = excluded.muted_kinds, muted_channels = excluded.muted_channels,
             digest = excluded.digest, changed_at = excluded.changed_at
      """;

  /** Beside what was muted before, also by another link at this moment. */
  private static final String MUTE =
      """
      insert into assistant.push_choice as c
        (credit_code, muted_kinds, muted_channels, digest, changed_at)
      values (?, ?, ?, ?, ?)
      on conflict (credit_code) do update
         set muted_kinds = c.muted_kinds || excluded.muted_kinds, changed_at = excluded.changed_at
       where not c.muted_kinds @> excluded.muted_kinds
      """;

  /** What is still on its way follows the new choice, too. */
  private static final String DROP_WAITING =
      """
      update assistant.push_delivery d set state = 'failed', last_error = '企业已退订'
        from assistant.push p
       where p.id = d.push_id and d.credit_code = ? and d.state = 'waiting'
         and (p.kind = any (?) or d.channel = any (?))
      """;

  private static final String OF_MESSAGE =
      """
      select m.credit_code, p.kind from assistant.push_message m
        join assistant.push p on p.id = m.push_id where m.id = ?
      """;

  private final Jdbc jdbc;

  PushInboxStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A message in an enterprise's inbox.
   *
   * @param relevant what it said of it; null where it said nothing
   */
  record Message(
      UUID id,
      UUID itemId,
      PushContent content,
      boolean met,
      String field,
      Instant at,
      boolean opened,
      Boolean relevant,
      String reason) {}

  /**
   * How an enterprise wants to be told.
   *
   * @param digest each, daily or weekly
   */
  record Choice(List<String> mutedKinds, List<String> mutedChannels, String digest) {
    static final Choice EVERYTHING = new Choice(List.of(), List.of(), "each");
  }

  /** Whose message it is, and of which kind. */
  record Addressee(String creditCode, String kind) {}

  List<Message> page(String creditCode, int limit) {
    return jdbc.query(PAGE, PushInboxStore::message, creditCode, limit);
  }

  long unread(String creditCode) {
    return jdbc.first(UNREAD, row -> row.getLong(1), creditCode).orElseThrow();
  }

  /**
   * @param creditCode whose it has to be; null where a signed link says so
   * @param by inbox or mail
   */
  void opened(UUID id, String creditCode, String by, Instant now) {
    jdbc.update(OPENED, now, by, id, creditCode, creditCode);
  }

  /** False where it is no message of this enterprise. */
  boolean feedback(
      UUID id, String creditCode, boolean relevant, String reason, String words, Instant now) {
    return jdbc.update(FEEDBACK, relevant, reason, words, now, now, id, creditCode) == 1;
  }

  Choice choice(String creditCode) {
    return jdbc.first(
            CHOICE,
            row ->
                new Choice(
                    Jdbc.texts(row, "muted_kinds"),
                    Jdbc.texts(row, "muted_channels"),
                    row.getString("digest")),
            creditCode)
        .orElse(Choice.EVERYTHING);
  }

  void choose(String creditCode, Choice choice, Instant now) {
    jdbc.transaction(
        session -> {
          session.update(
              CHOOSE,
              creditCode,
              choice.mutedKinds(),
              choice.mutedChannels(),
              choice.digest(),
              now);
          session.update(DROP_WAITING, creditCode, choice.mutedKinds(), choice.mutedChannels());
          return null;
        });
  }

  /** One kind more that the enterprise does not want. */
  void mute(String creditCode, String kind, Instant now) {
    Choice otherwise = Choice.EVERYTHING;
    jdbc.transaction(
        session -> {
          session.update(
              MUTE, creditCode, List.of(kind), otherwise.mutedChannels(), otherwise.digest(), now);
          session.update(DROP_WAITING, creditCode, List.of(kind), List.of());
          return null;
        });
  }

  Optional<Addressee> addressee(UUID messageId) {
    return jdbc.first(
        OF_MESSAGE,
        row -> new Addressee(row.getString("credit_code"), row.getString("kind")),
        messageId);
  }

  private static Message message(ResultSet row) throws SQLException {
    boolean relevant = row.getBoolean("relevant");
    boolean said = !row.wasNull();
    return new Message(
        row.getObject("id", UUID.class),
        row.getObject("item_id", UUID.class),
        PushStore.read(row.getString("content"), new TypeReference<>() {}),
        row.getString("outcome").equals("met"),
        row.getString("field"),
        Jdbc.instant(row, "queued_at"),
        Jdbc.instant(row, "opened_at") != null,
        said ? relevant : null,
        row.getString("reason"));
  }

  static List<String> copy(Collection<String> texts) {
    return texts == null ? List.of() : texts.stream().distinct().toList();
  }
}
