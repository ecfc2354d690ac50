package cn.zhitong.assistant.retrieval;

import cn.zhitong.ingest.database.Jdbc;
import cn.zhitong.ingest.embed.Embedder;
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
  private final RetrievalNode node;

  RetrievalProducer(Jdbc jdbc, Embedder embedder, RetrievalConfig config, Clock clock) {
    this.node = new RetrievalNode(jdbc, embedder, config, clock);
  }

  @Produces
  @Singleton
  Retrieval retrieval() {
    return node.retrieval();
  }

  @Produces
  @Singleton
  IndexFollower follower() {
    return node.follower();
  }

  void start(@Observes StartupEvent event) {
    node.start();
  }

  void stop(@Observes ShutdownEvent event) {
    node.close();
  }
}
