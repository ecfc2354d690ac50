package cn.zhitong.assistant.security;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.logIn;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.department.TestDepartments;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class AccountResourceTest {
  @Inject Jdbc jdbc;

  @Test
  void newHandler_withAFirstPassword_changesItBeforeAnythingElse() {
    String name = "h" + Ids.next();
    String password = create(name, "handler", TestDepartments.listed("市气象局"));
    String cookie = logIn(name, password);
    visitor()
        .cookie(HttpAuthentication.COOKIE, cookie)
        .get("/api/session")
        .then()
        .body("department", equalTo("市气象局"))
        .body("passwordChangeDue", equalTo(true));
    for (String path : List.of("/api/cases", "/api/policies", "/api/departments")) {
      visitor()
          .cookie(HttpAuthentication.COOKIE, cookie)
          .get(path)
          .then()
          .statusCode(403)
          .contentType("application/problem+json")
          .body("type", equalTo("urn:zhitong:problem:password-change-due"))
          .body("detail", containsString("我的账号"));
    }
    visitor().cookie(HttpAuthentication.COOKIE, cookie).get("/account").then().statusCode(200);
    visitor()
        .cookie(HttpAuthentication.COOKIE, cookie)
        .body(Map.of("current", password, "next", "another password"))
        .put("/api/session/password")
        .then()
        .statusCode(204);
    visitor()
        .cookie(HttpAuthentication.COOKIE, logIn(name, "another password"))
        .get("/api/session")
        .then()
        .body("passwordChangeDue", equalTo(false));
    visitor()
        .cookie(HttpAuthentication.COOKIE, logIn(name, "another password"))
        .get("/api/cases")
        .then()
        .statusCode(200);
  }

  @Test
  void resetPassword_used_isChangedFirstAndTheOperatorsTokenNeedsNone() {
    String name = TestLogin.account(Role.ADMINISTRATOR, null);
    String password =
        TestLogin.token()
            .post("/api/accounts/" + name + "/password")
            .then()
            .extract()
            .path("password");
    visitor()
        .cookie(HttpAuthentication.COOKIE, logIn(name, password))
        .get("/api/accounts")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:zhitong:problem:password-change-due"));
    TestLogin.token().get("/api/accounts").then().statusCode(200);
  }

  @Test
  void account_incomplete_isRefused() {
    body(Map.of("name", "x1", "displayName", "x", "roles", List.of("handler")), 400, "department");
    body(Map.of("name", "x2", "displayName", "x", "roles", List.of("boss")), 400, "boss");
    body(Map.of("name", "中 文", "displayName", "x", "roles", List.of("agent")), 400, "字母");
    String name = "twice" + Ids.next();
    create(name, "agent", null);
    body(Map.of("name", name, "displayName", "x", "roles", List.of("agent")), 409, "已被使用");
    String other = "T" + name.substring(1).toUpperCase(Locale.ROOT);
    body(Map.of("name", other, "displayName", "x", "roles", List.of("agent")), 409, "已被使用");
  }

  @Test
  void account_disabled_isOutAtOnceAndStaysOut() {
    String name = "d" + Ids.next();
    String password = create(name, "agent", null);
    String cookie = logIn(name, password);
    as(Role.ADMINISTRATOR).post("/api/accounts/" + name + "/suspension").then().statusCode(200);
    visitor()
        .cookie(HttpAuthentication.COOKIE, cookie)
        .get("/api/session")
        .then()
        .body("authenticated", equalTo(false));
    Response refused =
        visitor().body(Map.of("name", name, "password", password)).post("/api/session");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.jsonPath().getString("detail")).contains("停用");
    as(Role.ADMINISTRATOR).delete("/api/accounts/" + name + "/suspension").then().statusCode(200);
    logIn(name, password);
  }

  @Test
  void reset_ofALockedAccount_unlocksAndReplacesThePassword() {
    String name = "r" + Ids.next();
    String password = create(name, "agent", null);
    for (int i = 0; i < 5; i++) {
      visitor().body(Map.of("name", name, "password", "wrong")).post("/api/session");
    }
    as(Role.ADMINISTRATOR)
        .get("/api/accounts")
        .then()
        .body("items.find { it.name == '" + name + "' }.locked", equalTo(true));
    String next =
        as(Role.ADMINISTRATOR).post("/api/accounts/" + name + "/password").path("password");
    logIn(name, next);
    visitor()
        .body(Map.of("name", name, "password", password))
        .post("/api/session")
        .then()
        .statusCode(401);
  }

  @Test
  void roles_changed_holdFromTheNextLogin() {
    String name = "c" + Ids.next();
    String password = create(name, "agent", null);
    as(Role.ADMINISTRATOR)
        .body(Map.of("roles", List.of("publisher")))
        .put("/api/accounts/" + name)
        .then()
        .statusCode(200)
        .body("roles", equalTo(List.of("publisher")));
    visitor()
        .cookie(HttpAuthentication.COOKIE, logIn(name, password))
        .get("/api/session")
        .then()
        .body("roles", hasItem("publisher"));
  }

  @Test
  void lastAdministrator_disabledOrDemoted_stays() {
    String name = "last" + Ids.next();
    create(name, "administrator", null);
    List<String> others =
        jdbc.query(
            "select name from assistant.account where 'administrator' = any (roles)"
                + " and disabled_at is null and name <> ?",
            row -> row.getString(1),
            name);
    jdbc.update(
        "update assistant.account set disabled_at = now() where name = any (?::text[])", others);
    try {
      TestLogin.token()
          .post("/api/accounts/" + name + "/suspension")
          .then()
          .statusCode(409)
          .body("detail", containsString("最后一个"));
    } finally {
      jdbc.update(
          "update assistant.account set disabled_at = null where name = any (?::text[])", others);
    }
  }

  @Test
  void accounts_madeAtOnceWithNamesThatDifferInCaseAlone_areNotBothMade() throws Exception {
    String name = "pair" + Ids.next();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Response> second =
          jdbc.transaction(
              session -> {
                session.update(
                    """
                    insert into assistant.account
                      (id, name, display_name, password_hash, roles, created_at, password_changed_at)
                    values (gen_random_uuid(), ?, 'x', '$2a$04$', '{agent}', now(), now())
                    """,
                    name.toUpperCase(Locale.ROOT));
                Future<Response> post = other.submit(() -> post(name));
                await().until(() -> post.isDone() || somebodyWaits());
                return post;
              });
      second.get().then().statusCode(409).body("detail", containsString("已被使用"));
    } finally {
      other.shutdown();
    }
  }

  private boolean somebodyWaits() {
    return jdbc.first("select 1 from pg_locks where not granted", row -> true).isPresent();
  }

  private static Response post(String name) {
    return as(Role.ADMINISTRATOR)
        .body(Map.of("name", name, "displayName", "x", "roles", List.of("agent")))
        .post("/api/accounts");
  }

  private static String create(String name, String role, String department) {
    Map<String, Object> body = new java.util.HashMap<>();
    body.put("name", name);
    body.put("displayName", "测试");
    body.put("roles", List.of(role));
    body.put("department", department);
    return as(Role.ADMINISTRATOR)
        .body(body)
        .post("/api/accounts")
        .then()
        .statusCode(201)
        .extract()
        .path("password");
  }

  private static void body(Map<String, Object> body, int status, String detail) {
    as(Role.ADMINISTRATOR)
        .body(body)
        .post("/api/accounts")
        .then()
        .statusCode(status)
        .body("detail", containsString(detail));
  }
}
