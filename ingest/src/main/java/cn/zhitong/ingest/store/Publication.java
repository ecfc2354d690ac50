package cn.zhitong.ingest.store;

import cn.zhitong.ingest.policy.ParsedPolicy;
import java.util.List;

/**
 * A policy ready to be stored.
 *
 * @param source who gave it
 * @param externalId identity within the source
 * @param digest of the bytes, the given metadata and the versions of parser and embedding model
 * @param vectors one a passage, in order
 * @param embeddingModel the model that made them
 */
public record Publication(
    String source,
    String externalId,
    String digest,
    ParsedPolicy policy,
    List<float[]> vectors,
    String embeddingModel) {
  public Publication {
    if (vectors.size() != policy.passages().size()) {
      throw new IllegalArgumentException(
          policy.passages().size() + " passages, but " + vectors.size() + " vectors");
    }
  }
}
