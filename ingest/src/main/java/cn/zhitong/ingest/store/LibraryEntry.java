package cn.zhitong.ingest.store;

import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A stored policy without its text, as lists show it.
 *
 * @param source who gave it: {@code upload}, {@code files}, {@code demo}, a feed's name
 * @param externalId identity within the source
 * @param explainsId the policy that an interpretation or guide belongs to; null where none is
 *     loaded
 * @param duplicateOf the earliest policy with the same text; null where this is it
 * @param duplicates how many other policies have the same text and fold into this one
 * @param withdrawal null while it is published
 */
public record LibraryEntry(
    PolicyId id,
    String source,
    String externalId,
    PolicyMetadata metadata,
    Validity validity,
    PolicyId explainsId,
    PolicyId duplicateOf,
    int duplicates,
    Instant createdAt,
    Instant updatedAt,
    Withdrawal withdrawal) {

  /**
   * That a publisher took it out.
   *
   * @param why the publisher's reason
   */
  public record Withdrawal(Instant at, String why) {}

  /** Title for pages: the printed one, else a derived one. Never null. */
  public String displayTitle() {
    return Optional.ofNullable(metadata.title()).orElse(metadata.displayTitle());
  }

  public PolicyStatus statusOn(LocalDate day) {
    return validity.statusOn(day);
  }

  public boolean withdrawn() {
    return withdrawal != null;
  }
}
