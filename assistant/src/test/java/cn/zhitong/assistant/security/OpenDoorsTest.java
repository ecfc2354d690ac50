package cn.zhitong.assistant.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import cn.zhitong.assistant.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells of the inside, weak passwords, reserved names, keys: the doors that stood open. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OpenDoorsTest {
  @TestHTTPResource("/")
  URI service;

  @ParameterizedTest
  @ValueSource(strings = {"/q/metrics", "/q/openapi", "/q/openapi?format=json", "/q/swagger-ui/"})
  void inside_toAVisitor_isShut(String path) {
    TestLogin.visitor().get(path).then().statusCode(401);
    TestLogin.as(Role.ENTERPRISE).get(path).then().statusCode(403);
  }

  @Test
  void inside_toThoseWhoMay_isOpen() {
    TestLogin.token().get("/q/metrics").then().statusCode(200);
    TestLogin.as(Role.AGENT).get("/q/metrics").then().statusCode(403);
    TestLogin.as(Role.AGENT).accept("application/json").get("/q/openapi").then().statusCode(200);
    String key =
        TestLogin.token()
            .body(Map.of("name", "prometheus", "scopes", List.of("metrics")))
            .post("/api/keys")
            .path("key");
    TestLogin.key(key).get("/q/metrics").then().statusCode(200);
    TestLogin.key(key).get("/api/accounts").then().statusCode(403);
  }

  @Test
  void health_toAVisitor_isUpOrDownAlone() {
    TestLogin.visitor()
        .get("/q/health/ready")
        .then()
        .body("status", notNullValue())
        .body(not(containsString("PostgreSQL")))
        .body(not(containsString("pgvector")));
    TestLogin.token().get("/q/health/ready").then().body(containsString("PostgreSQL "));
    TestLogin.visitor().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    TestLogin.visitor().get("/q/health/group/x").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example, 403",
    "evil.example:80, 403",
    "localhost.evil.example, 403",
    "127.0.0.1, 200",
    "localhost, 200",
    "zhitong:8080, 200",
    "[::1]:8080, 200",
  })
  void host_thatIsNotOurs_isRefused(String host, String status) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", service.getPort())) {
      String request =
          "GET /api/session HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void tokenThatDoesNotHold_whereAnybodyIsWelcome_isAVisitors() {
    TestLogin.key("made-up").get("/api/items").then().statusCode(200);
    TestLogin.key("made-up").get("/api/cases").then().statusCode(401);
  }

  /** Which of them counts is another to a proxy than to us. */
  @Test
  void hosts_moreThanOne_areRefused() throws Exception {
    for (String other : List.of("evil.example", "localhost")) {
      try (Socket socket = new Socket("127.0.0.1", service.getPort())) {
        String request =
            "GET /api/session HTTP/1.1\r\nHost: localhost\r\nHost: "
                + other
                + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 400");
      }
    }
  }

  /** No worker waits for it: its size is refused before a byte of it has come. */
  @Test
  void attachment_ofAVisitorWithAMadeUpCookie_isReadBeforeAWorkerIsTaken() throws Exception {
    assertThat(statusOfForm("20000000", "")).isEqualTo("413");
  }

  /** It is whole, so that no worker waits for more of it. */
  @Test
  void attachment_ofAFormWithoutParts_isRefusedAtOnce() throws Exception {
    assertThat(statusOfForm("7", "--b--\r\n")).isEqualTo("400");
  }

  private String statusOfForm(String length, String body) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", service.getPort())) {
      socket.setSoTimeout(5_000);
      String request =
          "POST /api/attachments HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + "Cookie: "
              + HttpAuthentication.COOKIE
              + "=x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
              + "Content-Length: "
              + length
              + "\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
      return new String(answer, "HTTP/1.1 ".length(), 3, StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bbbbbbbbbbbb", "0987654321", "Password2026!", "p@ssw0rd123", "qwertyuiop", "abcabcabcabc",
        "admin@12345", "20260101123", "zhitong2026", "1qaz2wsx3edc", "asdfghjkl1", "Welcome123!!",
        "1q2w3e4r5t", "q1w2e3r4t5", "a1b2c3d4e5f6"
      })
  void password_thatIsGuessed_isRefused(String weak) {
    assertThat(CommonPasswords.likely(weak, "zhang.san")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rw8#1f2e3d4c5b6a!Tm",
        "another password",
        "correct horse staple",
        "春眠不觉晓处处闻啼鸟",
        "k7Qz-mm31-Lp0x",
        "vXq93kfL2m"
      })
  void password_thatIsNot_isTaken(String good) {
    assertThat(CommonPasswords.likely(good, "zhang.san")).isFalse();
  }

  @Test
  void password_ofOneSign_isRefusedOverHttp() {
    String name = TestLogin.newAccount(Role.AGENT);
    String cookie = TestLogin.logIn(name, "a long password");
    TestLogin.visitor()
        .cookie(HttpAuthentication.COOKIE, cookie)
        .body(Map.of("current", "a long password", "next", "1357913579"))
        .put("/api/session/password")
        .then()
        .statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"system", "System", "visitor", "ENTERPRISE"})
  void account_withANameOfTheLog_isRefused(String name) {
    TestLogin.token()
        .body(Map.of("name", name, "displayName", "x", "roles", List.of("agent")))
        .post("/api/accounts")
        .then()
        .statusCode(400);
  }

  /** An address as it is written, which a client would tidy up. */
  private static int unchanged(String key, String path) {
    return TestLogin.key(key).accept("*/*").urlEncodingEnabled(false).get(path).statusCode();
  }

  @Test
  void addresses_withParametersInThePath_areRefused() {
    for (String path : List.of("/api/session;x", "/api/accounts;x=1", "/q;x/health", "/;x")) {
      TestLogin.visitor()
          .urlEncodingEnabled(false)
          .get(path)
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("detail", containsString("分号"));
    }
  }

  @Test
  void key_thatReadsCases_readsNoPersonalData() {
    Response filed =
        TestLogin.token()
            .body(Map.of("title", "噪声", "text", "请致电13812345678", "contactName", "某"))
            .post("/api/cases");
    String path = "/api/cases/" + filed.path("caseId");
    Response made =
        TestLogin.token()
            .body(Map.of("name", "r", "scopes", List.of("cases:read")))
            .post("/api/keys");
    made.then().body("expiresAt", notNullValue());
    String key = made.path("key");
    TestLogin.key(key).get(path).then().statusCode(200).body(not(containsString("13812345678")));
    TestLogin.key(key).get(path + "?personalData=true").then().statusCode(403);
    TestLogin.key(key).get(path + "?personalData=TRUE").then().statusCode(403);
    TestLogin.key(key).get(path + "/file").then().statusCode(403);
    for (String same : List.of(";x", ";", "/", "%3Bx", "/.")) {
      assertThat(unchanged(key, path + "/file" + same)).as(same).isIn(400, 403, 404);
    }
    assertThat(unchanged(key, path + ";x/file")).isIn(400, 403, 404);
    String more =
        TestLogin.token()
            .body(Map.of("name", "p", "scopes", List.of("cases:personal")))
            .post("/api/keys")
            .path("key");
    TestLogin.key(more)
        .get(path + "?personalData=true")
        .then()
        .statusCode(200)
        .body(containsString("13812345678"));
    // The tracking code goes in a header: an address stands in proxies' logs.
    TestLogin.visitor()
        .header("X-Tracking-Code", filed.<String>path("trackingCode"))
        .get(path)
        .then()
        .statusCode(200);
  }
}
