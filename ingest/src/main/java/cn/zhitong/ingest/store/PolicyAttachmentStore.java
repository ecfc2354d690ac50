package cn.zhitong.ingest.store;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which texts are attachments of which policies. */
final class PolicyAttachmentStore {
  private static final String LOCK = "select 1 from corpus.writer for update";

  private static final String ATTACHED =
      """
      select x.policy_id, x.parent_id, x.label, x.own_title,
        coalesce(a.title, a.display_title) as title,
        coalesce(p.title, p.display_title) as parent_title
      from corpus.attachment x
      join corpus.policy a on a.id = x.policy_id
      join corpus.policy p on p.id = x.parent_id
      """;

  private static final String OF_PARENT =
      ATTACHED
          + " where x.parent_id = ? and a.withdrawn_at is null"
          + " order by length(x.label), x.label, x.linked_at, x.policy_id";

  private static final String OF_ATTACHMENT = ATTACHED + " where x.policy_id = ?";

  private static final String LINK =
      """
      insert into corpus.attachment (policy_id, parent_id, label, own_title, linked_at)
      values (?, ?, ?, ?, ?)
      on conflict (policy_id) do update
        set parent_id = excluded.parent_id, label = excluded.label, linked_at = excluded.linked_at
      """;

  private static final String UNLINK = "delete from corpus.attachment where policy_id = ?";

  private static final String SAME =
      """
      select id, coalesce(title, display_title) as title, kind,
        case when text_digest = ? then 'duplicate' else 'version' end as relation
      from corpus.policy
      where withdrawn_at is null and document_number = ? and title_key = ? and id <> ?
      order by updated_at desc limit 5
      """;

  private final Jdbc jdbc;
  private final Clock clock;

  PolicyAttachmentStore(Jdbc jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Makes a text an attachment; it holds as long as the policy does.
   *
   * @return whether it could be: neither may hang on, or carry, another one the wrong way round
   */
  boolean attach(PolicyId attachment, PolicyId parent, String label, String ownTitle) {
    return jdbc.transaction(
        session -> {
          session.query(LOCK, row -> 1);
          UUID own = attachment.value();
          UUID above = parent.value();
          boolean carries =
              session
                  .first("select 1 from corpus.attachment where parent_id = ?", row -> 1, own)
                  .isPresent();
          boolean hangs =
              session
                  .first("select 1 from corpus.attachment where policy_id = ?", row -> 1, above)
                  .isPresent();
          if (own.equals(above) || carries || hangs) {
            return false;
          }
          Instant now = clock.instant();
          session.update(LINK, own, above, label, ownTitle, now);
          settle(session, own, now);
          return true;
        });
  }

  /** Whether it was one. */
  boolean detach(PolicyId attachment) {
    return jdbc.transaction(
        session -> {
          session.query(LOCK, row -> 1);
          int gone = session.update(UNLINK, attachment.value());
          settle(session, attachment.value(), clock.instant());
          return gone > 0;
        });
  }

  private static void settle(Jdbc.Session session, UUID attachment, Instant now)
      throws SQLException {
    ValidityStore validity = new ValidityStore(session, now);
    validity.recompute(validity.related(attachment), attachment);
  }

  List<PolicyAttachment> of(PolicyId parent) {
    return jdbc.query(OF_PARENT, PolicyAttachmentStore::attached, parent.value());
  }

  Optional<PolicyAttachment> find(PolicyId attachment) {
    return jdbc.first(OF_ATTACHMENT, PolicyAttachmentStore::attached, attachment.value());
  }

  /** Published policies with this number and title under another identity. */
  List<RelatedPolicy> same(String number, String title, String text, PolicyId except) {
    String key = PolicyNames.title(title);
    if (number == null || key == null) {
      return List.of();
    }
    UUID other = except == null ? new UUID(0, 0) : except.value();
    return jdbc.query(
        SAME,
        row ->
            new RelatedPolicy(
                new PolicyId(row.getObject("id", UUID.class)),
                row.getString("title"),
                PolicyKind.ofCode(row.getString("kind")),
                row.getString("relation")),
        Digest.of(text),
        number,
        key,
        other);
  }

  private static PolicyAttachment attached(ResultSet row) throws SQLException {
    return new PolicyAttachment(
        new PolicyId(row.getObject("policy_id", UUID.class)),
        new PolicyId(row.getObject("parent_id", UUID.class)),
        row.getString("label"),
        row.getString("own_title"),
        row.getString("title"),
        row.getString("parent_title"));
  }
}
