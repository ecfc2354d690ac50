package cn.zhitong.ingest.store;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.DutyRole;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.policy.PolicyStatus;
import cn.zhitong.ingest.policy.Responsibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads the library. */
final class LibraryStore {
  private static final String MODEL = "select coalesce(embedding_model, '') from corpus.writer";

  private static final String ENTRY =
      MetadataColumnsStore.NAMES
          + """
      , id, source, external_id, starts_on, ended_on, ended_as, ended_by, explains_id, duplicate_of,
      created_at, updated_at, withdrawn_at, withdrawn_why,
      (select count(*) from corpus.policy d where d.duplicate_of = p.id) as duplicates
      """;

  private static final String ONE =
      "select "
          + ENTRY
          + ", text, field_sources, warnings, pages, ocr_spans from corpus.policy p where id = ?";

  private static final String BY_EXTERNAL_ID =
      "select id from corpus.policy where source = ? and external_id = ?";

  private static final String CLAUSES =
      """
      select ordinal, path, heading, depth, parent, start_at, end_at
      from corpus.clause where policy_id = ? order by ordinal
      """;

  private static final String RESPONSIBILITIES =
      """
      select clause, department, role, start_at, end_at
      from corpus.responsibility where policy_id = ? order by clause, ordinal
      """;

  private static final String PASSAGES = "select count(*) from corpus.passage where policy_id = ?";

  private static final String RELATED =
      """
      select o.id, coalesce(o.title, o.display_title) as title, o.kind,
        case when o.explains_id = p.id then 'explained_by'
             when o.title_key = p.title_key then 'version'
             when o.ended_by = p.id then 'ended_by_this'
             else 'duplicate' end as relation
      from corpus.policy p join corpus.policy o
        on o.explains_id = p.id or o.ended_by = p.id or o.duplicate_of = p.id
        or (o.title_key = p.title_key and (o.ended_as = 'amended' or p.ended_as = 'amended'))
      where p.id = ? and o.id <> p.id and o.withdrawn_at is null
      order by relation, o.starts_on desc nulls last, o.id
      limit 50
      """;

  private static final String EXPLAINED =
      """
      select distinct explains_id from corpus.policy
      where kind = ? and explains_id is not null and withdrawn_at is null and duplicate_of is null
      """;

  /** By the brackets, since Citus does not correlate from a table that is on every worker. */
  private static final String WITH_RESPONSIBILITIES =
      """
      select r.policy_id from corpus.responsibility r join corpus.policy p on p.id = r.policy_id
      where p.withdrawn_at is null
      group by r.policy_id order by r.policy_id
      """;

  /** A filter that is null lets everything through. Words are one array, each must occur. */
  static final String MATCHES =
      """
      where withdrawn_at is null and duplicate_of is null
        and not exists (select 1 from corpus.attachment x where x.policy_id = p.id)
        and (?::text is null or region like ?)
        and (?::text is null or strpos(issuer, ?) > 0)
        and (?::text is null or level = ?)
        and (?::text is null or kind = ?)
        and (?::text is null or ? = any(themes))
        and (?::text is null or ? = any(industries))
        and (?::text is null
             or (case when ended_on <= ? then ended_as else 'in_force' end) = ?)
        and (id = any(?::text[]::uuid[]) or not exists (
          select 1 from unnest(?::text[]) word
          where strpos(lower(concat_ws(' ', title, display_title, document_number, index_number,
                                       issuer, attached_title)), word) = 0
            and strpos(lower(text), word) = 0))
      """;

  private static final String COUNT = "select count(*) from corpus.policy p " + MATCHES;

  /** Titles that hold the words first, then what a search found, then the newest. */
  private static final String PAGE =
      "select "
          + ENTRY
          + "from corpus.policy p "
          + MATCHES
          + """
          order by
            (select count(*) from unnest(?::text[]) word
             where strpos(lower(concat_ws(' ', display_title, document_number)), word) > 0) desc,
            array_position(?::text[]::uuid[], id) nulls last,
            coalesce(issued_on, published_on, effective_from) desc nulls last, id desc
          limit ? offset ?
          """;

  private final Jdbc jdbc;

  LibraryStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  Optional<StoredPolicy> policy(PolicyId id) {
    return jdbc.first(ONE, LibraryStore::stored, id.value());
  }

