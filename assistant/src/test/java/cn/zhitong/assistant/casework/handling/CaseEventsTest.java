package cn.zhitong.assistant.casework.handling;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.ScriptedTriage;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class CaseEventsTest {
  @Inject Jdbc jdbc;

  @Test
  void case_fromArrivalToTheEnd_takesEveryStep() {
    Cases filed = Cases.filed("如何申请技改补助");
    filed
        .act(as(Role.AGENT), "accept_suggestion")
        .then()
        .statusCode(200)
        .body("state", equalTo("awaiting_dispatch"))
        .body("category.decided", equalTo(true))
        .body("department.name", equalTo(ScriptedTriage.INDUSTRY))
        .body("possible.type", hasItems("dispatch", "reply"))
        .body("possible.type", not(hasItem("accept")));
    filed.does("dispatch");
    RequestSpecification handler = handlerOf(ScriptedTriage.INDUSTRY);
    filed.act(handler, "start").then().statusCode(200).body("stateLabel", equalTo("办理中"));
    filed.act(handler, "submit_reply", "text", "您好，现答复如下。").then().statusCode(200);
    filed.act(handler, "reply").then().statusCode(403).body("detail", containsString("另一人"));
    filed
        .act(as(Role.AGENT), "reply")
        .then()
        .statusCode(200)
        .body("state", equalTo("answered"))
        .body("reply", equalTo("您好，现答复如下。"))
        .body("deadline.light", equalTo("none"));
    visitor()
        .body(
            Map.of(
                "type", "rate", "score", 5, "comment", "很快", "trackingCode", filed.trackingCode()))
        .post("/api/cases/" + filed.id() + "/events")
        .then()
        .statusCode(200)
        .body("state", equalTo("closed"))
        .body("reply", equalTo("您好，现答复如下。"))
        .body("$", not(hasKey("events")))
        .body("steps.label", hasItems("收件", "派单", "答复", "评价"))
        .body("steps.label", not(hasItem("采纳建议")));
    token()
        .get("/api/cases/" + filed.id() + "/verification")
        .then()
        .body("intact", equalTo(true))
        .body("events", greaterThan(7));
  }

  @Test
  void illegalMove_tried_saysWhatIsPossible() {
    Cases filed = Cases.filed("请问如何办理");
    filed
        .act(token(), "dispatch")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:zhitong:problem:conflict"))
        .body("detail", containsString("待受理"))
        .body("possible.type", hasItems("accept", "accept_suggestion", "change", "reject"));
    assertThat(filed.version()).as("nothing was written").isEqualTo(2);
  }

  @Test
  void staleBasis_sent_saysWhatChanged() {
    Cases filed = Cases.filed("请问如何办理");
    int seen = filed.version();
    filed.does("accept").does("note", "text", "已电话联系");
    filed
        .act(token(), "accept_suggestion", "basedOn", seen)
        .then()
        .statusCode(409)
        .body("version", equalTo(seen + 2))
        .body("changes.type", equalTo(List.of("accept", "note")));
    filed.act(token(), "accept_suggestion", "basedOn", 99).then().statusCode(400);
    filed.act(token(), "accept_suggestion", "basedOn", null).then().statusCode(400);
  }

  /** As when the first answer got lost: found by ./zhitong demo-faults. */
  @Test
  void note_sentTwiceOnTheSameBasis_isWrittenOnceAndAnsweredAlike() {
    Cases filed = Cases.filed("请问如何办理");
    int seen = filed.version();
    filed.act(token(), "note", "text", "已电话联系", "basedOn", seen).then().statusCode(200);

    filed
        .act(token(), "note", "text", "已电话联系", "basedOn", seen)
        .then()
        .statusCode(200)
        .body("version", equalTo(seen + 1));
    assertThat(filed.version()).isEqualTo(seen + 1);

    filed.act(as(Role.AGENT), "note", "text", "已电话联系", "basedOn", seen).then().statusCode(200);
    filed.act(token(), "note", "text", "再次联系", "basedOn", seen).then().statusCode(200);
    filed.act(token(), "note", "text", "已电话联系", "basedOn", seen + 3).then().statusCode(200);
    assertThat(filed.version()).isEqualTo(seen + 4);
  }

  @Test
  void decision_sentAgainOnItsBasis_isAnsweredAsDone_anotherIsAConflict() {
    Cases filed = Cases.filed("请问如何办理");
    int seen = filed.version();
    Object[] change = {
      "category", "demand", "department", ScriptedTriage.FINANCE, "reason", "资金事项", "basedOn", seen
    };
    filed.act(token(), "change", change).then().statusCode(200);
    filed.does("dispatch");
    filed
        .act(token(), "change", change)
        .then()
        .statusCode(200)
        .body("state", equalTo("dispatched"))
        .body("version", equalTo(seen + 2));
    change[5] = "另一个理由";
    filed.act(token(), "change", change).then().statusCode(409);
    change[5] = "资金事项";
    // Somebody else who decided the same is told of the change.
    filed.act(as(Role.AGENT), "change", change).then().statusCode(409);
    assertThat(filed.version()).isEqualTo(seen + 2);
  }

  @Test
  void merge_sentAgain_isAnsweredAsDone() {
    Cases main = Cases.filed("路灯不亮");
    Cases follower = Cases.filed("路灯又不亮");
    int seen = follower.version();
    follower.act(token(), "merge", "into", main.id(), "basedOn", seen).then().statusCode(200);
    follower
        .act(token(), "merge", "into", main.id(), "basedOn", seen)
        .then()
        .statusCode(200)
        .body("state", equalTo("merged"));
    assertThat(follower.version()).isEqualTo(seen + 1);
  }

  @Test
  void supplementsAtOnce_ofTheSameText_areOneEvent_laterOnesAreMeant() throws Exception {
    Cases filed = Cases.filed("请问").does("request_information", "reason", "请说明所在区县");
    int seen = filed.version();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> sent =
          Stream.generate(
                  () ->
                      threads.submit(
                          () -> byCode(filed, "supplement", "text", "我公司在鼓楼区").statusCode()))
              .limit(4)
              .toList();
      for (Future<Integer> one : sent) {
        assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo(200);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(count(filed, "supplement")).isEqualTo(1);
    byCode(filed, "supplement", "text", "补充二").then().statusCode(200);
    byCode(filed, "supplement", "text", "我公司在鼓楼区").then().statusCode(200);
    assertThat(count(filed, "supplement")).isEqualTo(3);
    assertThat(filed.version()).isGreaterThan(seen);
  }

  @Test
  void note_withoutBasis_isTheSameInSuccessionOnly() {
    Cases filed = Cases.filed("请问如何办理");
    for (int i = 0; i < 3; i++) {
      filed.act(token(), "note", "text", "无人接听", "basedOn", null).then().statusCode(200);
    }
    assertThat(count(filed, "note")).isEqualTo(1);
    jdbc.update(
        "update assistant.case_event set at = at - interval '121 seconds' where case_id = ?",
        UUID.fromString(filed.id()));
    filed.act(token(), "note", "text", "无人接听", "basedOn", null).then().statusCode(200);
    assertThat(count(filed, "note")).isEqualTo(2);
    // With the basis it is meant.
    filed.does("note", "text", "无人接听");
    assertThat(count(filed, "note")).isEqualTo(3);
  }

  private static int count(Cases filed, String type) {
    return token()
        .get("/api/cases/" + filed.id())
        .path("events.findAll { it.type == '" + type + "' }.size()");
  }

  @Test
  void change_ofASuggestion_needsAReasonAndRecordsWhatWasSuggested() {
    Cases filed = Cases.filed("如何申请补助");
    filed
        .act(token(), "change", "department", ScriptedTriage.FINANCE)
        .then()
        .statusCode(400)
        .body("detail", containsString("reason"));
    filed
        .act(
            token(),
            "change",
            "category",
            "诉求",
            "department",
            ScriptedTriage.FINANCE,
            "reason",
            "资金拨付归财政")
        .then()
        .statusCode(200)
        .body("category.code", equalTo("demand"))
        .body("deadline.workingDays", equalTo(10))
        .body("events[-1].reason", equalTo("资金拨付归财政"))
        .body("events[-1].body.suggested.category", equalTo("consultation"))
        .body("events[-1].body.suggested.categoryRight", equalTo(false))
        .body("events[-1].body.suggested.rank", equalTo(2));
    // The same as suggested needs none.
    Cases.filed("如何申请补助").does("change", "department", ScriptedTriage.INDUSTRY);
  }

  @Test
  void return_theSecondTime_goesToTheSupervisor() {
    Cases filed = Cases.filed("投诉").does("accept_suggestion").does("dispatch");
    filed.act(token(), "return").then().statusCode(400);
    filed.does("return", "reason", "非我局职责");
    filed
        .act(as(Role.AGENT), "reassign", "department", ScriptedTriage.FINANCE, "reason", "资金事项")
        .then()
        .statusCode(200)
        .body("stateLabel", equalTo("改派"))
        .body("department.name", equalTo(ScriptedTriage.FINANCE));
    filed.does("return", "reason", "也非我局职责");
    filed
        .act(as(Role.AGENT), "reassign", "department", "市商务局", "reason", "再试")
        .then()
        .statusCode(403)
        .body("detail", containsString("督办"));
    filed
        .act(as(Role.SUPERVISOR), "reassign", "department", "市商务局", "reason", "裁定")
        .then()
        .statusCode(200);
  }

  @Test
  void extension_asked_isGrantedByTheSupervisor() {
    Cases filed = Cases.filed("投诉").does("accept_suggestion").does("dispatch").does("start");
    RequestSpecification handler = handlerOf(ScriptedTriage.INDUSTRY);
    filed.act(handler, "request_extension", "days", 5, "reason", "需现场核查").then().statusCode(200);
    filed.act(as(Role.AGENT), "grant_extension").then().statusCode(403);
    filed
        .act(as(Role.SUPERVISOR), "grant_extension")
        .then()
        .statusCode(200)
        .body("deadline.workingDays", equalTo(15))
        .body("extensionRequested", equalTo(false));
    filed.act(as(Role.SUPERVISOR), "grant_extension").then().statusCode(409);
  }

  @Test
  void enterprise_onItsCase_supplementsAndWithdrawsButDoesNoMore() {
    Cases filed = Cases.filed("请问").does("request_information", "reason", "请说明所在区县");
    byCode(filed, "supplement", "text", "我公司在鼓楼区").then().statusCode(200);
    assertThat(filed.state()).isEqualTo("received");
    byCode(filed, "close", "text", "x").then().statusCode(403);
    byCode(filed, "withdraw", "reason", "已解决").then().statusCode(200);
    assertThat(filed.state()).isEqualTo("withdrawn");
    filed.act(token(), "accept").then().statusCode(409);
  }

  @Test
  void rating_dissatisfied_opensAReview() {
    Cases filed = Cases.filed("请问").does("accept_suggestion").does("reply", "text", "答复");
    byCode(filed, "rate", "score", 9).then().statusCode(400);
    byCode(filed, "rate", "score", 1).then().statusCode(200);
    assertThat(filed.state()).isEqualTo("awaiting_follow_up");
    filed.does("reopen", "reason", "答复不完整");
    assertThat(filed.state()).isEqualTo("reopened");
  }

  @Test
  void reply_withAGap_isNotSent() {
    Cases filed = Cases.filed("投诉").does("accept_suggestion");
    filed
        .act(token(), "reply", "text", "您好，办理情况：【办理情况】。联系电话：【联系电话】")
        .then()
        .statusCode(400)
        .body("gaps", hasItems("【办理情况】", "【联系电话】"));
    filed.does("reply", "text", "依据闽政办【2025】7号办理。");
  }

  @Test
  void rejection_withoutLegalGround_isRefused() {
    Cases filed = Cases.filed("投诉法院判决");
    filed.act(token(), "reject", "reason", "已进入诉讼").then().statusCode(400);
    filed.does("reject", "reason", "已进入诉讼", "legalGround", "《信访工作条例》");
    assertThat(filed.state()).isEqualTo("rejected");
    visitor()
        .queryParam("trackingCode", filed.trackingCode())
        .get("/api/cases/" + filed.id())
        .then()
        .body("steps[-1].reason", equalTo("已进入诉讼（依据：《信访工作条例》）"));
  }

  @Test
  void occurredAt_fromOthersThanTheAdministrator_isRefused() {
    Cases filed = Cases.filed(Map.of("text", "历史来件", "askedAt", "2025-03-03T09:00:00+08:00"));
    filed.act(as(Role.AGENT), "accept", "occurredAt", "2025-03-03").then().statusCode(403);
    filed.does("accept_suggestion", "occurredAt", "2025-03-03T10:00:00+08:00");
    filed.does("reply", "text", "答复", "occurredAt", "2025-03-04T10:00:00+08:00");
    token()
        .get("/api/cases/" + filed.id())
        .then()
        .body("answeredAt", equalTo("2025-03-04T10:00:00+08:00"));
    visitor()
        .queryParam("trackingCode", filed.trackingCode())
        .get("/api/cases/" + filed.id())
        .then()
        .body("steps[0].at", equalTo("2025-03-03T09:00:00+08:00"))
        .body("steps[-1].at", equalTo("2025-03-04T10:00:00+08:00"));
  }

  private static io.restassured.response.Response byCode(
      Cases filed, String type, String field, Object value) {
    return visitor()
        .body(Map.of("type", type, field, value, "trackingCode", filed.trackingCode()))
        .post("/api/cases/" + filed.id() + "/events");
  }

  @Test
  void lookup_numberTypedInWideLetters_isFound() {
    Cases filed = Cases.filed("宽字符查询");
    String number = token().get("/api/cases/" + filed.id()).path("number");
    StringBuilder wide = new StringBuilder();
    for (char c : number.toCharArray()) {
      wide.append(c == '-' ? '－' : (char) (c + 0xFEE0));
    }
    visitor()
        .body(
            Map.of(
                "number",
                " " + wide,
                "trackingCode",
                filed.trackingCode().toLowerCase(java.util.Locale.ROOT)))
        .post("/api/cases/lookup")
        .then()
        .statusCode(200)
        .body("number", equalTo(number));
  }
}
