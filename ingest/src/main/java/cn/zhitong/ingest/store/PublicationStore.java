package cn.zhitong.ingest.store;

import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.ParsedPolicy;
import cn.zhitong.ingest.policy.Passage;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyMetadata.Superseded;
import cn.zhitong.ingest.policy.PolicyStatus;
import cn.zhitong.ingest.policy.Responsibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Writes policies, each with all that hangs on it in one transaction. */
final class PublicationStore {
  private static final String LOCK = "select 1 from corpus.writer for update";

  private static final String LOCK_FOR_VECTORS =
      "select coalesce(embedding_model, '') from corpus.writer for update";

  private static final String EARLIER_MODEL = "select embedding_model from corpus.policy limit 1";

  private static final String SET_MODEL = "update corpus.writer set embedding_model = ?";

  private static final String KNOWN =
      """
      select id, digest, withdrawn_at is not null as withdrawn
      from corpus.policy where source = ? and external_id = ?
      """;

  private static final String CREATED_AT = "select created_at from corpus.policy where id = ?";

  private static final String DELETE = "delete from corpus.policy where id = ?";

  private static final String POLICY =
      "insert into corpus.policy (id, source, external_id, digest, text, title_key, text_digest,"
          + " field_sources, warnings, pages, ocr_spans, embedding_model, created_at, updated_at, "
          + MetadataColumnsStore.NAMES
          + ") values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?::jsonb, ?, ?, ?, "
          + MetadataColumnsStore.PARAMETERS
          + ")";

