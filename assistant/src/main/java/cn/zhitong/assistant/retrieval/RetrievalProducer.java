package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Opens the node's search at start and closes it at the end. */
@ApplicationScoped
class RetrievalProducer {
  private final SearchIndexes node;

  RetrievalProducer(Jdbc jdbc, Embedder embedder, RetrievalConfig config, Clock clock) {
    this.node = new SearchIndexes(jdbc, embedder, config, clock);
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
