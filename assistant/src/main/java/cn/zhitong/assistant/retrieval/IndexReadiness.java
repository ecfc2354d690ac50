package cn.zhitong.assistant.retrieval;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready only when the index has caught up with the database; says which vector index serves. */
@Readiness
@ApplicationScoped
class IndexReadiness implements HealthCheck {
  private final IndexSynchronizer follower;
  private final Retrieval retrieval;

  IndexReadiness(IndexSynchronizer follower, Retrieval retrieval) {
    this.follower = follower;
    this.retrieval = retrieval;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("search index")
            .status(follower.ready())
            .withData("vectorIndex", retrieval.vectorIndex());
    retrieval.warning().ifPresent(text -> response.withData("warning", text));
    return response.build();
  }
}
