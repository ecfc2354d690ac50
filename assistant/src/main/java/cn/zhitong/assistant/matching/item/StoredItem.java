package cn.zhitong.assistant.matching.item;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An item with one of its versions.
 *
 * @param version of this content
 * @param publishedVersion null while none is
 * @param confirmed leaves of this version that a person stands for
 */
public record StoredItem(
    UUID id,
    ItemState state,
    int version,
    Integer publishedVersion,
    ItemContent content,
    Set<Integer> confirmed,
    Instant updatedAt) {
  public StoredItem {
    confirmed = Set.copyOf(confirmed);
  }
}
