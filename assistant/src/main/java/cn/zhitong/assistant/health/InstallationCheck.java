package cn.zhitong.assistant.health;

import cn.zhitong.assistant.llm.LanguageModel;
import cn.zhitong.assistant.runtime.ReplicaDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says what this installation runs on. A missing language model or pgvector is a way to run, not a
 * fault, so the check is up as long as the database answers; which vector index serves and whether
 * it has caught up is told by the search's own check.
 */
@Readiness
@ApplicationScoped
class InstallationCheck implements HealthCheck {
  private final ServerStore store;
  private final Instance<LanguageModel> model;
  private final ReplicaDatabase replica;

  @ConfigProperty(name = "zhitong.database.notice")
  Optional<String> notice;

  InstallationCheck(ServerStore store, Instance<LanguageModel> model, ReplicaDatabase replica) {
    this.store = store;
    this.model = model;
    this.replica = replica;
  }

  @Override
  public HealthCheckResponse call() {
    ServerStore.Server server = store.server();
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("installation")
            .up()
            .withData("database", "PostgreSQL " + server.version())
            .withData("pgvector", Optional.ofNullable(server.vector()).orElse("none"));
    replica.state().ifPresent(text -> response.withData("replica", text));
    notice.ifPresent(text -> response.withData("notice", text));
    return response.withData("languageModel", languageModel()).build();
  }

  private String languageModel() {
    if (!model.isResolvable() || !model.get().configured()) {
      return "not configured";
    }
    return model.get().modelName();
  }
}
