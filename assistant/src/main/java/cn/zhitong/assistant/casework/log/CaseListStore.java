package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.clock.UnreadBacklog;
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
public class CaseListStore {
  private static final String WHERE =
      """
       from assistant.appeal_case c
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
        and (?::text is null or (category = ? and department is not null))
        and (?::text is null or channel = ?)
        and (?::text is null or region like ?)
        and (?::timestamptz is null or asked_at >= ?)
        and (?::timestamptz is null or asked_at < ?)
        and (?::text is null or assignee = ?)
        and (?::boolean is null or (taken_on is not null) = ?)
        and (?::uuid[] is null or id = any (?::uuid[]))
        and (?::boolean is null or %s = ?)
      """
          .formatted(UnreadBacklog.CONDITION);

  private static final String COUNT = "select count(*)" + WHERE;

  private static final String PAGE =
      """
      select id, number, external_number, channel, title, left(content, 400) as content, state,
             category, department, due, due_provisional, working_days, asked_at, version, urges,
             supervised, review, typical, reporter_protected, region, enterprise, contact_name,
             contact_phone, contact_email, assignee_name, taken_on
      """
          + WHERE;

  private static final String LIMIT = " limit ? offset ?";

  private static final String IDS_AFTER =
      "select id from assistant.appeal_case where id > ? order by id limit ?";

  private static final String ASKED =
      "select id, asked_at, region from assistant.appeal_case where id = any (?::uuid[])";

  /** In which order a list comes; equal ones by id, so that pages do not overlap. */
  public enum Order {
    DUE("due", " order by due nulls last, asked_at, id"),
    NEWEST("newest", " order by asked_at desc, id desc"),
    OLDEST("oldest", " order by asked_at, id");

    private final String code;
    private final String sql;

    Order(String code, String sql) {
      this.code = code;
      this.sql = sql;
    }

    /** As addresses and the API have it. */
    public String code() {
      return code;
    }
  }

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
   * @param category as decided; one that is only suggested is not found, since it may be hidden
   * @param regionPrefix first digits of the region's code: a province has its cities
   * @param askedFrom first moment
   * @param askedBefore the moment after the last
   * @param assignee account of whoever it is assigned to
   * @param ids of cases, one of which it is
   * @param takenOn whether it is one of 难事专办
   * @param unread whether it is one of {@link UnreadBacklog}, since the moment
   */
  public record Filter(
      List<String> states,
      String department,
      LocalDate dueFrom,
      LocalDate dueTo,
      String review,
      Boolean typical,
      List<String> words,
      boolean forOffice,
      List<String> identifiers,
      Category category,
      String channel,
      String regionPrefix,
      Instant askedFrom,
      Instant askedBefore,
      String assignee,
      Boolean takenOn,
      List<String> ids,
      Boolean unread,
      Instant unreadSince) {}

  /** A row of the list. */
  public record Listed(
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
      Appeal appeal,
      String assignee,
      String takenOn) {}

  /** How many cases a filter lets through. */
  public long count(Filter filter) {
    return jdbc.first(COUNT, row -> row.getLong(1), parameters(filter, new Object[0]))
        .orElseThrow();
  }

  /** One page of what a filter lets through. */
  public List<Listed> page(Filter filter, Order order, int limit, long offset) {
    return jdbc.query(
        PAGE + order.sql + LIMIT,
        CaseListStore::listed,
        parameters(filter, new Object[] {limit, offset}));
  }

  /** What of an appeal its deadline depends on. */
  public record Asked(UUID id, Instant at, String region) {}

  /** When and where from some cases were asked, by their ids. */
  public List<Asked> asked(Collection<UUID> ids) {
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
    String category = filter.category() == null ? null : filter.category().code();
    String region = filter.regionPrefix() == null ? null : escaped(filter.regionPrefix()) + "%";
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
      filter.identifiers(),
      category,
      category,
      filter.channel(),
      filter.channel(),
      region,
      region,
      filter.askedFrom(),
      filter.askedFrom(),
      filter.askedBefore(),
      filter.askedBefore(),
      filter.assignee(),
      filter.assignee(),
      filter.takenOn(),
      filter.takenOn(),
      filter.ids(),
      filter.ids(),
      filter.unread(),
      filter.unreadSince(),
      filter.unread()
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
        appeal(row),
        row.getString("assignee_name"),
        row.getString("taken_on"));
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
