package cn.zhitong.assistant.retrieval;

import cn.zhitong.ingest.policy.PolicyKind;
import java.time.LocalDate;
import java.util.Set;

/**
 * A search.
 *
 * @param text the question or key words, as the user wrote them
 * @param limit passages wanted, 1 to 200
 * @param region GB/T 2260 code or null for every region; the region's ancestors are searched with
 *     it
 * @param asOf the day on which texts must be in force
 * @param kinds kinds wanted, empty for all
 * @param includeExpired whether texts not in force on {@code asOf} may appear
 */
public record SearchQuery(
    String text,
    int limit,
    String region,
    LocalDate asOf,
    Set<PolicyKind> kinds,
    boolean includeExpired) {
  public SearchQuery {
    kinds = Set.copyOf(kinds);
    if (limit < 1 || limit > 200) {
      throw new IllegalArgumentException("limit must be 1 to 200, was " + limit);
    }
  }
}
