package cn.zhitong.assistant;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A real PostgreSQL for tests, one a run, empty at its start. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
  /** The administrator's bearer token in tests. */
  public static final String TOKEN = "test-token-0123456789-abcdefgh";

  /** A site that may embed the widget in tests. */
  public static final String WIDGET_ORIGIN = "https://www.example.gov.cn";

  private EmbeddedPostgres postgres;

  @Override
  public Map<String, String> start() {
    try {
      postgres = EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres",
                "zhitong.admin-token-file", tokenFile().toString(),
                // The lowest work factor bcrypt has: many logins a test run.
                "zhitong.security.bcrypt-cost", "4",
                // All tests are one visitor: a fast machine files more in a minute than a person
                // may.
                "zhitong.security.logins-per-minute", "10000",
                "zhitong.casework.appeals-per-minute", "1000",
                "zhitong.casework.lookups-per-minute", "1000",
                "zhitong.question.per-minute", "1000",
                "zhitong.widget.allowed-origins", WIDGET_ORIGIN));
    settings.put("zhitong.log.key", "a key that the tests share");
    return settings;
  }

  private static Path tokenFile() {
    try {
      Path file = Files.createTempFile("zhitong-test", ".token");
      file.toFile().deleteOnExit();
      return Files.writeString(file, TOKEN + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
