package cn.zhitong.assistant.retrieval;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a node's derived indexes hold of one policy.
 *
 * @param stamp changes whenever anything here does
 * @param passages in document order
 */
record IndexedPolicy(
    UUID id,
    String stamp,
    String title,
    String documentNumber,
    String issuer,
    String region,
    String kind,
    LocalDate startsOn,
    LocalDate endedOn,
    List<IndexedPassage> passages) {
  IndexedPolicy {
    passages = List.copyOf(passages);
  }

  /**
   * @param embedding null where pgvector serves and the node needs no vectors
   */
  record IndexedPassage(UUID id, String path, String headings, String text, float[] embedding) {}
}
