package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reads lists from the table {@code appeal_case}, by its folded columns. */
@ApplicationScoped
class CaseListStore {
  private static final String WHERE =
      """
       from assistant.appeal_case
      where (?::text[] is null or state = any (?::text[]))
        and (?::text is null or department = ? or department_id = ? or ? = any (supporting))
        and (?::date is null or due >= ?)
        and (?::date is null or due <= ?)
        and (?::text is null or review = ?)
        and (?::boolean is null or typical = ?)
        and (?::text[] is null
             or case when reporter_protected and ? then shown_protected else shown_text end
                ilike all (?::text[]))
        and (?::text[] is null or identifiers && ?::text[])
      """;

  private static final String COUNT = "select count(*)" + WHERE;

  private static final String PAGE =
      """
      select id, number, external_number, channel, title, left(content, 400) as content, state,
             category, department, due, due_provisional, working_days, asked_at, version, urges,
             supervised, review, typical, reporter_protected, region, enterprise, contact_name,
             contact_phone, contact_email
      """
          + WHERE
          + " order by due nulls last, asked_at, id limit ? offset ?";

  private static final String PROVISIONAL =
      "select id from assistant.appeal_case where due_provisional and answered_at is null";

  private static final String UNINDEXED =
      "select id from assistant.appeal_case where shown_text is null order by id limit 200";

  private static final String IDS_AFTER =
      "select id from assistant.appeal_case where id > ? order by id limit ?";

  private static final String ASKED =
      "select id, asked_at, region from assistant.appeal_case where id = any (?::uuid[])";

  private final Jdbc jdbc;

  CaseListStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is wanted; null fields do not filter.
   *
   * @param states codes
   * @param department name or id of the decided lead, or of one that supports
   * @param dueFrom first due day
   * @param dueTo last due day
   * @param review {@code open} for those to be looked into after 不满意
   * @param words each of which occurs in what is shown of the case
   * @param forOffice whether it is to be found by what an office may see of a protected report
   * @param identifiers digests, one of which the case has; null for an ordinary search
   */
  record Filter(
      List<String> states,
      String department,
      LocalDate dueFrom,
      LocalDate dueTo,
      String review,
      Boolean typical,
      List<String> words,
      boolean forOffice,
      List<String> identifiers) {}

  record Listed(
      UUID id,
      String number,
      String externalNumber,
      String channel,
      String title,
      String text,
      CaseStatus state,
      Category category,
      String department,
      LocalDate due,
      boolean dueProvisional,
      int workingDays,
      Instant askedAt,
      int version,
      boolean urged,
      boolean supervised,
      String review,
      boolean typical,
      boolean reporterProtected,
      Appeal appeal) {}

  long count(Filter filter) {
    return jdbc.first(COUNT, row -> row.getLong(1), parameters(filter, new Object[0]))
        .orElseThrow();
  }

  List<Listed> page(Filter filter, int limit, long offset) {
    return jdbc.query(
        PAGE, CaseListStore::listed, parameters(filter, new Object[] {limit, offset}));
  }

  /** Unanswered cases whose due day may still move. */
  List<UUID> provisionallyDue() {
    return jdbc.query(PROVISIONAL, row -> row.getObject(1, UUID.class));
  }

  /** Some of the cases whose words for the search are not made yet. */
  List<UUID> unindexed() {
    return jdbc.query(UNINDEXED, row -> row.getObject(1, UUID.class));
  }

  /** What of an appeal its deadline depends on. */
  record Asked(UUID id, Instant at, String region) {}

  List<Asked> asked(Collection<UUID> ids) {
    return jdbc.query(
        ASKED,
        row ->
            new Asked(
                row.getObject("id", UUID.class),
                Jdbc.instant(row, "asked_at"),
                row.getString("region")),
        List.copyOf(ids));
  }

  /** Ids are ordered by time. */
  List<UUID> idsAfter(UUID id, int limit) {
    return jdbc.query(IDS_AFTER, row -> row.getObject(1, UUID.class), id, limit);
  }

  private static Object[] parameters(Filter filter, Object[] tail) {
    List<String> like =
        filter.words() == null
            ? null
            : filter.words().stream().map(word -> "%" + escaped(word) + "%").toList();
    Object[] head = {
      filter.states(),
      filter.states(),
      filter.department(),
      filter.department(),
      filter.department(),
      filter.department(),
      filter.dueFrom(),
      filter.dueFrom(),
      filter.dueTo(),
      filter.dueTo(),
      filter.review(),
      filter.review(),
      filter.typical(),
      filter.typical(),
      like,
      filter.forOffice(),
      like,
      filter.identifiers(),
      filter.identifiers()
    };
    Object[] all = java.util.Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, all, head.length, tail.length);
    return all;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static Listed listed(ResultSet row) throws SQLException {
    String category = row.getString("category");
    return new Listed(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("external_number"),
        row.getString("channel"),
        row.getString("title"),
        row.getString("content"),
        CaseStatus.of(row.getString("state")),
        category == null ? null : Category.of(category),
        row.getString("department"),
        Jdbc.date(row, "due"),
        row.getBoolean("due_provisional"),
        row.getInt("working_days"),
        Jdbc.instant(row, "asked_at"),
        row.getInt("version"),
        row.getInt("urges") > 0,
        row.getBoolean("supervised"),
        row.getString("review"),
        row.getBoolean("typical"),
        row.getBoolean("reporter_protected"),
        appeal(row));
  }

  /** Its beginning, with all that tells who sent it. */
  private static Appeal appeal(ResultSet row) throws SQLException {
    return new Appeal(
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
  }
}
