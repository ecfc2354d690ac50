package cn.zhitong.assistant.casework.rights;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.ScriptedTriage;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every endpoint of casework × every role. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class CaseRightsTest {

  @ParameterizedTest(name = "{0}: list {1}, read {2}, act {3}, supervise {4}, verify {5}")
  @CsvSource({
    "visitor,       401, 401, 401, 401, 401",
    "publisher,     403, 404, 404, 404, 403",
    "enterprise,    403, 404, 404, 404, 403",
    "otherHandler,  200, 404, 404, 404, 403",
    "handler,       200, 200, 403, 403, 403",
    "agent,         200, 200, 200, 403, 403",
    "supervisor,    200, 200, 200, 200, 200",
    "administrator, 200, 200, 200, 200, 200",
    "token,         200, 200, 200, 200, 200",
  })
  void rights_ofEveryRole_areAsInTheMatrix(
      String who, int list, int read, int act, int supervise, int verify) {
    Cases filed = Cases.filed("投诉").does("accept_suggestion");
    assertThat(request(who).get("/api/cases").statusCode()).as("list").isEqualTo(list);
    assertThat(request(who).get("/api/cases/" + filed.id()).statusCode())
        .as("read")
        .isEqualTo(read);
    assertThat(filed.act(request(who), "urge", "reason", "请尽快").statusCode())
        .as("act")
        .isEqualTo(act);
    assertThat(filed.act(request(who), "supervise", "reason", "重点").statusCode())
        .as("supervise")
        .isEqualTo(supervise);
    assertThat(request(who).get("/api/cases/" + filed.id() + "/verification").statusCode())
        .as("verify")
        .isEqualTo(verify);
  }

  @ParameterizedTest
  @CsvSource({"visitor", "publisher", "handler", "agent", "supervisor", "administrator", "token"})
  void filing_byEverybody_isAllowed(String who) {
    request(who).body(Map.of("text", "来件")).post("/api/cases").then().statusCode(201);
  }

  @Test
  void list_ofAHandler_holdsTheOwnDepartmentOnly() {
    Cases.filed("投诉").does("accept_suggestion");
    Cases.filed("投诉").does("change", "department", ScriptedTriage.FINANCE, "reason", "资金");
    handlerOf(ScriptedTriage.FINANCE)
        .queryParam("department", ScriptedTriage.INDUSTRY)
        .get("/api/cases")
        .then()
        .statusCode(200)
        .body("items.department", everyItem(equalTo(ScriptedTriage.FINANCE)));
  }

  private static RequestSpecification request(String who) {
    return switch (who) {
      case "visitor" -> visitor();
      case "token" -> token();
      case "handler" -> handlerOf(ScriptedTriage.INDUSTRY);
      case "otherHandler" -> handlerOf("市气象局");
      default -> as(Role.of(who));
    };
  }
}
