package cn.zhitong.assistant.casework.handling;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.ScriptedTriage;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Several departments, several levels, several cases that are one. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class DepartmentsTest {
  @Inject CaseStore store;
  private static final String SUPPORT = "市配合局";

  @Test
  void leadAndSupport_onOneCase_eachDoTheirPart() {
    Cases filed =
        Cases.filed("投诉")
            .does(
                "change",
                "department",
                ScriptedTriage.INDUSTRY,
                "supporting",
                List.of(SUPPORT, ScriptedTriage.FINANCE))
            .does("dispatch");
    RequestSpecification support = handlerOf(SUPPORT);
    filed.act(support, "reply", "text", "越权").then().statusCode(403);
    filed
        .act(support, "part_reply", "text", "我局已核查。")
        .then()
        .statusCode(200)
        .body("parts.role", equalTo(List.of("lead", "support", "support")))
        .body("parts[1].state", equalTo("replied"))
        .body("parts[1].text", equalTo("我局已核查。"))
        .body("parts[2].state", equalTo("pending"))
        .body("possible.type", hasItems("part_reply", "note"))
        .body("possible.type", not(hasItem("reply")));
    handlerOf(SUPPORT)
        .get("/api/cases?pageSize=200")
        .then()
        .body("items.caseId", hasItem(filed.id()));
    filed
        .act(handlerOf(ScriptedTriage.FINANCE), "part_return", "reason", "不涉及资金")
        .then()
        .statusCode(200);
    handlerOf(ScriptedTriage.FINANCE).get("/api/cases/" + filed.id()).then().statusCode(404);
    filed.act(token(), "part_reply", "text", "x", "department", "别局").then().statusCode(400);
    filed
        .act(handlerOf(ScriptedTriage.INDUSTRY), "add_support", "supporting", List.of("市商务局"))
        .then()
        .statusCode(200)
        .body("parts[3].department", equalTo("市商务局"));
    filed
        .act(token(), "reply", "text", "经核查，情况属实。")
        .then()
        .statusCode(200)
        .body("parts[0].state", equalTo("replied"))
        .body("events[-1].body.partsPending", equalTo(List.of("市商务局")));
  }

  @Test
  void return_afterItsWindow_endsWithARuling() {
    Map<String, Object> past = Map.of("text", "投诉", "askedAt", "2025-09-01T09:00:00+08:00");
    Cases late = Cases.filed(past).does("accept_suggestion");
    late.does("dispatch", "occurredAt", "2025-09-02T09:00:00+08:00");
    late.act(token(), "return", "reason", "非我局", "occurredAt", "2025-09-04T09:00:00+08:00")
        .then()
        .statusCode(409)
        .body("detail", containsString("退回期限"))
        .body("possible.type", not(hasItem("return")));
    late.does("return", "reason", "非我局", "occurredAt", "2025-09-03T17:00:00+08:00");
    late.does("reassign", "department", "市商务局", "reason", "贸易事项");
    late.does("return", "reason", "也非我局");
    late.act(as(Role.AGENT), "note", "text", "等待裁定")
        .then()
        .statusCode(200)
        .body("stateLabel", equalTo("异议裁定"))
        .body("possible.type", not(hasItem("reassign")))
        .body("possible.type", not(hasItem("arbitrate")));
    late.act(as(Role.AGENT), "arbitrate", "department", "市商务局", "reason", "x")
        .then()
        .statusCode(403);
    late.act(as(Role.SUPERVISOR), "arbitrate", "department", "市商务局", "reason", "职责在商务")
        .then()
        .statusCode(200)
        .body("stateLabel", equalTo("改派"));
    late.act(token(), "return", "reason", "仍有异议")
        .then()
        .statusCode(409)
        .body("detail", containsString("裁定"));
  }

  @Test
  void mergedCase_whenTheMainOneIsAnswered_isAnsweredWithIt() {
    Cases main = Cases.filed("投诉甲").does("accept_suggestion");
    Cases repeat = Cases.filed("投诉乙");
    repeat.act(token(), "merge", "into", repeat.id()).then().statusCode(400);
    repeat
        .act(as(Role.AGENT), "merge", "into", main.id())
        .then()
        .statusCode(200)
        .body("state", equalTo("merged"))
        .body("mergedInto.caseId", equalTo(main.id()));
    main.act(token(), "merge", "into", Cases.filed("丙").id()).then().statusCode(409);
    Cases.filed("丁").act(token(), "merge", "into", repeat.id()).then().statusCode(409);
    repeat.act(token(), "reply", "text", "单独答复").then().statusCode(409);
    main.does("dispatch").does("start");
    visitor()
        .get("/api/cases/" + repeat.id() + "?trackingCode=" + repeat.trackingCode())
        .then()
        .body("mergedInto.stateLabel", equalTo("办理中"))
        .body("mergedInto.number", nullValue());
    main.does("reply", "text", "一并答复如下。");
    token()
        .get("/api/cases/" + repeat.id())
        .then()
        .body("state", equalTo("answered"))
        .body("reply", equalTo("一并答复如下。"))
        .body("events[-1].body.main", equalTo(main.id()));
    token().get("/api/cases/" + repeat.id() + "/verification").then().body("intact", equalTo(true));
    Cases another = Cases.filed("戊");
    another.act(token(), "merge", "into", main.id()).then().statusCode(409);
  }

  @Test
  void mergedCases_whenTheMainOneIsWithdrawn_stand() {
    Cases main = Cases.filed("投诉甲");
    Cases repeat = Cases.filed("投诉乙").does("merge", "into", main.id());
    main.does("withdraw");
    token()
        .get("/api/cases/" + repeat.id())
        .then()
        .body("state", equalTo("received"))
        .body("mergedInto", nullValue());
  }

  @Test
  void transfer_toAnotherLevel_awaitsDispatch() {
    Cases filed = Cases.filed("投诉").does("accept_suggestion").does("dispatch");
    filed.act(token(), "transfer", "level", "state", "reason", "x").then().statusCode(400);
    filed
        .act(token(), "transfer", "level", "county", "region", "35", "reason", "x")
        .then()
        .statusCode(400);
    filed
        .act(token(), "transfer", "level", "county", "region", "350102", "reason", "属区级事权")
        .then()
        .statusCode(200)
        .body("state", equalTo("awaiting_dispatch"))
        .body("department", nullValue())
        .body("transferredTo.level", equalTo("county"))
        .body("transferredTo.region", equalTo("350102"));
    filed.act(token(), "dispatch").then().statusCode(409).body("detail", containsString("牵头部门"));
    filed.does("change", "department", "鼓楼区工信局", "reason", "区级承办").does("dispatch");
  }

  @Test
  void clock_whileTheEnterpriseIsWaitedFor_stops() {
    Map<String, Object> past = Map.of("text", "投诉", "askedAt", "2025-09-01T09:00:00+08:00");
    Cases filed = Cases.filed(past);
    filed.does("request_information", "reason", "请补充合同", "occurredAt", "2025-09-03T09:00:00+08:00");
    token()
        .get("/api/cases/" + filed.id())
        .then()
        .body("deadline.paused", equalTo(true))
        .body("deadline.light", equalTo("none"));
    // Wednesday to Monday: Thursday, Friday and Monday do not count.
    filed
        .act(token(), "supplement", "text", "合同见附件", "occurredAt", "2025-09-08T09:00:00+08:00")
        .then()
        .statusCode(200)
        .body("deadline.workingDays", equalTo(13))
        .body("deadline.due", equalTo("2025-09-18"))
        .body("deadline.light", equalTo("overdue"));
  }

  @Test
  void rectification_ordered_hasItsOwnDeadline() {
    Cases filed = Cases.filed("投诉").does("accept_suggestion").does("reply", "text", "答复");
    filed
        .act(as(Role.AGENT), "order_rectification", "days", 3, "reason", "x")
        .then()
        .statusCode(403);
    filed
        .act(as(Role.SUPERVISOR), "order_rectification", "days", 3, "reason", "未解决")
        .then()
        .statusCode(200)
        .body("stateLabel", equalTo("限期整改"))
        .body("deadline.workingDays", equalTo(3))
        .body("answeredAt", nullValue());
    filed.does("start").does("reply", "text", "整改完成。");
  }

  @Test
  void changes_lockingTheSameCasesCrosswise_areBothMade() throws Exception {
    UUID one = UUID.fromString(Cases.filed("交叉甲").id());
    UUID other = UUID.fromString(Cases.filed("交叉乙").id());
    CountDownLatch bothHoldOne = new CountDownLatch(2);
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> forth = people.submit(() -> lockBoth(one, other, bothHoldOne));
      Future<Boolean> back = people.submit(() -> lockBoth(other, one, bothHoldOne));
      assertThat(forth.get(30, TimeUnit.SECONDS)).isTrue();
      assertThat(back.get(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      people.shutdownNow();
    }
  }

  private boolean lockBoth(UUID first, UUID second, CountDownLatch bothHoldOne) {
    return store.change(
        change -> {
          change.lock(first);
          bothHoldOne.countDown();
          try {
            bothHoldOne.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return change.lock(second).isPresent();
        });
  }
}
