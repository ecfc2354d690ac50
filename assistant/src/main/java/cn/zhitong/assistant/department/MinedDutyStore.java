package cn.zhitong.assistant.department;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Duties that responsibility brackets (责任单位：…) of stored policies give, read from the corpus. */
@ApplicationScoped
public class MinedDutyStore {
  /** Enough of a clause to tell what it is about; brackets stand at the end of long ones. */
  private static final int CLAUSE_CHARACTERS = 300;

  private static final String IN_FORCE =
      """
      select r.department, r.role, r.start_at, r.end_at, p.id, p.display_title, p.title, c.path,
             c.heading, substr(p.text, c.start_at + 1, least(c.end_at - c.start_at, ?)) as clause
      from corpus.responsibility r
      join corpus.policy p on p.id = r.policy_id
      join corpus.clause c on c.policy_id = r.policy_id and c.ordinal = r.clause
      where p.withdrawn_at is null and (p.ended_on is null or p.ended_on > ?)
      order by p.id, r.clause, r.ordinal
      """;
  private static final String VERSION =
      """
      select coalesce(max(id::text), '') from corpus.change
      """;

  private final Jdbc jdbc;

  /**
   * @param department as the bracket names it
   * @param text heading and head of the clause
   * @param policy title, for people
   * @param url the clause's page, relative to the site
   */
  public record Mined(
      String department, String role, String text, String policy, String clause, String url) {}

  @Inject
  MinedDutyStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** Changes when the corpus does. */
  public String version() {
    return jdbc.first(VERSION, row -> row.getString(1)).orElse("");
  }

  public List<Mined> inForce(LocalDate day) {
    return jdbc.query(
        IN_FORCE,
        row -> {
          String path = row.getString("path");
          String title = row.getString("title");
          String where =
              path == null ? "" : "clause=" + URLEncoder.encode(path, StandardCharsets.UTF_8) + "&";
          return new Mined(
              row.getString("department"),
              row.getString("role"),
              (row.getString("heading") + " " + row.getString("clause")).strip(),
              title == null ? row.getString("display_title") : title,
              path,
              "/policies/"
                  + row.getString("id")
                  + "?"
                  + where
                  + "start="
                  + row.getInt("start_at")
                  + "&end="
                  + row.getInt("end_at"));
        },
        CLAUSE_CHARACTERS,
        day);
  }
}
