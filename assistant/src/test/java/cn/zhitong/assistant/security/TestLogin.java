package cn.zhitong.assistant.security;

import static io.restassured.RestAssured.given;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.common.jdbc.Ids;
import io.quarkus.arc.Arc;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Requests of each kind of user, by a real login. */
public final class TestLogin {
  private static final Map<Role, String> COOKIES = new EnumMap<>(Role.class);

  private TestLogin() {}

  /** Nobody. */
  public static RequestSpecification visitor() {
    return given().contentType(ContentType.JSON);
  }

  /** The administrator's bearer token. */
  public static RequestSpecification token() {
    return visitor().header("Authorization", "Bearer " + TestDatabase.TOKEN);
  }

  /** An account that holds just this role; made and logged in at first use. */
  public static RequestSpecification as(Role role) {
    String cookie = COOKIES.computeIfAbsent(role, r -> logIn(account(r, null), "a long password"));
    return visitor().cookie(HttpAuthentication.COOKIE, cookie);
  }

  /** A new account with this role and a login of its own. */
  static RequestSpecification fresh(Role role) {
    return visitor()
        .cookie(HttpAuthentication.COOKIE, logIn(account(role, null), "a long password"));
  }

  /** A request with a key. */
  static RequestSpecification key(String secret) {
    return visitor().header("Authorization", "Bearer " + secret);
  }

  /** Name of a new account with this role, for a login by hand; its password is as above. */
  public static String newAccount(Role role) {
    return account(role, null);
  }

  /** Name of a new handler of a department, for a login by hand. */
  public static String newHandlerOf(String department) {
    return account(Role.HANDLER, department);
  }

  /** An account of an enterprise, for a login by hand. */
  public static String newEnterprise(String creditCode) {
    Accounts accounts = Arc.container().instance(Accounts.class).get();
    accounts.create(creditCode, "企业", "a long password", Set.of(Role.ENTERPRISE), null);
    return creditCode;
  }

  /** An enterprise that has signed in by its code. */
  public static RequestSpecification enterprise(String creditCode) {
    Accounts accounts = Arc.container().instance(Accounts.class).get();
    Accounts.Login login =
        accounts.logInBySubject(
            "enterprise:" + creditCode, creditCode, creditCode, Set.of(Role.ENTERPRISE), null);
    return visitor().cookie(HttpAuthentication.COOKIE, login.token());
  }

  /** A new handler of a department. */
  public static RequestSpecification handlerOf(String department) {
    String cookie = logIn(account(Role.HANDLER, department), "a long password");
    return visitor().cookie(HttpAuthentication.COOKIE, cookie);
  }

  static String account(Role role, String department) {
    String name = role.code() + "-" + Ids.next();
    Accounts accounts = Arc.container().instance(Accounts.class).get();
    accounts.create(name, role.label(), "a long password", Set.of(role), department);
    return name;
  }

  static String logIn(String name, String password) {
    return visitor()
        .body(Map.of("name", name, "password", password))
        .post("/api/session")
        .then()
        .statusCode(200)
        .extract()
        .cookie(HttpAuthentication.COOKIE);
  }
}
