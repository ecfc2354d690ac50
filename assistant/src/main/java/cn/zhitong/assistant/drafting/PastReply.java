package cn.zhitong.assistant.drafting;

import java.time.Instant;
import java.util.UUID;

/**
 * A reply that was sent, and what it replied to; personal data is masked in both, and the sender's
 * names are gone.
 *
 * @param source {@code case} when it was sent from here, {@code history} when it was brought in
 * @param caseId the case that it goes with when that is erased; null for one brought in
 * @param number of the case, or in the system it came from
 * @param department name; null where unknown
 * @param category code; null where unknown
 * @param createdAt when it came into the table
 */
record PastReply(
    UUID id,
    UUID caseId,
    String source,
    String number,
    String department,
    String category,
    String title,
    String question,
    String reply,
    Instant answeredAt,
    Instant createdAt) {

  static final String CASE = "case";
  static final String HISTORY = "history";

  @Override
  public String toString() {
    return "PastReply[" + number + "]";
  }
}