  private static final String CLAUSE =
      """
      insert into corpus.clause (policy_id, ordinal, path, heading, depth, parent, start_at, end_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String RESPONSIBILITY =
      """
      insert into corpus.responsibility (
        policy_id, clause, ordinal, department, role, start_at, end_at)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String PASSAGE =
      """
      insert into corpus.passage (
        id, policy_id, ordinal, clause, path, headings, start_at, end_at, text, embedding, region,
        kind)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String NAME =
      "insert into corpus.policy_name (policy_id, name) values (?, ?)";

  private static final String MENTION =
      """
      insert into corpus.mention (policy_id, ordinal, relation, title, number, from_on)
      values (?, ?, ?, ?, ?, ?)
      """;

  private static final String WITHDRAW =
      """
      update corpus.policy set withdrawn_at = ?, withdrawn_why = ?, updated_at = ?
      where id = ? and withdrawn_at is null
      """;

  private static final String ATTACHED =
      "select policy_id from corpus.attachment where parent_id = ?";

  private final Jdbc jdbc;
  private final Clock clock;

  PublicationStore(Jdbc jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<KnownPolicy> known(String source, String externalId) {
    return jdbc.first(KNOWN, PublicationStore::knownRow, source, externalId);
  }

  SaveResult save(Publication publication) {
    return jdbc.transaction(
        session -> {
          Optional<KnownPolicy> known = locked(session, publication);
          if (known.isPresent() && known.get().digest().equals(publication.digest())) {
            return new SaveResult(known.get().id(), SaveResult.Change.UNCHANGED);
          }
          SaveResult saved = write(session, publication, known.map(KnownPolicy::id));
          PictureStore.replace(session, saved.id().value(), publication.policy().pictures());
          return saved;
        });
  }

  /** The text stays, and with it its pictures. */
  SaveResult correct(Publication publication) {
    return jdbc.transaction(
        session -> {
          Optional<KnownPolicy> known = locked(session, publication);
          return write(session, publication, known.map(KnownPolicy::id));
        });
  }

  /** What is stored under the identity, while no other writer can change it. */
  private static Optional<KnownPolicy> locked(Jdbc.Session session, Publication publication)
      throws SQLException {
    requireModel(session, publication.embeddingModel());
    return session.first(
        KNOWN, PublicationStore::knownRow, publication.source(), publication.externalId());
  }

  private static void requireModel(Jdbc.Session session, String given) throws SQLException {
    String library = session.query(LOCK_FOR_VECTORS, row -> row.getString(1)).get(0);
    if (library.isEmpty()) {
      // A node of the version before may have stored something that it did not mark.
      library = session.first(EARLIER_MODEL, row -> row.getString(1)).orElse(given);
      session.update(SET_MODEL, library);
    }
    if (!library.equals(given)) {
      throw new OtherModelException(given, library);
    }
  }

  private SaveResult write(Jdbc.Session session, Publication publication, Optional<PolicyId> known)
      throws SQLException {
    ValidityStore validity = new ValidityStore(session, clock.instant());
    PolicyId id = known.orElseGet(PolicyId::create);
    Set<UUID> related = new TreeSet<>(validity.related(id.value()));
    Instant now = clock.instant();
    Instant created =
        session.first(CREATED_AT, row -> Jdbc.instant(row, "created_at"), id.value()).orElse(now);
    session.update(DELETE, id.value());
    insertPolicy(session, id.value(), publication, created, now);
    insertParts(session, id.value(), publication);
    insertNames(session, id.value(), publication.policy().metadata());
    related.addAll(validity.related(id.value()));
    validity.recompute(related, id.value());
    return new SaveResult(
        id, known.isPresent() ? SaveResult.Change.UPDATED : SaveResult.Change.CREATED);
  }

  /** Whether there was something to withdraw. */
  boolean withdraw(PolicyId id, String why) {
    return jdbc.transaction(
        session -> {
          session.query(LOCK, row -> 1);
          Instant now = clock.instant();
          if (session.update(WITHDRAW, now, why, now, id.value()) == 0) {
            return false;
          }
          ValidityStore validity = new ValidityStore(session, now);
          for (UUID attachment :
              session.query(ATTACHED, row -> (UUID) row.getObject(1), id.value())) {
            session.update(WITHDRAW, now, why, now, attachment);
            validity.recompute(validity.related(attachment), attachment);
          }
          validity.recompute(validity.related(id.value()), id.value());
          return true;
        });
  }

  private static KnownPolicy knownRow(ResultSet row) throws SQLException {
    return new KnownPolicy(
        new PolicyId(row.getObject("id", UUID.class)),
        row.getString("digest"),
        row.getBoolean("withdrawn"));
  }

  private static void insertPolicy(
      Jdbc.Session session, UUID id, Publication publication, Instant created, Instant now)
      throws SQLException {
    ParsedPolicy policy = publication.policy();
    List<Object> values =
        new ArrayList<>(
            Arrays.asList(
                id,
                publication.source(),
                publication.externalId(),
                publication.digest(),
                policy.text(),
                PolicyNames.title(policy.metadata().title()),
                Digest.of(policy.text()),
                JsonColumns.write(policy.sources()),
                policy.warnings(),
                JsonColumns.write(policy.pages()),
                JsonColumns.write(policy.ocr()),
                publication.embeddingModel(),
                created,
                now));
    values.addAll(MetadataColumnsStore.values(stored(policy.metadata(), publication)));
    session.update(POLICY, values.toArray());
  }

  /** With what every stored policy has, whatever is known of it. */
  private static PolicyMetadata stored(PolicyMetadata metadata, Publication publication) {
    return metadata.toBuilder()
        .displayTitle(shownTitle(metadata, publication))
        .kind(kind(metadata))
        .status(metadata.status() == null ? PolicyStatus.IN_FORCE : metadata.status())
        .build();
  }

  private static void insertParts(Jdbc.Session session, UUID id, Publication publication)
      throws SQLException {
    List<Object[]> clauses = new ArrayList<>();
    List<Object[]> duties = new ArrayList<>();
    List<Object[]> passages = new ArrayList<>();
    for (Clause c : publication.policy().clauses()) {
      int clause = clauses.size();
      clauses.add(
          row(id, clause, c.path(), c.heading(), c.depth(), c.parent(), c.start(), c.end()));
      int ordinal = 0;
      for (Responsibility r : c.responsibilities()) {
        duties.add(row(id, clause, ordinal++, r.department(), r.role().code(), r.start(), r.end()));
      }
    }
    PolicyMetadata m = publication.policy().metadata();
    for (Passage p : publication.policy().passages()) {
      int ordinal = passages.size();
      float[] vector = publication.vectors().get(ordinal);
      passages.add(
          row(
              Ids.next(),
              id,
              ordinal,
              p.clause(),
              p.path(),
              p.headings(),
              p.start(),
              p.end(),
              p.text(),
              vector,
              m.region(),
              kind(m).code()));
    }
    session.batch(CLAUSE, clauses);
    session.batch(RESPONSIBILITY, duties);
    session.batch(PASSAGE, passages);
  }

  private static void insertNames(Jdbc.Session session, UUID id, PolicyMetadata metadata)
      throws SQLException {
    List<Object[]> names = new ArrayList<>();
    PolicyNames.of(metadata).forEach(name -> names.add(row(id, name)));
    List<Object[]> mentions = new ArrayList<>();
    for (Superseded s : metadata.supersedes()) {
      String title = PolicyNames.title(s.title());
      String number = PolicyNames.number(s.documentNumber());
      mentions.add(row(id, mentions.size(), "ends", title, number, s.from()));
    }
    if (metadata.explains() != null) {
      String title = PolicyNames.title(metadata.explains());
      String number = PolicyNames.number(metadata.explains());
      mentions.add(row(id, mentions.size(), "explains", title, number, null));
    }
    session.batch(NAME, names);
    session.batch(MENTION, mentions);
  }

  private static PolicyKind kind(PolicyMetadata metadata) {
    return metadata.kind() == null ? PolicyKind.OTHER : metadata.kind();
  }

  private static Object[] row(Object... values) {
    return values;
  }

  /** An external id is shown only where the text has no title at all. */
  private static String shownTitle(PolicyMetadata metadata, Publication publication) {
    if (metadata.displayTitle() != null) {
      return metadata.displayTitle();
    }
    return metadata.title() == null ? publication.externalId() : metadata.title();
  }
}
