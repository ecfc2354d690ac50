package cn.zhitong.assistant.retrieval;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of search; tests build one from a record. */
@ConfigMapping(prefix = "zhitong.retrieval")
public interface RetrievalConfig {

  /**
   * Where this node keeps its word index between runs; {@code serve} puts it into the data folder.
   * Without it the index lives in memory and is built at each start (about 1 s a thousand
   * passages).
   */
  Optional<Path> indexFolder();

  /** {@code auto}: pgvector where the extension can be had; {@code lucene}: never pgvector. */
  @WithDefault("auto")
  String vectorIndex();

  /**
   * How often a node looks for changes. Publishing must be visible on every node within 2 s; half a
   * second leaves room for a slow query.
   */
  @WithDefault("PT0.5S")
  Duration pollInterval();

  /**
   * How far back a node looks for changes whose transaction committed late, and for clocks that
   * differ between nodes.
   */
  @WithDefault("PT60S")
  Duration overlapWindow();

  /**
   * Candidates each of the searches brings, or as many as are asked for where that is more. 200 and
   * 400 in place of 100 do not move nDCG@10 on ncp and stard (docs/experiments/retrieval.md).
   */
  @WithDefault("100")
  int candidates();

  /**
   * HNSW's search list, at least {@link #candidates}; where it is not set, what suits the way the
   * index was built. Never pgvector's 40: published recall@10 at 64 was .84, at 128 .92.
   */
  OptionalInt efSearch();
}
