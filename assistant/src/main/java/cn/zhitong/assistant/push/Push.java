package cn.zhitong.assistant.push;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One decision to tell enterprises of an item.
 *
 * @param recipients who are told
 * @param examples credit codes of some of them
 * @param decidedBy who approved or rejected it; null where nobody had to
 */
record Push(
    UUID id,
    UUID itemId,
    int itemVersion,
    PushFilter filter,
    PushState state,
    PushContent content,
    int recipients,
    List<Skipped> skipped,
    List<String> examples,
    Actor createdBy,
    Instant createdAt,
    Actor decidedBy,
    Instant decidedAt,
    String reason) {
  Push {
    skipped = List.copyOf(skipped);
    examples = List.copyOf(examples);
  }

  /** Who did something. */
  record Actor(String account, String name) {}

  /**
   * Enterprises that are not told, by why.
   *
   * @param reason code of a {@link SkipReason}
   */
  record Skipped(String reason, String label, long count) {}
}
