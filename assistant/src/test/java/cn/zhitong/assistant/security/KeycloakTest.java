package cn.zhitong.assistant.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.zhitong.assistant.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Single sign-on at a real Keycloak, as a browser and as another system come from there. */
@QuarkusTest
@TestProfile(KeycloakProfile.class)
@WithTestResource(TestDatabase.class)
@WithTestResource(KeycloakServer.class)
@Timeout(180)
@Tag("optional")
class KeycloakTest {
  private static final String START = "/api/session/oidc";
  private static final Pattern FORM = Pattern.compile("action=\"([^\"]{1,2000})\"");

  @ConfigProperty(name = KeycloakServer.ISSUER, defaultValue = "none")
  String issuer;

  @TestHTTPResource(START)
  URI start;

  private final Map<String, String> ours = new HashMap<>();
  private final Map<String, String> theirs = new HashMap<>();

  @BeforeEach
  void needsKeycloak() {
    assumeTrue(
        KeycloakServer.programs().isPresent(), "ZHITONG_KEYCLOAK names no unpacked Keycloak");
  }

  @Test
  void browser_withAMappedRole_getsASession() {
    Response in = logIn("fang");
    assertThat(in.statusCode()).isEqualTo(303);
    TestLogin.visitor()
        .cookie(HttpAuthentication.COOKIE, in.cookie(HttpAuthentication.COOKIE))
        .get("/api/session")
        .then()
        .body("authenticated", equalTo(true))
        .body("name", equalTo("fang"))
        .body("displayName", equalTo("Fang Li"))
        .body("roles", hasItem("agent"))
        .body("roles", not(hasItem("administrator")));
  }

  @Test
  void browser_isSentWithNonceAndPkce_andBackToTheSiteAlone() {
    Map<String, String> asked = query(URI.create(step(START, ours).header("Location")));
    assertThat(asked)
        .containsEntry("client_id", "zhitong")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", "http://localhost:" + start.getPort() + START)
        .containsKeys("nonce", "state", "code_challenge");
    Response other = given().redirects().follow(false).header("Host", "evil.example").get(START);
    assertThat(String.valueOf(other.header("Location"))).doesNotContain("evil");
    assertThat(other.statusCode()).isEqualTo(403);
  }

  @Test
  void browser_withoutAMappedRole_isToldSo() {
    logIn("he").then().statusCode(403).body("detail", containsString("没有给出本系统的角色"));
  }

  @Test
  void browser_withANameOfTheLog_isRefused() {
    Response refused = logIn("system");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.cookie(HttpAuthentication.COOKIE)).isNull();
  }

  @Test
  void code_thatWasUsed_opensNothingAgain() {
    Response asked = step(START, ours);
    String back = passwordGiven("fang", asked.header("Location"));
    Map<String, String> before = Map.copyOf(ours);
    assertThat(arrived(back).statusCode()).isEqualTo(303);
    ours.clear();
    ours.putAll(before);
    assertThat(arrived(back).statusCode()).isNotIn(200, 303);
  }

  @Test
  void accessToken_forThisProgram_hasTheMappedRoles() {
    String token = tokens("zhitong", "fang").path("access_token");
    TestLogin.key(token).get("/api/cases").then().statusCode(200);
    TestLogin.key(token).get("/api/accounts").then().statusCode(403);
    assertThat(status(tokens("zhitong", "he").path("access_token"))).isEqualTo(403);
  }

  @Test
  void idAndRefreshTokens_asBearer_areRefused() {
    Response tokens = tokens("zhitong", "fang");
    assertThat(status(tokens.path("id_token"))).isEqualTo(401);
    assertThat(status(tokens.path("refresh_token"))).isEqualTo(401);
  }

  @Test
  void accessToken_ofAnotherClient_isRefused() {
    Response tokens = tokens("other", "fang");
    assertThat(status(tokens.path("access_token"))).isEqualTo(401);
    assertThat(status(tokens.path("id_token"))).isEqualTo(401);
  }

  @Test
  void accessToken_ofTheClientItself_hasNoRole() {
    String token =
        given()
            .formParam("grant_type", "client_credentials")
            .formParam("client_id", "zhitong")
            .formParam("client_secret", KeycloakServer.SECRET)
            .post(issuer + "/protocol/openid-connect/token")
            .then()
            .statusCode(200)
            .extract()
            .path("access_token");
    assertThat(status(token)).isEqualTo(403);
  }

  @Test
  void accessToken_ofASuspendedPerson_isRefusedAtOnce() {
    String token = tokens("zhitong", "gu").path("access_token");
    assertThat(status(token)).isEqualTo(200);
    TestLogin.token().post("/api/accounts/gu/suspension").then().statusCode(200);
    try {
      assertThat(status(token)).isEqualTo(401);
      assertThat(logIn("gu").statusCode()).isEqualTo(403);
    } finally {
      TestLogin.token().delete("/api/accounts/gu/suspension").then().statusCode(200);
    }
  }

  private static int status(String token) {
    return TestLogin.key(token).get("/api/cases").statusCode();
  }

  private Response tokens(String client, String user) {
    Response tokens =
        given()
            .formParam("grant_type", "password")
            .formParam("scope", "openid")
            .formParam("client_id", client)
            .formParam("client_secret", KeycloakServer.SECRET)
            .formParam("username", user)
            .formParam("password", KeycloakServer.PASSWORD)
            .post(issuer + "/protocol/openid-connect/token");
    tokens.then().statusCode(200);
    return tokens;
  }

  /** The answer that the session comes with, or the refusal. */
  private Response logIn(String user) {
    return arrived(passwordGiven(user, step(START, ours).header("Location")));
  }

  /** The address by which the issuer sends the browser back. */
  private String passwordGiven(String user, String location) {
    String page = step(location, theirs).then().statusCode(200).extract().asString();
    Matcher form = FORM.matcher(page);
    assertThat(form.find()).as("a form for the password").isTrue();
    Response sent =
        given()
            .cookies(theirs)
            .redirects()
            .follow(false)
            .urlEncodingEnabled(true)
            .formParam("username", user)
            .formParam("password", KeycloakServer.PASSWORD)
            .post(URI.create(form.group(1).replace("&amp;", "&")));
    assertThat(sent.statusCode()).isEqualTo(302);
    return sent.header("Location");
  }

  /** Back with a code, which is taken off the address before anything else happens. */
  private Response arrived(String location) {
    Response back = step(location, ours);
    return back.statusCode() == 302 ? step(back.header("Location"), ours) : back;
  }

  /** At the name that the site has: the client would take 127.0.0.1. */
  private Response step(String url, Map<String, String> cookies) {
    Response response =
        given()
            .cookies(cookies)
            .redirects()
            .follow(false)
            .urlEncodingEnabled(false)
            .get(url.startsWith("/") ? "http://localhost:" + start.getPort() + url : url);
    cookies.putAll(response.cookies());
    return response;
  }

  private static Map<String, String> query(URI uri) {
    return Arrays.stream(uri.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
