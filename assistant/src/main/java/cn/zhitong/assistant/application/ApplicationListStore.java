package cn.zhitong.assistant.application;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Lists of applications, by their folded columns. */
@ApplicationScoped
class ApplicationListStore {
  private static final String WHERE =
      """
       where (?::text[] is null or state = any (?))
         and (?::uuid is null or item_id = ?)
         and (?::text[] is null or department = any (?) or steps && ?::text[])
         and (?::text is null or credit_code = ?)
         and (?::date is null or due >= ?)
         and (?::date is null or due <= ?)
         and (?::text is null or number = ? or not ? and (position(lower(?::text) in lower(number)) > 0
              or position(?::text in item_title) > 0 or position(?::text in enterprise_name) > 0))
         and (? or state <> 'draft')
      """;

  private static final String PAGE =
      "select * from assistant.application"
          + WHERE
          + " order by due nulls last, state_since, id limit ? offset ?";

  private static final String COUNT = "select count(*) from assistant.application" + WHERE;

  private static final String PUBLIC =
      """
      select * from assistant.application
       where state in ('publicity', 'objection') and publicity_until >= ?
         and (?::uuid is null or item_id = ?)
       order by publicity_until, id limit ? offset ?
      """;

  private static final String PUBLIC_COUNT =
      """
      select count(*) from assistant.application
       where state in ('publicity', 'objection') and publicity_until >= ?
         and (?::uuid is null or item_id = ?)
      """;

  /**
   * What waits and since when; the time that an enterprise needs to correct is not the office's.
   */
  private static final String WAITING =
      """
      select item_id, item_title, turn, state, step, state_since
        from assistant.application
       where state in ('submitted', 'reviewing', 'objection', 'approved')
          or state = 'publicity' and not paused
      """;

  private final Jdbc jdbc;

  ApplicationListStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is wanted; each may be null for all.
   *
   * @param offices names of departments that lead or review
   * @param words in number, item or enterprise; the whole number where only that counts
   * @param byNumberOnly whether nothing but the whole number is looked up
   * @param drafts whether drafts are among them
   */
  record Filter(
      List<String> states,
      UUID itemId,
      List<String> offices,
      String creditCode,
      LocalDate dueFrom,
      LocalDate dueTo,
      String words,
      boolean byNumberOnly,
      boolean drafts) {

    Object[] parameters() {
      return new Object[] {
        states,
        states,
        itemId,
        itemId,
        offices,
        offices,
        offices,
        creditCode,
        creditCode,
        dueFrom,
        dueFrom,
        dueTo,
        dueTo,
        words,
        words,
        byNumberOnly,
        words,
        words,
        words,
        drafts
      };
    }

    Object[] parameters(int limit, long offset) {
      Object[] all = java.util.Arrays.copyOf(parameters(), parameters().length + 2);
      all[all.length - 2] = limit;
      all[all.length - 1] = offset;
      return all;
    }
  }

  List<FoldedApplication> page(Filter filter, int limit, long offset) {
    return jdbc.query(PAGE, ApplicationRowStore::row, filter.parameters(limit, offset));
  }

  long count(Filter filter) {
    return jdbc.first(COUNT, row -> row.getLong(1), filter.parameters()).orElseThrow();
  }

  List<FoldedApplication> inPublicity(LocalDate today, UUID itemId, int limit, long offset) {
    return jdbc.query(PUBLIC, ApplicationRowStore::row, today, itemId, itemId, limit, offset);
  }

  long inPublicity(LocalDate today, UUID itemId) {
    return jdbc.first(PUBLIC_COUNT, row -> row.getLong(1), today, itemId, itemId).orElseThrow();
  }

  /** One application that waits for somebody of an office. */
  record Waiting(
      UUID itemId, String itemTitle, String turn, String state, Integer step, LocalDate since) {}

  List<Waiting> waiting() {
    return jdbc.query(WAITING, ApplicationListStore::waiting);
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getObject("item_id", UUID.class),
        row.getString("item_title"),
        row.getString("turn"),
        row.getString("state"),
        row.getObject("step", Integer.class),
        PausedTime.day(Jdbc.instant(row, "state_since")));
  }
}
