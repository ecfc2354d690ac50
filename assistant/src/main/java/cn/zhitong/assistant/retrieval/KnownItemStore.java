package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.jdbc.Jdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Looks up policies and clauses by what they are called. */
final class KnownItemStore {
  /** The question's words may run into the number, so its end is compared. */
  private static final String BY_NUMBER =
      """
      select id, document_number as name from corpus.policy
      where withdrawn_at is null and document_number is not null
        and right(?, length(document_number)) = document_number
      """;

  private static final String BY_TITLE =
      """
      select id, title as name from corpus.policy
      where withdrawn_at is null
        and (strpos(title, ?) > 0 or strpos(attached_title, ?) > 0)
      order by length(title), id limit 20
      """;

  private static final String PASSAGES =
      """
      select id, policy_id, path, text from corpus.passage
      where policy_id = any(?::uuid[]) order by policy_id, ordinal
      """;

  private static final String PASSAGES_BY_ID =
      "select id, policy_id, path, text from corpus.passage where id = any(?::uuid[])";

  private final Jdbc jdbc;

  KnownItemStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  record Named(UUID policy, String name) {}

  record NamedPassage(UUID id, UUID policy, String path, String text) {}

  /** The policy with the longest number that the text ends with. */
  List<UUID> byNumber(String text) {
    List<Named> found = jdbc.query(BY_NUMBER, KnownItemStore::named, text);
    int longest = found.stream().mapToInt(named -> named.name().length()).max().orElse(0);
    return found.stream()
        .filter(named -> named.name().length() == longest)
        .map(Named::policy)
        .toList();
  }

  /**
   * Policies whose title, or attached text's title, is or holds the words; shortest titles first.
   */
  List<UUID> byTitle(String words) {
    List<Named> found = jdbc.query(BY_TITLE, KnownItemStore::named, words, words);
    List<UUID> same =
        found.stream().filter(n -> words.equals(n.name())).map(Named::policy).toList();
    return same.isEmpty() ? found.stream().map(Named::policy).toList() : same;
  }

  /** Policies whose title holds the longest possible end of the words, at least two characters. */
  List<UUID> byEnd(String words) {
    for (int from = 0; from + 2 <= words.length(); from++) {
      List<UUID> found = byTitle(words.substring(from));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  List<NamedPassage> passages(Collection<UUID> policies) {
    return jdbc.query(PASSAGES, KnownItemStore::passage, texts(policies));
  }

  List<NamedPassage> byIds(Collection<UUID> passages) {
    return jdbc.query(PASSAGES_BY_ID, KnownItemStore::passage, texts(passages));
  }

  private static List<String> texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toList();
  }

  private static NamedPassage passage(ResultSet row) throws SQLException {
    return new NamedPassage(
        row.getObject("id", UUID.class),
        row.getObject("policy_id", UUID.class),
        row.getString("path"),
        row.getString("text"));
  }

  private static Named named(ResultSet row) throws SQLException {
    return new Named(row.getObject("id", UUID.class), row.getString("name"));
  }
}
