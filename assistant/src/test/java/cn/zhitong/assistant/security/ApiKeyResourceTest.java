package cn.zhitong.assistant.security;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ApiKeyResourceTest {
  @Inject Jdbc jdbc;

  @Test
  void key_withScopes_reachesWhatTheyCoverAndNothingElse() {
    String reports = make(600, "reports:read").path("key");
    key(reports).get("/api/reports/triage").then().statusCode(200);
    key(reports)
        .get("/api/accounts")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("detail", containsString("权限范围"));
    key(reports).get("/api/cases").then().statusCode(403);
    // Also where anybody else may call.
    key(reports).body(Map.of("query", "补贴")).post("/api/search").then().statusCode(403);
    key(reports).get("/api/policies").then().statusCode(403);
  }

  @Test
  void scopes_ofAKey_giveRightsOnTheirOwnAddressesOnly() {
    String write = make(600, "cases:write", "search").path("key");
    key(write)
        .body(Map.of("text", "来件", "channel", "hotline", "externalNumber", "K-1"))
        .post("/api/cases")
        .then()
        .statusCode(201)
        .body("caseId", not(nullValue()));
    key(write).get("/api/cases").then().statusCode(403);
    key(write).body(Map.of("query", "补贴")).post("/api/search").then().statusCode(200);
    String read = make(600, "cases:read").path("key");
    key(read).get("/api/cases").then().statusCode(200);
    key(read).body(Map.of("text", "来件")).post("/api/cases").then().statusCode(403);
  }

  @Test
  void scope_ofWritingPolicies_alsoCorrectsAndLinksAttachments() {
    String write = make(600, "policies:write").path("key");
    String attachments = "/api/policies/none/attachments/other";
    key(write).body(Map.of("label", "附件1")).put(attachments).then().statusCode(404);
    key(write).delete(attachments).then().statusCode(404);
    key(write)
        .body(Map.of("issuer", "省厅"))
        .patch("/api/policies/none/metadata")
        .then()
        .statusCode(404);
    key(write).get("/api/policies/none").then().statusCode(403);
    String search = make(600, "search").path("key");
    key(search).body(Map.of("label", "附件1")).put(attachments).then().statusCode(403);
  }

  @Test
  void secret_ofANewKey_isShownOnceAndKeptAsADigest() {
    Response made = make(600, "search");
    String secret = made.path("key");
    assertThat(secret).startsWith("zt_").hasSize(46);
    as(Role.ADMINISTRATOR)
        .get("/api/keys")
        .then()
        .statusCode(200)
        .body(not(containsString(secret)))
        .body("items.find { it.id == '" + made.path("id") + "' }.key", nullValue());
    assertThat(jdbc.query("select k::text from assistant.api_key k", row -> row.getString(1)))
        .noneMatch(row -> row.contains(secret));
  }

  @Test
  void key_revokedOrUnknown_endsAtOnce() {
    Response made = make(600, "reports:read");
    String secret = made.path("key");
    key(secret).get("/api/reports/triage").then().statusCode(200);
    as(Role.ADMINISTRATOR).delete("/api/keys/" + made.path("id")).then().statusCode(204);
    key(secret).get("/api/reports/triage").then().statusCode(401);
    key(secret).body(Map.of("query", "补贴")).post("/api/search").then().statusCode(401);
    key("zt_unknown").get("/api/reports/triage").then().statusCode(401);
  }

  @Test
  void key_usedTooOften_isLimitedByTheMinute() {
    String secret = make(3, "reports:read").path("key");
    List<Integer> statuses =
        java.util.stream.IntStream.range(0, 8)
            .mapToObj(i -> key(secret).get("/api/reports/triage").statusCode())
            .toList();
    assertThat(statuses).contains(200).contains(429);
    // Eight requests may cross one minute's end, not two.
    assertThat(statuses.stream().filter(status -> status == 200).count()).isLessThanOrEqualTo(6);
    Response limited = key(secret).get("/api/reports/triage");
    if (limited.statusCode() == 429) {
      assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 60);
    }
  }

  @Test
  void key_withUnknownScopesOrPastExpiry_isRefused() {
    as(Role.ADMINISTRATOR)
        .body(Map.of("name", "x", "scopes", List.of("all")))
        .post("/api/keys")
        .then()
        .statusCode(400)
        .body("detail", containsString("cases:write"));
    as(Role.ADMINISTRATOR)
        .body(
            Map.of(
                "name", "x", "scopes", List.of("search"), "expiresAt", "2001-01-01T00:00:00+08:00"))
        .post("/api/keys")
        .then()
        .statusCode(400);
  }

  @Test
  void personalData_readByAKey_isOnRecord() {
    String caseId =
        TestLogin.token()
            .body(Map.of("text", "来件", "contactPhone", "13800000000"))
            .post("/api/cases")
            .path("caseId");
    String asSent = "/api/cases/" + caseId + "?personalData=true";
    as(Role.AGENT).get(asSent).then().statusCode(200);
    as(Role.ADMINISTRATOR)
        .queryParam("case", caseId)
        .get("/api/audit/reads")
        .then()
        .statusCode(200)
        .body("total", greaterThan(0))
        .body("items[0].what", equalTo("case"))
        .body("items[0].actor", containsString("agent"));
    as(Role.PUBLISHER).get(asSent).then().statusCode(404);
    as(Role.ADMINISTRATOR)
        .queryParam("case", caseId)
        .get("/api/audit/reads")
        .then()
        .body("total", equalTo(1));
  }

  @Test
  void keyOfAnEnterprise_readingCases_seesItsOwnOnly() {
    var one = TestLogin.newAccount(Role.ENTERPRISE);
    var cookie = TestLogin.logIn(one, "a long password");
    Response filed =
        TestLogin.visitor()
            .cookie(HttpAuthentication.COOKIE, cookie)
            .body(Map.of("text", "我的来件"))
            .post("/api/cases");
    String own = filed.path("caseId");
    TestLogin.visitor()
        .cookie(HttpAuthentication.COOKIE, cookie)
        .get("/api/cases/" + own)
        .then()
        .statusCode(200)
        .body("events", nullValue());
    TestLogin.fresh(Role.ENTERPRISE).get("/api/cases/" + own).then().statusCode(404);
    TestLogin.visitor()
        .cookie(HttpAuthentication.COOKIE, cookie)
        .get("/api/cases/mine")
        .then()
        .body("total", equalTo(1))
        .body("items[0].trackingCode", equalTo(filed.path("trackingCode")));
    Response other = TestLogin.visitor().body(Map.of("text", "访客来件")).post("/api/cases");
    TestLogin.visitor()
        .cookie(HttpAuthentication.COOKIE, cookie)
        .body(Map.of("number", other.path("number"), "trackingCode", "WRONG"))
        .post("/api/cases/mine")
        .then()
        .statusCode(404);
    TestLogin.visitor()
        .cookie(HttpAuthentication.COOKIE, cookie)
        .body(Map.of("number", other.path("number"), "trackingCode", other.path("trackingCode")))
        .post("/api/cases/mine")
        .then()
        .statusCode(200);
    TestLogin.visitor()
        .cookie(HttpAuthentication.COOKIE, cookie)
        .get("/api/cases/" + other.path("caseId"))
        .then()
        .statusCode(200);
  }

  private static Response make(int perMinute, String... scopes) {
    Response made =
        as(Role.ADMINISTRATOR)
            .body(Map.of("name", "测试系统", "scopes", List.of(scopes), "perMinute", perMinute))
            .post("/api/keys");
    made.then().statusCode(201);
    return made;
  }
}
