package cn.zhitong.assistant.casework.handling;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static cn.zhitong.assistant.security.TestLogin.newHandlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Assignment, mentions, presence, taking back, adding and urging unasked, and acts on many. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class PeopleOnCasesTest {
  private static final String OFFICE = "市林业局";
  private Cases filed;

  @BeforeEach
  void file() {
    filed = Cases.filed("苗圃用地手续怎样办理");
  }

  @Test
  void assignment_withinTheOffice_isMineAndTold_toOthersRefused() {
    dispatched();
    String account = newHandlerOf(OFFICE);
    RequestSpecification person = logIn(account);
    handlerOf(OFFICE)
        .body(Map.of("type", "assign", "basedOn", filed.version(), "person", account))
        .post(events())
        .then()
        .statusCode(200)
        .body("assignee", equalTo("部门承办人"));
    logIn(account).get("/api/cases?mine=true").then().body("items.caseId", hasItem(filed.id()));
    handlerOf(OFFICE)
        .get("/api/cases?mine=true")
        .then()
        .body("items.caseId", not(hasItem(filed.id())));
    person.get("/api/inbox").then().body("items.kind", hasItem("case.assigned"));
    filed.act(token(), "assign", "person", newHandlerOf("别的局")).then().statusCode(400);
    filed.does("assign", "person", "");
    token().get("/api/cases/" + filed.id()).then().body("assignee", nullValue());
  }

  @Test
  void note_thatCallsSomebody_isInThatInboxUntilRead() {
    dispatched();
    String account = newHandlerOf(OFFICE);
    filed.does("note", "text", "@" + account + " 请看一下红线图");
    logIn(account)
        .get("/api/inbox")
        .then()
        .body("unread", equalTo(1))
        .body("items[0].kind", equalTo("case.mentioned"))
        .body("items[0].subject", containsString("提到了您"));
    logIn(account)
        .body(Map.of("caseId", filed.id()))
        .post("/api/inbox/read")
        .then()
        .body("unread", equalTo(0));
    visitor().get("/api/inbox").then().statusCode(401);
  }

  @Test
  void presence_twoPeople_seeOneAnother() {
    as(Role.SUPERVISOR)
        .body(Map.of("writing", true))
        .post(path("/presence"))
        .then()
        .statusCode(200);
    as(Role.AGENT)
        .body(Map.of("writing", false))
        .post(path("/presence"))
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].writing", equalTo(true));
  }

  @Test
  void dispatch_recalledBeforeItIsBegun_waitsAgain_afterwardsNot() {
    dispatched();
    filed.does("recall", "reason", "派错了部门");
    token().get("/api/cases/" + filed.id()).then().body("state", equalTo("awaiting_dispatch"));
    filed.does("dispatch").does("start");
    filed.act(token(), "recall", "reason", "派错了").then().statusCode(409);
  }

  @Test
  void rejection_takenBack_standsWhereItStood() {
    filed.does("accept").does("reject", "reason", "看错了", "legalGround", "条例第五条");
    filed.does("unreject", "reason", "属于受理范围");
    token()
        .get("/api/cases/" + filed.id())
        .then()
        .body("state", equalTo("awaiting_dispatch"))
        .body("events.type", hasItem("unreject"));
    token().get(path("/verification")).then().body("intact", equalTo(true));
  }

  @Test
  void supplement_unasked_isShownAndRenewsTheSuggestion() {
    int before = suggestions();
    code()
        .body(Map.of("type", "supplement", "trackingCode", filed.trackingCode(), "text", "另要投诉收费"))
        .post(events())
        .then()
        .statusCode(200)
        .body("steps.reason", hasItem("另要投诉收费"));
    org.assertj.core.api.Assertions.assertThat(suggestions()).isEqualTo(before + 1);
    token()
        .get("/api/cases/" + filed.id())
        .then()
        .body("state", equalTo("received"))
        .body("suggestion.category.code", equalTo("demand"));
  }

  @Test
  void urging_byTheEnterprise_onceADay() {
    dispatched();
    Map<String, Object> urge = Map.of("type", "urge", "trackingCode", filed.trackingCode());
    code().body(urge).post(events()).then().statusCode(200).body("steps.label", hasItem("催办"));
    code()
        .body(urge)
        .post(events())
        .then()
        .statusCode(409)
        .body("detail", containsString("今天已经催办过"));
    token().get("/api/cases/" + filed.id()).then().body("urges", equalTo(1));
  }

  @Test
  void difficultCase_ownedByASupervisor_isNotReturned() {
    dispatched();
    filed
        .act(as(Role.SUPERVISOR), "take_on", "reason", "多部门推诿")
        .then()
        .statusCode(200)
        .body("takenOn", equalTo("督办"));
    as(Role.SUPERVISOR)
        .get("/api/cases?takenOn=true")
        .then()
        .body("items.caseId", hasItem(filed.id()));
    handlerOf(OFFICE)
        .body(Map.of("type", "return", "basedOn", filed.version(), "reason", "不属我局"))
        .post(events())
        .then()
        .statusCode(409)
        .body("detail", containsString("难事专办"));
    filed.act(as(Role.SUPERVISOR), "hand_back", "reason", "已协调").then().statusCode(200);
    token().get("/api/cases?takenOn=true").then().body("items.caseId", not(hasItem(filed.id())));
  }

  @Test
  void bulk_previewThenDone_refusesEachByItself() {
    Cases other = Cases.filed("建议增加充电桩");
    Cases closed = Cases.filed("已经办过的").does("accept").does("withdraw");
    List<Map<String, Object>> cases =
        List.of(
            Map.of("caseId", filed.id(), "basedOn", filed.version()),
            Map.of("caseId", other.id(), "basedOn", other.version()),
            Map.of("caseId", closed.id(), "basedOn", closed.version()));
    Map<String, Object> act = Map.of("type", "accept");
    as(Role.AGENT)
        .body(Map.of("act", act, "cases", cases, "preview", true))
        .post("/api/cases/bulk")
        .then()
        .statusCode(200)
        .body("possible", equalTo(2))
        .body("refused", equalTo(1))
        .body("items[0].after", equalTo("待派单"));
    org.assertj.core.api.Assertions.assertThat(filed.state()).isEqualTo("received");
    as(Role.AGENT)
        .body(Map.of("act", act, "cases", cases, "preview", false))
        .post("/api/cases/bulk")
        .then()
        .body("possible", equalTo(2));
    org.assertj.core.api.Assertions.assertThat(filed.state()).isEqualTo("awaiting_dispatch");
    as(Role.AGENT)
        .body(
            Map.of("act", Map.of("type", "reply", "text", "同样的话"), "cases", cases, "preview", true))
        .post("/api/cases/bulk")
        .then()
        .statusCode(400);
  }

  @Test
  void phrases_ownAndShared_withKnownVariables() {
    Map<String, Object> own =
        Map.of("title", "请补合同" + System.nanoTime(), "text", "{企业}：请于 {期限} 前补充。");
    String id =
        as(Role.AGENT).body(own).post("/api/phrases").then().statusCode(201).extract().path("id");
    as(Role.AGENT).get("/api/phrases").then().body("items.id", hasItem(id));
    as(Role.SUPERVISOR).get("/api/phrases").then().body("items.id", not(hasItem(id)));
    as(Role.AGENT)
        .body(Map.of("title", "错的", "text", "{电话号}"))
        .post("/api/phrases")
        .then()
        .statusCode(400)
        .body("detail", containsString("{电话号}"));
    as(Role.AGENT)
        .body(Map.of("title", "全体", "text", "您好", "shared", true))
        .post("/api/phrases")
        .then()
        .statusCode(403);
    as(Role.SUPERVISOR)
        .body(
            Map.of(
                "title",
                "全体",
                "text",
                "您好",
                "shared",
                true,
                "kind",
                "template",
                "category",
                "demand"))
        .post("/api/phrases")
        .then()
        .statusCode(201);
    as(Role.AGENT).get("/api/phrases?category=咨询").then().body("items.title", not(hasItem("全体")));
    as(Role.AGENT).delete("/api/phrases/" + id).then().statusCode(204);
  }

  private void dispatched() {
    filed
        .does("change", "category", "consultation", "department", OFFICE, "reason", "属其职责")
        .does("dispatch");
  }

  private int suggestions() {
    return token()
        .get("/api/cases/" + filed.id())
        .jsonPath()
        .getList("events.findAll { it.type == 'suggested' }")
        .size();
  }

  private static RequestSpecification logIn(String account) {
    String cookie =
        visitor()
            .body(Map.of("name", account, "password", "a long password"))
            .post("/api/session")
            .then()
            .statusCode(200)
            .extract()
            .detailedCookies()
            .asList()
            .get(0)
            .getName();
    return visitor()
        .cookie(
            cookie,
            visitor()
                .body(Map.of("name", account, "password", "a long password"))
                .post("/api/session")
                .cookie(cookie));
  }

  private static RequestSpecification code() {
    return visitor();
  }

  private String events() {
    return path("/events");
  }

  private String path(String end) {
    return "/api/cases/" + filed.id() + end;
  }
}
