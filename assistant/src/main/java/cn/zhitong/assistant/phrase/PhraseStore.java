package cn.zhitong.assistant.phrase;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code phrase}. */
@ApplicationScoped
class PhraseStore {
  private static final String COLUMNS =
      "select id, owner, department, kind, category, title, text from assistant.phrase";

  /** One's own, one's department's, and everybody's. */
  private static final String VISIBLE =
      COLUMNS
          + """
             where (owner is null or owner = ?)
               and (department is null or ?::text is null or department = ?)
               and (?::text is null or category is null or category = ?)
             order by owner nulls last, title, id
            """;

  private static final String BY_ID = COLUMNS + " where id = ?";

  private static final String PUT =
      """
      insert into assistant.phrase (id, owner, department, kind, category, title, text, changed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update
         set kind = excluded.kind, category = excluded.category, title = excluded.title,
             text = excluded.text, changed_at = excluded.changed_at
      """;

  private static final String COUNT =
      "select count(*) from assistant.phrase where owner is not distinct from ?";

  private static final String DELETE = "delete from assistant.phrase where id = ?";

  private final Jdbc jdbc;

  PhraseStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param owner account of whose alone it is; null where others use it too
   * @param department whose staff use it; null for all
   * @param kind {@code phrase} or {@code template}
   * @param category code of the category it is for, null for any
   */
  record Phrase(
      UUID id,
      String owner,
      String department,
      String kind,
      String category,
      String title,
      String text) {}

  List<Phrase> visible(String account, String department, String category) {
    return jdbc.query(
        VISIBLE, PhraseStore::phrase, account, department, department, category, category);
  }

  Optional<Phrase> byId(UUID id) {
    return jdbc.first(BY_ID, PhraseStore::phrase, id);
  }

  long count(String owner) {
    return jdbc.first(COUNT, row -> row.getLong(1), owner).orElseThrow();
  }

  void put(Phrase phrase, Instant at) {
    jdbc.update(
        PUT,
        phrase.id(),
        phrase.owner(),
        phrase.department(),
        phrase.kind(),
        phrase.category(),
        phrase.title(),
        phrase.text(),
        at);
  }

  void delete(UUID id) {
    jdbc.update(DELETE, id);
  }

  private static Phrase phrase(ResultSet row) throws SQLException {
    return new Phrase(
        row.getObject("id", UUID.class),
        row.getString("owner"),
        row.getString("department"),
        row.getString("kind"),
        row.getString("category"),
        row.getString("title"),
        row.getString("text"));
  }
}
