package cn.zhitong.assistant.application;

import java.time.Instant;
import java.util.UUID;

/**
 * A list of enterprises that an item is paid to without a request.
 *
 * @param total enterprises on it
 * @param decidedBy account; null while nobody has
 * @param reason why it was dismissed; null unless it was
 */
record DirectList(
    UUID id,
    UUID itemId,
    int itemVersion,
    String itemTitle,
    DirectListState state,
    int total,
    String createdBy,
    String creatorName,
    Instant createdAt,
    String decidedBy,
    String deciderName,
    Instant decidedAt,
    String reason) {

  /**
   * An enterprise on it.
   *
   * @param applicationId what it became; null before, and where it was left out
   * @param skip why it was left out, in Chinese; null unless it was
   */
  record Entry(String creditCode, String name, UUID applicationId, String skip) {}
}
