package cn.zhitong.assistant.web;

import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.CaseworkProfile;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that lead nowhere. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class MissingPageTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";

  @ParameterizedTest
  @ValueSource(strings = {"/nonsense", "/desk/nothing", "/supervisor/Nothing", "/apis"})
  void page_thatIsNone_inABrowser_saysSoAndLeadsOn(String address) {
    visitor()
        .accept(BROWSER)
        .get(address)
        .then()
        .statusCode(404)
        .contentType("text/html;charset=UTF-8")
        .body("html.head.title", equalTo("没有这个页面 - 直通"))
        .body(containsString("<a href=\"/\">"))
        .body(containsString("<a href=\"/my\">"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/nonsense,text/html",
    "/v1/nonsense,text/html",
    "/nonsense,application/json",
    "/nonsense,*/*"
  })
  void address_ofPrograms_isAProblem(String address, String accept) {
    visitor()
        .accept(accept)
        .get(address)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:zhitong:problem:not-found"));
  }

  @Test
  void request_thatDoesNotFit_isToldInChinese() {
    visitor()
        .accept("text/calendar")
        .get("/api/policies")
        .then()
        .statusCode(406)
        .body("detail", containsString("Accept"))
        .body("detail", containsString("接口说明"));
    visitor().delete("/api/policies").then().statusCode(405).body("detail", containsString("请求方法"));
  }
}
