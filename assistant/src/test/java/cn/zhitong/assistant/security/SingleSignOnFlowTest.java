package cn.zhitong.assistant.security;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.common.jdbc.Ids;
import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.oidc.server.OidcWireMock;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The whole way of a person through single sign-on, as a browser goes it: to the issuer, back with
 * a code, which the service changes for tokens, and on with a session of its own.
 */
@QuarkusTest
@TestProfile(AccessProfile.class)
@WithTestResource(TestDatabase.class)
@WithTestResource(OidcWiremockTestResource.class)
class SingleSignOnFlowTest {
  private static final String START = "/api/session/oidc";
  private static final String TOKENS = "/auth/realms/quarkus/token";

  @OidcWireMock WireMockServer issuer;

  @TestHTTPResource(START)
  URI callback;

  private final Map<String, String> cookies = new HashMap<>();

  @Test
  void handler_fromTheIssuer_comesInWithItsRolesAndDepartmentAndOutAgain() {
    String name = "wang-" + Ids.next();
    Response in = logIn(name, "handlers", "unknown-group");
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(URI.create(in.header("Location")).getPath()).isEqualTo("/");
    String session = in.cookie(HttpAuthentication.COOKIE);
    assertThat(in.getHeaders().getValues("Set-Cookie"))
        .anyMatch(
            cookie ->
                cookie.startsWith(HttpAuthentication.COOKIE)
                    && cookie.contains("HttpOnly")
                    && cookie.contains("SameSite=Strict"));
    TestLogin.visitor()
        .cookie(HttpAuthentication.COOKIE, session)
        .get("/api/session")
        .then()
        .body("authenticated", equalTo(true))
        .body("name", equalTo(name))
        .body("displayName", equalTo("王芳"))
        .body("department", equalTo("市气象局"))
        .body("roles", contains("handler"))
        .body("passwordChangeDue", equalTo(false));
    TestLogin.visitor()
        .cookie(HttpAuthentication.COOKIE, session)
        .get("/api/cases")
        .then()
        .statusCode(200);
    // The code is bound to the client: its secret goes along with it.
    issuer.verify(
        postRequestedFor(urlPathEqualTo(TOKENS))
            .withRequestBody(containing("code=a-code-of-" + name)));
    TestLogin.visitor()
        .cookie(HttpAuthentication.COOKIE, session)
        .delete("/api/session")
        .then()
        .statusCode(204);
    TestLogin.visitor()
        .cookie(HttpAuthentication.COOKIE, session)
        .get("/api/session")
        .then()
        .body("authenticated", equalTo(false));
  }

  @Test
  void namesOfTheIssuer_configured_areMappedToRoles() {
    String session = logIn("li-" + Ids.next(), "city-agents").cookie(HttpAuthentication.COOKIE);
    TestLogin.visitor()
        .cookie(HttpAuthentication.COOKIE, session)
        .get("/api/session")
        .then()
        .body("roles", hasItem("agent"))
        .body("roles", not(hasItem("city-agents")));
  }

  @Test
  void caller_withoutARoleHere_isToldSo() {
    Response refused = logIn("zhao-" + Ids.next(), "unknown-group", "administrator");
    refused
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("detail", containsString("没有给出本系统的角色"));
    assertThat(refused.cookie(HttpAuthentication.COOKIE)).isNull();
  }

  @Test
  void token_notSignedByTheIssuer_opensNothing() {
    String name = "qian-" + Ids.next();
    Response refused =
        logIn(
            name,
            nonce -> {
              String signed = idToken(name, nonce, "handlers");
              return signed.substring(0, signed.lastIndexOf('.') + 1) + "AAAA";
            });
    assertThat(refused.statusCode()).isIn(401, 403);
    assertThat(refused.cookie(HttpAuthentication.COOKIE)).isNull();
  }

  @Test
  void code_withAnotherBrowsersState_opensNothing() {
    issuerGives("a-code", idToken("sun-" + Ids.next(), "n", "handlers"));
    URI asked = URI.create(step(START).header("Location"));
    cookies.clear();
    Response refused = step(callback + "?code=a-code&state=" + query(asked).get("state"));
    assertThat(refused.statusCode()).isNotIn(200, 303);
    assertThat(refused.cookie(HttpAuthentication.COOKIE)).isNull();
  }

  @Test
  void idToken_withAnotherNonce_opensNothing() {
    String name = "zhou-" + Ids.next();
    Response refused = logIn(name, nonce -> idToken(name, "another", "handlers"));
    assertThat(refused.statusCode()).isNotIn(200, 303);
    assertThat(refused.cookie(HttpAuthentication.COOKIE)).isNull();
  }

  @Test
  void caller_namedAsTheLogNamesItself_opensNothing() {
    Response refused = logIn("system", nonce -> idToken("system", nonce, "handlers"));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.cookie(HttpAuthentication.COOKIE)).isNull();
  }

  private Response logIn(String name, String... groups) {
    return logIn(name, nonce -> idToken(name, nonce, groups));
  }

  /** The answer that the session comes with, or the refusal. */
  private Response logIn(String name, UnaryOperator<String> idToken) {
    String code = "a-code-of-" + name;
    Response sent = step(START);
    assertThat(sent.statusCode()).isEqualTo(302);
    Map<String, String> asked = query(URI.create(sent.header("Location")));
    assertThat(asked).containsEntry("response_type", "code").containsEntry("client_id", "zhitong");
    assertThat(asked).containsEntry("code_challenge_method", "S256").containsKey("code_challenge");
    assertThat(asked.get("redirect_uri")).endsWith("%2Fapi%2Fsession%2Foidc");
    issuerGives(code, idToken.apply(asked.get("nonce")));
    Response back = step(callback + "?code=" + code + "&state=" + asked.get("state"));
    // The code is taken off the address before anything else happens.
    return back.statusCode() == 302 ? step(back.header("Location")) : back;
  }

  private void issuerGives(String code, String idToken) {
    issuer.stubFor(
        post(urlPathEqualTo(TOKENS))
            .atPriority(1)
            .withRequestBody(containing("code=" + code))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/json")
                    .withBody(
                        "{\"access_token\":\"%s\",\"id_token\":\"%s\",\"expires_in\":300,\"token_type\":\"Bearer\"}"
                            .formatted(idToken, idToken))));
  }

  /** One request of the browser, with the cookies that it has by then. */
  private Response step(String url) {
    Response response =
        TestLogin.visitor()
            .cookies(cookies)
            .redirects()
            .follow(false)
            .urlEncodingEnabled(false)
            .get(url);
    response.cookies().forEach(cookies::put);
    return response;
  }

  private static Map<String, String> query(URI uri) {
    return Arrays.stream(uri.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static String idToken(String name, String nonce, String... groups) {
    return SingleSignOnTest.claims(name, groups)
        .claim("nonce", nonce)
        .claim("name", "王芳")
        .claim("department", "市气象局")
        .jws()
        .keyId("1")
        .sign();
  }
}
