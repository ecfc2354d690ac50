package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.runtime.Replica;
import cn.zhitong.assistant.runtime.ReplicaDatabase;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.jdbc.Jdbc;
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
      Embedder embedder,
      RetrievalConfig config,
      Clock clock) {
    this(new SearchDatabase(jdbc, reads, replica::require), embedder, config, clock);
  }

  RetrievalProducer(
      SearchDatabase database, Embedder embedder, RetrievalConfig config, Clock clock) {
    this.node = new SearchIndexes(database, embedder, config, clock);
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
