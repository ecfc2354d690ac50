package cn.zhitong.assistant.security;

import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class SessionTest {
  @Inject Jdbc jdbc;
  @Inject Accounts accounts;

  @Test
  void firstStart_ofAService_makesOneAccountOfEachStaffRoleWithAPasswordToChange() {
    Set<String> names =
        Set.copyOf(
            jdbc.query(
                "select name from assistant.account where password_change_due",
                row -> row.getString(1)));
    assertThat(names).contains("publisher", "agent", "supervisor", "admin");
  }

  @Test
  void login_withPassword_givesAStrictHttpOnlyCookie() {
    String name = TestLogin.account(Role.AGENT, null);
    Response response = attempt(name, "a long password");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.getHeader("Set-Cookie")).contains("HttpOnly").contains("SameSite=Strict");
    visitor()
        .cookie(HttpAuthentication.COOKIE, response.cookie(HttpAuthentication.COOKIE))
        .get("/api/session")
        .then()
        .statusCode(200)
        .body("authenticated", equalTo(true))
        .body("name", equalTo(name))
        .body("roles", hasItems("agent"));
  }

  @Test
  void visitor_withoutSession_isNobody() {
    visitor().get("/api/session").then().statusCode(200).body("authenticated", equalTo(false));
  }

  @Test
  void token_rightOrWrong_isAnAdministratorOrRefused() {
    TestLogin.token()
        .get("/api/session")
        .then()
        .body("roles", hasItems("publisher", "agent", "supervisor", "administrator"));
    visitor()
        .header("Authorization", "Bearer " + TestDatabase.TOKEN + "x")
        .get("/api/session")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:zhitong:problem:unauthorized"));
  }

  @Test
  void logout_ofASession_endsItOnTheServer() {
    String name = TestLogin.account(Role.AGENT, null);
    String cookie = TestLogin.logIn(name, "a long password");
    visitor()
        .cookie(HttpAuthentication.COOKIE, cookie)
        .delete("/api/session")
        .then()
        .statusCode(204);
    assertAnonymous(cookie);
  }

  @Test
  void wrongPasswords_fromOneNetwork_lockTheNameThereAlone() {
    String name = TestLogin.account(Role.AGENT, null);
    for (int i = 0; i < 5; i++) {
      assertThat(attempt(name, "wrong").statusCode()).isEqualTo(401);
    }
    Response locked = attempt(name, "a long password");
    assertThat(locked.statusCode()).isEqualTo(429);
    assertThat(locked.time()).as("held back, in ms").isGreaterThanOrEqualTo(450);
    assertThat(locked.jsonPath().getString("detail")).contains("锁定");
    assertThat(accounts.logIn(name, "a long password", "203.0.113.9")).isNotNull();
    TestLogin.token()
        .get("/api/accounts")
        .then()
        .body("items.find { it.name == '" + name + "' }.locked", equalTo(true));
    jdbc.update(
        "update assistant.login_attempt set locked_until = locked_until - interval '1 hour'");
    assertThat(attempt(name, "a long password").statusCode()).isEqualTo(200);
  }

  @Test
  void wrongPasswords_forANameThatIsNone_lookTheSame() {
    String real = TestLogin.account(Role.AGENT, null);
    String none = "nobody-" + Ids.next();
    for (int i = 0; i < 7; i++) {
      Response one = attempt(real, "wrong-" + i);
      Response other = attempt(none, "wrong-" + i);
      assertThat(other.statusCode()).isEqualTo(one.statusCode());
      assertThat(other.jsonPath().getString("detail"))
          .isEqualTo(one.jsonPath().getString("detail"));
    }
  }

  @Test
  void session_thatNobodyUses_ends() {
    String cookie = TestLogin.logIn(TestLogin.account(Role.AGENT, null), "a long password");
    jdbc.update(
        """
        update assistant.session set used_at = used_at - interval '59 minutes'
         where created_at = (select max(created_at) from assistant.session)
        """);
    visitor()
        .cookie(HttpAuthentication.COOKIE, cookie)
        .get("/api/session")
        .then()
        .body("authenticated", equalTo(true));
    jdbc.update(
        """
        update assistant.session set used_at = used_at - interval '61 minutes'
         where created_at = (select max(created_at) from assistant.session)
        """);
    assertAnonymous(cookie);
  }

  @Test
  void login_withAnUnknownName_looksLikeAWrongPassword() {
    Response unknown = attempt("nobody-at-all", "wrong");
    Response wrong = attempt(TestLogin.account(Role.AGENT, null), "wrong");
    assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(401);
    assertThat(unknown.asString()).isEqualTo(wrong.asString());
  }

  @Test
  void password_changed_endsAllSessions() {
    String name = TestLogin.account(Role.AGENT, null);
    String one = TestLogin.logIn(name, "a long password");
    String two = TestLogin.logIn(name, "a long password");
    changePassword(one, "a long password", "short", 400);
    changePassword(one, "not my password", "another password", 401);
    changePassword(one, "a long password", "another password", 204);
    assertAnonymous(one);
    assertAnonymous(two);
    assertThat(attempt(name, "a long password").statusCode()).isEqualTo(401);
    assertThat(attempt(name, "another password").statusCode()).isEqualTo(200);
  }

  @Test
  void password_changedByAVisitor_isRefused() {
    visitor()
        .body(Map.of("current", "x", "next", "a long password"))
        .put("/api/session/password")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
  }

  @Test
  void cookie_sentByAnotherOrigin_doesNotCount() {
    String cookie = TestLogin.logIn(TestLogin.account(Role.AGENT, null), "a long password");
    visitor()
        .cookie(HttpAuthentication.COOKIE, cookie)
        .header("Sec-Fetch-Site", "same-site")
        .get("/api/session")
        .then()
        .body("authenticated", equalTo(false));
  }

  @Test
  void accountOfAnIssuer_atEachLogin_followsItsRoles() {
    String subject = "https://issuer.example " + Ids.next();
    String name = "sso-" + Ids.next();
    accounts.logInBySubject(subject, name, "甲", Set.of(Role.AGENT), null);
    Accounts.Login again =
        accounts.logInBySubject(subject, name, "甲", Set.of(Role.HANDLER), "市气象局");
    Account account = accounts.bySession(again.token()).orElseThrow();
    assertThat(account.roles()).containsExactly(Role.HANDLER);
    assertThat(account.department()).isEqualTo("市气象局");
    assertThat(attempt(name, "-").statusCode()).as("it has no password").isEqualTo(401);
  }

  @Test
  void nameOfALocalAccount_fromAnIssuer_cannotBeTaken() {
    String name = TestLogin.account(Role.ADMINISTRATOR, null);
    assertThatThrownBy(
            () -> accounts.logInBySubject("iss " + name, name, "乙", Set.of(Role.AGENT), null))
        .isInstanceOf(Problem.Forbidden.class)
        .hasMessageContaining("本地账号");
  }

  @Test
  void accounts_listed_neverShowTheirHash() {
    assertThat(
            jdbc.query(
                "select password_hash from assistant.account where subject is null",
                r -> r.getString(1)))
        .allMatch(hash -> hash.startsWith("$2a$"));
    TestLogin.as(Role.AGENT).get("/api/session").then().body(not(containsString("$2a$")));
    assertThat(accounts.bySession("nothing")).isEmpty();
  }

  private static void assertAnonymous(String cookie) {
    visitor()
        .cookie(HttpAuthentication.COOKIE, cookie)
        .get("/api/session")
        .then()
        .body("authenticated", equalTo(false));
  }

  private static void changePassword(String cookie, String current, String next, int status) {
    visitor()
        .cookie(HttpAuthentication.COOKIE, cookie)
        .body(Map.of("current", current, "next", next))
        .put("/api/session/password")
        .then()
        .statusCode(status);
  }

  private static Response attempt(String name, String password) {
    return visitor().body(Map.of("name", name, "password", password)).post("/api/session");
  }
}
