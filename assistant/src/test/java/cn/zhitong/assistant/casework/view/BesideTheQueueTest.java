package cn.zhitong.assistant.casework.view;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.newHandlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Errands, linked officers, calls, and what is on record of accounts. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class BesideTheQueueTest {
  private static final String OFFICE = "市生态局";

  @Test
  void errand_dispatchedTakenDoneAndRated_byOtherPeople() {
    String officer = newHandlerOf(OFFICE);
    String id =
        as(Role.AGENT)
            .body(Map.of("title", "代办环评手续", "details", "陪同到窗口递交材料", "officer", officer))
            .post("/api/errands")
            .then()
            .statusCode(201)
            .body("state", equalTo("dispatched"))
            .extract()
            .path("errandId");
    act(as(Role.AGENT), id, Map.of("type", "rate", "score", 5)).then().statusCode(409);
    act(logIn(officer), id, Map.of("type", "accept", "basedOn", 1))
        .then()
        .statusCode(200)
        .body("state", equalTo("accepted"));
    act(logIn(officer), id, Map.of("type", "finish", "basedOn", 1, "text", "已办好"))
        .then()
        .statusCode(409);
    act(logIn(officer), id, Map.of("type", "finish", "basedOn", 2, "text", "已办好"))
        .then()
        .statusCode(200);
    act(logIn(officer), id, Map.of("type", "rate", "score", 5)).then().statusCode(409);
    act(as(Role.AGENT), id, Map.of("type", "rate", "score", 5))
        .then()
        .statusCode(200)
        .body("state", equalTo("rated"));
    logIn(newHandlerOf("别的局")).get("/api/errands").then().body("items.errandId", not(hasItem(id)));
  }

  @Test
  void liaison_visitsAndMatters_becomeCasesOfTheEnterprise() {
    String officer = newHandlerOf(OFFICE);
    String enterprise = "澄澜机械" + System.nanoTime() + "有限公司";
    String id =
        as(Role.SUPERVISOR)
            .body(Map.of("enterprise", enterprise, "officer", officer))
            .post("/api/liaisons")
            .then()
            .statusCode(201)
            .extract()
            .path("liaisonId");
    String visit =
        logIn(officer)
            .body(Map.of("date", "2026-12-08"))
            .post("/api/liaisons/" + id + "/visits")
            .then()
            .statusCode(200)
            .extract()
            .path("visits[0].visitId");
    logIn(officer)
        .body(Map.of("visitId", visit, "date", "2026-12-08", "note", "生产正常"))
        .post("/api/liaisons/" + id + "/visits")
        .then()
        .body("visits[0].doneOn", equalTo("2026-12-08"));
    logIn(officer)
        .body(Map.of("kind", "need", "text", "希望开通园区班车", "file", true))
        .post("/api/liaisons/" + id + "/matters")
        .then()
        .statusCode(200)
        .body("matters[0].caseId", notNullValue())
        .body("matters[0].stateLabel", equalTo("待受理"));
    logIn(officer)
        .get("/api/liaisons")
        .then()
        .body("items.find { it.enterprise == '" + enterprise + "' }.openCases", equalTo(1));
    logIn(newHandlerOf(OFFICE)).get("/api/liaisons/" + id).then().statusCode(404);
  }

  @Test
  void call_withItsResult_isOnTheLog() {
    Cases filed = Cases.filed("绿化审批进度");
    filed
        .does("accept")
        .does("change", "category", "consultation", "department", OFFICE, "reason", "属其职责");
    filed.does("dispatch").does("reply", "text", "已审批。").does("follow_up");
    filed
        .act(as(Role.AGENT), "call", "finding", "no_answer", "text", "下午再打")
        .then()
        .statusCode(200)
        .body("events.type", hasItem("call"));
    filed.act(as(Role.AGENT), "call", "finding", "maybe").then().statusCode(400);
    filed
        .act(as(Role.AGENT), "rate", "score", 4)
        .then()
        .statusCode(200)
        .body("events.body.by", hasItem("telephone"));
  }

  @Test
  void cases_ofAnIssue_areListedByTheirIds() {
    Cases one = Cases.filed("班车停运");
    Cases other = Cases.filed("班车停运了");
    as(Role.SUPERVISOR)
        .get("/api/cases?ids=" + one.id() + "," + other.id())
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items.caseId", hasItems(one.id(), other.id()));
    as(Role.SUPERVISOR).get("/api/cases?ids=x").then().statusCode(400);
  }

  @Test
  void accounts_changesAreOnRecord_andALockCanBeLifted() {
    String name = newHandlerOf(OFFICE);
    token()
        .body(Map.of("displayName", "林工", "roles", List.of("agent")))
        .put("/api/accounts/" + name)
        .then()
        .statusCode(200);
    token().post("/api/accounts/" + name + "/suspension").then().statusCode(200);
    token()
        .delete("/api/accounts/" + name + "/lock")
        .then()
        .statusCode(200)
        .body("locked", equalTo(false));
    token()
        .get("/api/audit/accounts?account=" + name)
        .then()
        .statusCode(200)
        .body("items.what", equalTo(List.of("unlock", "suspend", "change")))
        .body("items[2].before", org.hamcrest.Matchers.containsString("部门承办人"))
        .body("items[2].after", org.hamcrest.Matchers.containsString("坐席"));
  }

  private static Response act(RequestSpecification by, String id, Map<String, Object> act) {
    return by.body(act).post("/api/errands/" + id + "/events");
  }

  private static RequestSpecification logIn(String account) {
    Response session =
        visitor().body(Map.of("name", account, "password", "a long password")).post("/api/session");
    String cookie = session.detailedCookies().asList().get(0).getName();
    return visitor().cookie(cookie, session.cookie(cookie));
  }
}
