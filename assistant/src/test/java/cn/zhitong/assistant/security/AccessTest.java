package cn.zhitong.assistant.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How requests reach the service: by proxies, under other names, slowly, in masses. */
@QuarkusTest
@TestProfile(AccessProfile.class)
@WithTestResource(TestDatabase.class)
@WithTestResource(OidcWiremockTestResource.class)
@Timeout(120)
class AccessTest {
  private static final String HALF =
      "POST %s HTTP/1.1\r\n"
          + "Host: x\r\n"
          + "%sContent-Type: application/json\r\n"
          + "Content-Length: 900\r\n\r\n"
          + "{\"question\":\"";

  @TestHTTPResource("/")
  URI service;

  @Test
  void limits_behindAProxy_holdForEachVisitor() {
    String one = "203.0.113." + octet();
    assertThat(begin("X-Forwarded-For", one)).isEqualTo(200);
    assertThat(begin("X-Forwarded-For", "10.9.8.7, " + one)).isEqualTo(200);
    // What stands before the visitor's own address is made up; what is behind it are proxies.
    assertThat(begin("X-Forwarded-For", "192.0.2.1, " + one + ", 10.2.3.4")).isEqualTo(200);
    assertThat(begin("X-Forwarded-For", "192.0.2.2, " + one)).isEqualTo(429);
    assertThat(begin("Forwarded", "for=192.0.2.3, for=\"" + one + ":4711\";proto=https"))
        .isEqualTo(429);
    assertThat(begin("X-Forwarded-For", "198.51.100." + octet())).isEqualTo(200);
  }

  @Test
  void login_byTls_hasASecureHostCookieAndHsts() {
    String name = TestLogin.newAccount(Role.AGENT);
    Response in =
        TestLogin.visitor()
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-For", "203.0.113.77")
            .body(Map.of("name", name, "password", "a long password"))
            .post("/api/session");
    assertThat(in.statusCode()).isEqualTo(200);
    assertThat(in.header("Set-Cookie")).startsWith("__Host-").contains("Secure").contains("Path=/");
    assertThat(in.header("Strict-Transport-Security")).contains("max-age=");
    Response plain = TestLogin.visitor().get("/api/session");
    assertThat(plain.header("Strict-Transport-Security")).isNull();
    assertThat(
            TestLogin.visitor()
                .header("X-Forwarded-Proto", "https")
                .cookie("__Host-zhitong_session", in.cookie("__Host-zhitong_session"))
                .get("/api/session")
                .jsonPath()
                .getString("name"))
        .isEqualTo(name);
  }

  @Test
  void origin_ofTheForwardedHost_isOurOwn() {
    assertThat(
            TestLogin.visitor()
                .header("X-Forwarded-Host", "zt.example.gov.cn")
                .header("X-Forwarded-Proto", "https")
                .header("Origin", "https://zt.example.gov.cn")
                .get("/api/session")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void bodies_sentByHalf_holdUpNobodyAndAreCut() throws Exception {
    List<Socket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        held.add(sent(HALF.formatted("/api/questions", "")));
      }
      long began = System.nanoTime();
      assertThat(TestLogin.visitor().get("/api/session").statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
      List<String> answers = new ArrayList<>();
      for (Socket socket : held) {
        answers.add(status(socket));
      }
      assertThat(answers).containsOnly("408", "429").contains("408", "429");
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  @Test
  void headsAndUploads_sentByHalf_holdUpNobody() throws Exception {
    List<Socket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        held.add(sent("GET /api/session HTTP/1.1\r\nHost: x\r\nX-Slow: "));
        held.add(
            sent(
                HALF.formatted(
                    "/api/policies", "Cookie: " + HttpAuthentication.COOKIE + "=x\r\n")));
      }
      long began = System.nanoTime();
      assertThat(TestLogin.visitor().get("/api/session").statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  @Test
  void upload_sentByHalfByNobody_isRefusedAtOnce() throws Exception {
    for (String path : List.of("/api/policies", "/api/cases/import", "/api/tables/csv")) {
      try (Socket socket = sent(HALF.formatted(path, ""))) {
        assertThat(status(socket)).as(path).isEqualTo("401");
      }
    }
  }

  @Test
  void json_ofManyMegabytesFromAnybody_isRefusedBySize() {
    String body = "{" + "\"k\":1,".repeat(200_000) + "\"z\":1}";
    assertThat(TestLogin.visitor().body(body).post("/api/cases/lookup").statusCode())
        .isEqualTo(413);
  }

  @Test
  void body_inOneChunkAfterAnother_isRead() throws Exception {
    String body = "{\"number\":\"x\",\"trackingCode\":\"y\"}";
    String head =
        "POST /api/cases/lookup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n";
    try (Socket socket = sent(head)) {
      for (char c : body.toCharArray()) {
        socket.getOutputStream().write(("1\r\n" + c + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
      }
      socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      assertThat(status(socket)).isEqualTo("404");
    }
  }

  @Test
  void transportBySse_asShipped_isOff() {
    assertThat(TestLogin.visitor().get("/mcp/sse").statusCode()).isEqualTo(404);
  }

  private static int octet() {
    return 1 + (int) (System.nanoTime() % 250);
  }

  private static int begin(String header, String value) {
    return TestLogin.visitor()
        .accept("application/json, text/event-stream")
        .header(header, value)
        .body(
            Map.of(
                "jsonrpc",
                "2.0",
                "id",
                1,
                "method",
                "initialize",
                "params",
                Map.of(
                    "protocolVersion", "2025-06-18",
                    "capabilities", Map.of(),
                    "clientInfo", Map.of("name", "test", "version", "1"))))
        .post("/mcp")
        .statusCode();
  }

  private Socket sent(String text) throws IOException {
    Socket socket = new Socket("127.0.0.1", service.getPort());
    socket.setSoTimeout(60_000);
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return socket;
  }

  /** The status of the answer; "" where the connection was cut without one. */
  private static String status(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] head = in.readNBytes(12);
    String text = new String(head, StandardCharsets.US_ASCII);
    return text.length() < 12 ? "" : text.substring(9);
  }
}
