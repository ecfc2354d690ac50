package cn.zhitong.assistant.security;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.http.ContentType;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real Keycloak with one realm, where {@code ZHITONG_KEYCLOAK} names an unpacked distribution; it
 * runs by {@code ZHITONG_KEYCLOAK_JAVA_HOME}, else by the Java of the tests.
 */
public final class KeycloakServer implements QuarkusTestResourceLifecycleManager {
  static final String PASSWORD = "a password of the test";
  static final String SECRET = "a-secret-of-the-test-that-is-long-enough";
  static final String ISSUER = "zhitong.oidc.issuer";

  /** The first start compiles its own program, which takes a minute and more. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private Process server;

  /** Empty where there is none. */
  static Optional<Path> programs() {
    return Optional.ofNullable(System.getenv("ZHITONG_KEYCLOAK"))
        .map(Path::of)
        .filter(home -> Files.exists(home.resolve("bin/kc.sh")));
  }

  @Override
  public Map<String, String> start() {
    if (programs().isEmpty()) {
      return Map.of();
    }
    try {
      int port = freePort();
      String site = "http://localhost:" + freePort();
      String url = "http://localhost:" + port;
      launch(programs().get(), port);
      await("Keycloak").atMost(PATIENCE).pollInterval(1, TimeUnit.SECONDS).until(() -> up(url));
      importRealm(url, site);
      return settings(url + "/realms/city", site);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void launch(Path home, int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh",
            home.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--db=dev-mem",
            "--cache=local",
            "--http-host=127.0.0.1",
            "--http-port=" + port);
    builder
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME",
                Optional.ofNullable(System.getenv("ZHITONG_KEYCLOAK_JAVA_HOME"))
                    .orElse(System.getProperty("java.home")),
                "JAVA_OPTS_KC_HEAP",
                "-Xmx700m",
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                PASSWORD));
    File log = Files.createTempFile("keycloak", ".log").toFile();
    log.deleteOnExit();
    server = builder.redirectErrorStream(true).redirectOutput(log).start();
  }

  private boolean up(String url) {
    if (!server.isAlive()) {
      throw new IllegalStateException("Keycloak ended with " + server.exitValue());
    }
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(url + "/realms/master").toURL().openConnection();
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static void importRealm(String url, String site) throws IOException {
    String administrator =
        given()
            .formParam("grant_type", "password")
            .formParam("client_id", "admin-cli")
            .formParam("username", "admin")
            .formParam("password", PASSWORD)
            .post(url + "/realms/master/protocol/openid-connect/token")
            .then()
            .statusCode(200)
            .extract()
            .path("access_token");
    try (InputStream in =
        KeycloakServer.class.getResourceAsStream("/security/keycloak-realm.json")) {
      String realm =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("%PASSWORD%", PASSWORD)
              .replace("%SECRET%", SECRET)
              .replace("%SITE%", site);
      given()
          .header("Authorization", "Bearer " + administrator)
          .contentType(ContentType.JSON)
          .body(realm)
          .post(url + "/admin/realms")
          .then()
          .statusCode(201);
    }
  }

  private static Map<String, String> settings(String issuer, String site) {
    Map<String, String> settings = new HashMap<>();
    settings.put("quarkus.http.test-port", String.valueOf(URI.create(site).getPort()));
    settings.put("zhitong.site-url", site);
    settings.put("zhitong.oidc.enabled", "true");
    settings.put(ISSUER, issuer);
    settings.put("zhitong.oidc.client-id", "zhitong");
    settings.put("zhitong.oidc.client-secret", SECRET);
    settings.put("zhitong.oidc.roles-claim", "groups");
    settings.put("zhitong.oidc.role-names.hotline", "agent");
    return settings;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.descendants().forEach(ProcessHandle::destroy);
      server.destroy();
    }
  }
}
