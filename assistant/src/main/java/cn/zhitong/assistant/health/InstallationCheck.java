package cn.zhitong.assistant.health;

import cn.zhitong.assistant.llm.LanguageModel;
import cn.zhitong.ingest.database.Jdbc;
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
  private static final String SERVER =
      """
      select current_setting('server_version') as server,
             (select extversion from pg_extension where extname = 'vector') as vector
      """;

  private final Jdbc jdbc;
  private final Instance<LanguageModel> model;

  @ConfigProperty(name = "zhitong.database.notice")
  Optional<String> notice;

  InstallationCheck(Jdbc jdbc, Instance<LanguageModel> model) {
    this.jdbc = jdbc;
    this.model = model;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("installation").up();
    jdbc.first(
        SERVER,
        row ->
            response
                .withData("database", "PostgreSQL " + row.getString("server"))
                .withData("pgvector", Optional.ofNullable(row.getString("vector")).orElse("none")));
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