  Optional<PolicyId> find(String source, String externalId) {
    return jdbc.first(
        BY_EXTERNAL_ID, row -> new PolicyId(row.getObject(1, UUID.class)), source, externalId);
  }

  List<Clause> clauses(PolicyId id) {
    Map<Integer, List<Responsibility>> duties = new HashMap<>();
    jdbc.query(
        RESPONSIBILITIES,
        row ->
            duties
                .computeIfAbsent(row.getInt("clause"), ordinal -> new ArrayList<>())
                .add(responsibility(row)),
        id.value());
    return jdbc.query(
        CLAUSES,
        row -> clause(row, duties.getOrDefault(row.getInt("ordinal"), List.of())),
        id.value());
  }

  /** The id of the model that the passages' vectors are of; empty where nothing is stored yet. */
  String embeddingModel() {
    return jdbc.query(MODEL, row -> row.getString(1)).get(0);
  }

  int passages(PolicyId id) {
    return jdbc.first(PASSAGES, row -> row.getInt(1), id.value()).orElse(0);
  }

  List<RelatedPolicy> related(PolicyId id) {
    return jdbc.query(
        RELATED,
        row ->
            new RelatedPolicy(
                id(row, "id"),
                row.getString("title"),
                PolicyKind.ofCode(row.getString("kind")),
                row.getString("relation")),
        id.value());
  }

  Set<PolicyId> explained(PolicyKind by) {
    return Set.copyOf(jdbc.query(EXPLAINED, row -> id(row, "explains_id"), by.code()));
  }

  List<PolicyId> withResponsibilities() {
    return jdbc.query(WITH_RESPONSIBILITIES, row -> new PolicyId(row.getObject(1, UUID.class)));
  }

  PolicyPage list(PolicyFilter filter) {
    List<Object> matches = FilterParameters.of(filter);
    long total = jdbc.first(COUNT, row -> row.getLong(1), matches.toArray()).orElse(0L);
    List<Object> page = new ArrayList<>(matches);
    page.add(matches.get(matches.size() - 1));
    page.add(matches.get(matches.size() - 2));
    page.add(filter.pageSize());
    page.add((long) (filter.page() - 1) * filter.pageSize());
    return new PolicyPage(jdbc.query(PAGE, LibraryStore::entry, page.toArray()), total);
  }

  private static StoredPolicy stored(ResultSet row) throws SQLException {
    return new StoredPolicy(
        entry(row),
        row.getString("text"),
        JsonColumns.fieldSources(row.getString("field_sources")),
        Jdbc.texts(row, "warnings"),
        JsonColumns.pages(row.getString("pages")),
        JsonColumns.ocrSpans(row.getString("ocr_spans")));
  }

  private static LibraryEntry entry(ResultSet row) throws SQLException {
    return new LibraryEntry(
        id(row, "id"),
        row.getString("source"),
        row.getString("external_id"),
        MetadataColumnsStore.read(row),
        new Validity(
            Jdbc.date(row, "starts_on"),
            Jdbc.date(row, "ended_on"),
            status(row.getString("ended_as")),
            id(row, "ended_by")),
        id(row, "explains_id"),
        id(row, "duplicate_of"),
        row.getInt("duplicates"),
        Jdbc.instant(row, "created_at"),
        Jdbc.instant(row, "updated_at"),
        row.getString("withdrawn_at") == null
            ? null
            : new LibraryEntry.Withdrawal(
                Jdbc.instant(row, "withdrawn_at"), row.getString("withdrawn_why")));
  }

  private static Clause clause(ResultSet row, List<Responsibility> duties) throws SQLException {
    return new Clause(
        row.getString("path"),
        row.getString("heading"),
        row.getInt("depth"),
        row.getInt("parent"),
        row.getInt("start_at"),
        row.getInt("end_at"),
        duties);
  }

  private static Responsibility responsibility(ResultSet row) throws SQLException {
    return new Responsibility(
        row.getString("department"),
        DutyRole.ofCode(row.getString("role")),
        row.getInt("start_at"),
        row.getInt("end_at"));
  }

  private static PolicyId id(ResultSet row, String column) throws SQLException {
    UUID id = row.getObject(column, UUID.class);
    return id == null ? null : new PolicyId(id);
  }

  private static PolicyStatus status(String code) {
    return code == null ? null : PolicyStatus.ofCode(code);
  }
}
