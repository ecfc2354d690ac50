package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.runtime.Replica;
import cn.zhitong.assistant.runtime.ReplicaDatabase;
import cn.zhitong.common.embedding.EmbeddingModels;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.store.LibraryEmbedder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Opens the node's search at start and closes it at the end. */
@ApplicationScoped
class RetrievalProducer {
  private final SearchIndexes node;

  @Inject
  RetrievalProducer(
      Jdbc jdbc,
      @Replica Jdbc reads,
      ReplicaDatabase replica,
      EmbeddingModels models,
      RetrievalConfig config,
      Clock clock) {
    this.node =
        new SearchIndexes(
            new SearchDatabase(jdbc, reads, replica::require),
            new LibraryEmbedder(reads, models),
            config,
            clock);
  }

  @Produces
  @Singleton
  Retrieval retrieval() {
    return node.retrieval();
  }

  @Produces
  @Singleton
  IndexSynchronizer follower() {
    return node.follower();
  }

  void start(@Observes StartupEvent event) {
    node.start();
  }

  void stop(@Observes ShutdownEvent event) {
    node.close();
  }
}
