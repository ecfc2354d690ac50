package cn.zhitong.assistant.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.zhitong.assistant.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Behind nginx with TLS, as docs/deploy/nginx.conf has it; where nginx is installed. */
@QuarkusTest
@TestProfile(AccessProfile.class)
@WithTestResource(TestDatabase.class)
@WithTestResource(OidcWiremockTestResource.class)
@Timeout(180)
@Tag("optional")
class NginxProxyTest {
  private static final String CONFIGURATION =
      """
      daemon off;
      pid %1$s/nginx.pid;
      error_log %1$s/error.log;
      events {}
      http {
        access_log off;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
        server {
          listen 127.0.0.1:%2$d ssl;
          ssl_certificate %1$s/site.crt;
          ssl_certificate_key %1$s/site.key;
          location / {
            proxy_pass http://127.0.0.1:%3$d;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_set_header X-Forwarded-Proto $scheme;
            proxy_set_header X-Forwarded-Host $host;
            proxy_request_buffering on;
            proxy_buffering off;
          }
        }
      }
      """;

  @TempDir Path folder;

  @TestHTTPResource("/")
  URI service;

  @Test
  void visitors_behindNginx_haveLimitsOfTheirOwnAndSecureCookies() throws Exception {
    Optional<Path> nginx =
        Stream.of(System.getenv("ZHITONG_NGINX"), "/usr/sbin/nginx")
            .filter(path -> path != null)
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(nginx.isPresent(), "nginx is not installed");
    int port = freePort();
    Process proxy = started(nginx.get(), port);
    try {
      String name = TestLogin.newAccount(Role.AGENT);
      String login = "{\"name\":\"" + name + "\",\"password\":\"a long password\"}";
      String in = post(port, "127.0.0.21", "/api/session", "", login);
      assertThat(in)
          .startsWith("HTTP/1.1 200")
          .contains("__Host-zhitong_session=")
          .contains("Secure")
          .containsIgnoringCase("strict-transport-security: max-age=");
      for (int i = 0; i < 3; i++) {
        String made = "X-Forwarded-For: 203.0.113." + i + "\r\n";
        assertThat(begin(port, "127.0.0.22", made)).startsWith("HTTP/1.1 200");
      }
      assertThat(begin(port, "127.0.0.22", "X-Forwarded-For: 198.51.100.1\r\n"))
          .startsWith("HTTP/1.1 429");
      assertThat(begin(port, "127.0.0.23", "")).startsWith("HTTP/1.1 200");
    } finally {
      proxy.destroy();
    }
  }

  private static String begin(int port, String from, String headers) throws Exception {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
            + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";
    return post(
        port, from, "/mcp", headers + "Accept: application/json, text/event-stream\r\n", body);
  }

  private static String post(int port, String from, String path, String headers, String body)
      throws Exception {
    try (Socket plain = new Socket()) {
      plain.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
      plain.connect(new InetSocketAddress("127.0.0.1", port), 10_000);
      try (Socket socket =
          trusting().getSocketFactory().createSocket(plain, "zt.example.gov.cn", port, true)) {
        String request =
            "POST "
                + path
                + " HTTP/1.1\r\nHost: zt.example.gov.cn\r\nConnection: close\r\n"
                + headers
                + "Content-Type: application/json\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private Process started(Path nginx, int port) throws Exception {
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=zt.example.gov.cn",
        "-keyout",
        folder + "/site.key",
        "-out",
        folder + "/site.crt");
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(configuration, CONFIGURATION.formatted(folder, port, service.getPort()));
    Process process =
        new ProcessBuilder(
                nginx.toString(), "-p", folder.toString(), "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.log").toFile())
            .start();
    while (!listens(port)) {
      assertThat(process.isAlive()).as(Files.readString(folder.resolve("out.log"))).isTrue();
      Thread.onSpinWait();
    }
    return process;
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The certificate is made for the test. */
  private static SSLContext trusting() throws Exception {
    X509TrustManager all =
        new X509TrustManager() {
          @Override
          public void checkClientTrusted(X509Certificate[] chain, String type) {}

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type) {}

          @Override
          public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
          }
        };
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {all}, new SecureRandom());
    return context;
  }
}
