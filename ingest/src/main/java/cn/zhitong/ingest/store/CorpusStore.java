package cn.zhitong.ingest.store;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.ParsedPolicy;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.Responsibility;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The library of policies. Each policy is saved with its clauses, duties and passages in one
 * transaction, whole or not at all; saving or withdrawing one also settles when the policies that
 * it has to do with hold, whichever was loaded first.
 */
public final class CorpusStore {
  private final LibraryStore library;
  private final PublicationStore publications;
  private final FacetStore facets;
  private final PolicyAttachmentStore attachments;
  private final PictureStore pictures;

  public CorpusStore(Jdbc jdbc, Clock clock) {
    this.library = new LibraryStore(jdbc);
    this.publications = new PublicationStore(jdbc, clock);
    this.facets = new FacetStore(jdbc);
    this.attachments = new PolicyAttachmentStore(jdbc, clock);
    this.pictures = new PictureStore(jdbc);
  }

  /** Saves under (source, externalId); the same digest changes nothing. */
  public SaveResult save(Publication publication) {
    return publications.save(publication);
  }

  /** Saves other metadata under (source, externalId) although the digest is the same. */
  public SaveResult correct(Publication publication) {
    return publications.correct(publication);
  }

  /** What is stored under an identity, withdrawn or not. */
  public Optional<KnownPolicy> known(String source, String externalId) {
    return publications.known(source, externalId);
  }

  /**
   * Takes a policy out of answers and lists; its text stays for what already cites it.
   *
   * @param why the publisher's reason, not blank
   * @return whether it was published until now
   */
  public boolean withdraw(PolicyId id, String why) {
    return publications.withdraw(id, why);
  }

  /**
   * Makes a text the attachment of a policy: it holds as long as the policy does, and goes with it.
   *
   * @param label as printed, e.g. 附件1
   * @param ownTitle its title without the policy's
   * @return whether it could be: an attachment has none of its own
   */
  public boolean attach(PolicyId attachment, PolicyId parent, String label, String ownTitle) {
    return attachments.attach(attachment, parent, label, ownTitle);
  }

  /** Makes an attachment a text of its own again; whether it was one. */
  public boolean detach(PolicyId attachment) {
    return attachments.detach(attachment);
  }

  /** Attachments of a policy, by their labels. */
  public List<PolicyAttachment> attachments(PolicyId parent) {
    return attachments.of(parent);
  }

  /** The policy that a text is attached to. */
  public Optional<PolicyAttachment> attachedTo(PolicyId attachment) {
    return attachments.find(attachment);
  }

  /**
   * Published policies with the same number and title under another identity; {@code duplicate}
   * where the text is the same too, else {@code version}.
   *
   * @param except the policy itself; null where it is not stored
   */
  public List<RelatedPolicy> sameNamed(ParsedPolicy policy, PolicyId except) {
    PolicyMetadata named = policy.metadata();
    return attachments.same(named.documentNumber(), named.title(), policy.text(), except);
  }

  /** The same for a stored policy. */
  public List<RelatedPolicy> sameNamed(StoredPolicy policy) {
    PolicyMetadata named = policy.metadata();
    return attachments.same(named.documentNumber(), named.title(), policy.text(), policy.id());
  }

  /** A policy with its text, withdrawn or not. */
  public Optional<StoredPolicy> policy(PolicyId id) {
    return library.policy(id);
  }

  /** A policy's outline in document order, at least one; empty for an unknown id. */
  public List<Clause> clauses(PolicyId id) {
    return library.clauses(id);
  }

  /** Pictures of a policy's source, without their bytes; those in the text in its order. */
  public List<StoredPicture> pictures(PolicyId id) {
    return pictures.of(id);
  }

  /** One of them, as it is sent. */
  public Optional<PictureFile> picture(PolicyId id, int number) {
    return pictures.file(id, number);
  }

  /** How many passages a policy has in the index. */
  public int passages(PolicyId id) {
    return library.passages(id);
  }

  /** Its interpretations, guides, other versions, duplicates, and what it ended. */
  public List<RelatedPolicy> related(PolicyId id) {
    return library.related(id);
  }

  /** The policies to which a published interpretation or guide belongs. */
  public Set<PolicyId> explained(PolicyKind by) {
    return library.explained(by);
  }

  /** Published policies, duplicates folded into the earliest. */
  public PolicyPage list(PolicyFilter filter) {
    return library.list(filter);
  }

  /** What a list can be narrowed further to, with counts; page and page size do not matter. */
  public PolicyFacets facets(PolicyFilter filter) {
    return facets.facets(filter);
  }

  /**
   * Every duty that a published policy gives a department, policy by policy in document order; one
   * policy is in memory at a time.
   */
  public void responsibilities(Consumer<MinedDuty> consumer) {
    for (PolicyId id : library.withResponsibilities()) {
      library.policy(id).ifPresent(policy -> duties(policy, consumer));
    }
  }

  private void duties(StoredPolicy policy, Consumer<MinedDuty> consumer) {
    for (Clause clause : library.clauses(policy.id())) {
      for (Responsibility duty : clause.responsibilities()) {
        consumer.accept(
            new MinedDuty(
                policy.id(),
                policy.entry().displayTitle(),
                policy.metadata().documentNumber(),
                policy.metadata().region(),
                clause.path(),
                clause.heading(),
                policy.text().substring(clause.start(), clause.end()),
                duty.department(),
                duty.role(),
                policy.validity()));
      }
    }
  }
}
