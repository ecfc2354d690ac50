package cn.zhitong.assistant.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.json.StandardJson;
import cn.zhitong.eval.drive.ServiceProcess;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What only the packaged service shows, with the settings of one behind a proxy; slow because it
 * starts the built jar.
 */
class ProxiedJarTest {
  private static final Pattern HEALTH_CHECK =
      Pattern.compile("HEALTHCHECK[^\\[]*CMD (\\[.*?\\])\\n", Pattern.DOTALL);

  private static Path home;
  private static ServiceProcess node;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    home = BuiltJar.home();
    node =
        ServiceProcess.start(
            "甲",
            home,
            folder.resolve("data"),
            Map.of(
                "ZHITONG_SITE_URL", "https://zt.example.gov.cn",
                "ZHITONG_TRUSTED_PROXIES", "10.0.0.0/8"));
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
    }
  }

  @Test
  void swaggersInlineScripts_ofTheBuiltJar_areNamedByTheirHashes() throws Exception {
    HttpResponse<String> page =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(node.url() + "/q/swagger-ui/"))
                    .header("Authorization", "Bearer " + node.token())
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    List<String> scripts =
        Pattern.compile("<script(?: defer)?>(.*?)</script>", Pattern.DOTALL)
            .matcher(page.body())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(scripts).isNotEmpty();
    for (String script : scripts) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
    assertThat(policy.substring(policy.indexOf("script-src"))).doesNotContain("unsafe");
  }

  @Test
  void healthCheckOfTheImage_behindAProxy_passes() throws Exception {
    Matcher check = HEALTH_CHECK.matcher(Files.readString(home.resolve("deploy/Dockerfile")));
    assertThat(check.find()).isTrue();
    String[] command = StandardJson.MAPPER.readValue(check.group(1), String[].class);
    assertThat(command).hasSize(3);

    assertThat(exit(command, port())).isZero();
    assertThat(exit(command, 1)).as("where nothing listens").isNotZero();
  }

  private static int port() {
    return URI.create(node.url()).getPort();
  }

  private static int exit(String[] command, int port) throws Exception {
    return new ProcessBuilder(command[0], command[1], command[2].replace("8080", "" + port))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** Browsers always send one, so that no page elsewhere gets in by leaving it out. */
  @Test
  void requestWithoutHost_asProbesSend_isAnswered() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(60_000);
      socket
          .getOutputStream()
          .write("GET /q/health/ready HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.0 200");
    }
  }
}
