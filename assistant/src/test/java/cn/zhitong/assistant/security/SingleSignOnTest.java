package cn.zhitong.assistant.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.common.jdbc.Ids;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AccessProfile.class)
@WithTestResource(TestDatabase.class)
@WithTestResource(OidcWiremockTestResource.class)
class SingleSignOnTest {

  @Test
  void loginPage_withAnIssuer_learnsOfIt() {
    TestLogin.visitor().get("/api/session").then().body("singleSignOn", equalTo("统一身份认证"));
  }

  @Test
  void visitor_loggingIn_isSentToTheIssuer() {
    Response sent = TestLogin.visitor().redirects().follow(false).get("/api/session/oidc");
    assertThat(sent.statusCode()).isEqualTo(302);
    assertThat(sent.header("Location"))
        .contains("/realms/quarkus")
        .contains("client_id=zhitong")
        .contains("redirect_uri=")
        .contains("state=")
        .contains("nonce=")
        .contains("code_challenge=");
  }

  /** Elsewhere a missing login is a problem, never a way to the issuer. */
  @Test
  void api_withoutASession_doesNotRedirect() {
    TestLogin.visitor()
        .redirects()
        .follow(false)
        .get("/api/accounts")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
  }

  @Test
  void tokenOfTheIssuer_sent_givesTheMappedRoles() {
    String token = token("city-agents", "unknown-group");
    TestLogin.key(token)
        .get("/api/session")
        .then()
        .statusCode(200)
        .body("roles", hasItem("agent"))
        .body("roles", not(hasItem("unknown-group")));
    TestLogin.key(token).get("/api/cases").then().statusCode(200);
    TestLogin.key(token).get("/api/accounts").then().statusCode(403);
  }

  @Test
  void tokenOfSomebodyElse_sent_isRefused() {
    TestLogin.key("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.AAAA")
        .get("/api/cases")
        .then()
        .statusCode(401);
  }

  @Test
  void token_ofAnotherApplication_isRefused() {
    String name = "fang-" + Ids.next();
    assertThat(status(claims(name, "city-agents").audience("another-application"))).isEqualTo(401);
    assertThat(status(claims(name, "city-agents").audience(Set.of()))).isEqualTo(401);
  }

  @Test
  void idToken_asBearer_isRefused() {
    String name = "fang-" + Ids.next();
    assertThat(status(claims(name, "city-agents").claim("nonce", "n"))).isEqualTo(401);
    assertThat(status(claims(name, "city-agents").claim("at_hash", "h"))).isEqualTo(401);
    assertThat(status(claims(name, "city-agents").claim("typ", "ID"))).isEqualTo(401);
    assertThat(status(claims(name, "city-agents").claim("typ", "Bearer"))).isEqualTo(200);
  }

  @Test
  void token_withANameOfTheLogOrOfALocalAccount_isRefused() {
    assertThat(status(claims("system", "city-agents"))).isEqualTo(401);
    assertThat(status(claims("Visitor", "city-agents"))).isEqualTo(401);
    String local = TestLogin.newAccount(Role.ADMINISTRATOR);
    assertThat(status(claims(local, "city-agents"))).isEqualTo(401);
  }

  @Test
  void token_ofASuspendedPerson_isRefusedAtOnce() {
    String name = "gu-" + Ids.next();
    assertThat(status(claims(name, "city-agents"))).isEqualTo(200);
    TestLogin.token().post("/api/accounts/" + name + "/suspension").then().statusCode(200);
    assertThat(status(claims(name, "city-agents"))).isEqualTo(401);
  }

  @Test
  void roles_thatNobodyMapped_giveNothing() {
    assertThat(status(claims("he-" + Ids.next(), "administrator", "agent"))).isEqualTo(403);
  }

  @Test
  void token_ofAnInspector_readsOnRecord_andCannotAct() {
    String name = "jian-" + Ids.next();
    String token = claims(name, "inspectors").jws().keyId("1").sign();
    TestLogin.key(token).get("/api/payments?kind=late").then().statusCode(200);
    TestLogin.key(token).get("/api/payments/batches").then().statusCode(200);
    TestLogin.token()
        .get("/api/inspection/reads?what=payments&actor=" + name)
        .then()
        .statusCode(200)
        .body("items.address", hasItem("/api/payments?kind=late"))
        .body("items.address", hasItem("/api/payments/batches"));
    TestLogin.key(token)
        .body("{}")
        .post("/api/applications/" + Ids.next() + "/events")
        .then()
        .statusCode(403);
  }

  private static int status(JwtClaimsBuilder claims) {
    return TestLogin.key(claims.jws().keyId("1").sign()).get("/api/cases").statusCode();
  }

  @Test
  void localAccounts_besideAnIssuer_stayUsable() {
    TestLogin.fresh(Role.AGENT).get("/api/session").then().body("roles", hasItem("agent"));
    TestLogin.token().get("/api/session").then().body("name", containsString("system"));
  }

  private static String token(String... groups) {
    return claims("alice", groups).jws().keyId("1").sign();
  }

  /** What a provider says of somebody, for ten minutes. */
  static JwtClaimsBuilder claims(String name, String... groups) {
    return Jwt.preferredUserName(name)
        .subject(name + "-id")
        .groups(Set.of(groups))
        .issuer("https://server.example.com")
        .audience("zhitong")
        .expiresIn(600);
  }
}
