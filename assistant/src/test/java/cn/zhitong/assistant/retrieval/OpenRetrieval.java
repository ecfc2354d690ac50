package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.jdbc.Jdbc;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Search without a running service, for the tests and measurements of what builds on it. */
public final class OpenRetrieval {
  private OpenRetrieval() {}

  record Config(
      Optional<Path> indexFolder,
      String vectorIndex,
      Duration pollInterval,
      Duration overlapWindow,
      int candidates,
      OptionalInt efSearch)
      implements RetrievalConfig {}

  /** Hybrid search with the vectors in this process, level with the database. */
  public static Retrieval over(Jdbc jdbc, Embedder embedder, Clock clock) {
    Config config =
        new Config(
            Optional.empty(),
            "lucene",
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            100,
            OptionalInt.of(600));
    Retrieval retrieval = new SearchIndexes(jdbc, embedder, config, clock).retrieval();
    retrieval.catchUp();
    return retrieval;
  }
}
