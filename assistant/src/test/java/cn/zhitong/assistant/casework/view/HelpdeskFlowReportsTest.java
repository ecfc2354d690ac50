package cn.zhitong.assistant.casework.view;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Kinds of faults that users of public helpdesks reported, replayed: tickets that come twice, merge
 * in circles, lose their time or their answer.
 */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class HelpdeskFlowReportsTest {
  private static final String OFFICE = "市园区办";

  private static Cases dispatched(String text) {
    return Cases.filed(text)
        .does("change", "category", "consultation", "department", OFFICE, "reason", "属其职责")
        .does("dispatch");
  }

  /** Sent twice by a slow line: two tickets. */
  @Test
  void appeal_sentTwiceWithOneKey_isOneCase() {
    String key = "key-" + System.nanoTime();
    Map<String, Object> appeal = Map.of("text", "园区停电", "title", "停电");
    Response first = visitor().header("Idempotency-Key", key).body(appeal).post("/api/cases");
    Response again = visitor().header("Idempotency-Key", key).body(appeal).post("/api/cases");
    assertThat(first.<String>path("caseId")).isEqualTo(again.path("caseId"));
  }

  /** An answer sent twice stood twice in the thread. */
  @Test
  void reply_sentTwiceOnOneBasis_isOneAnswer() {
    Cases filed = dispatched("班车时间");
    int basis = filed.version();
    Map<String, Object> reply = Map.of("type", "reply", "text", "七点。", "basedOn", basis);
    String path = "/api/cases/" + filed.id() + "/events";
    token().body(reply).post(path).then().statusCode(200);
    token().body(reply).post(path).then().statusCode(200).body("version", equalTo(basis + 1));
    token()
        .body(Map.of("type", "reply", "text", "八点。", "basedOn", basis))
        .post(path)
        .then()
        .statusCode(409);
    assertThat(filed.version()).isEqualTo(basis + 1);
  }

  /** A merged ticket that its writer answered was open again beside the other. */
  @Test
  void supplement_toAMergedCase_leavesItMerged() {
    Cases main = dispatched("路面积水");
    Cases merged = Cases.filed("路面又积水");
    merged.does("merge", "into", main.id());
    visitor()
        .body(
            Map.of(
                "type", "supplement",
                "text", "补一张照片",
                "trackingCode", merged.trackingCode()))
        .post("/api/cases/" + merged.id() + "/events");
    assertThat(merged.state()).isEqualTo("merged");
  }

  /** Two tickets merged into each other were gone. */
  @Test
  void merge_inACircle_isRefused() {
    Cases one = dispatched("停车一");
    Cases other = dispatched("停车二");
    other.does("merge", "into", one.id());
    assertThat(one.act(token(), "merge", "into", other.id()).statusCode()).isIn(400, 409);
    assertThat(one.act(token(), "merge", "into", one.id()).statusCode()).isIn(400, 409);
  }

  /** After it was reopened the old day counted, and it was late at once. */
  @Test
  void case_reopened_hasItsTimeAnew() {
    Cases filed = dispatched("证照").does("reply", "text", "已办。").does("close");
    filed.does("reopen", "reason", "没有办好");
    token()
        .get("/api/cases/" + filed.id())
        .then()
        .body("deadline.light", org.hamcrest.Matchers.not(equalTo("overdue")))
        .body("deadline.workingDays", equalTo(2));
  }

  /** After it was reopened nobody was asked again, or the old rating stood. */
  @Test
  void case_reopened_isRatedAnew() {
    Cases filed = dispatched("补贴").does("reply", "text", "已发。");
    rate(filed, 5).then().statusCode(200);
    filed.does("reopen", "reason", "没有收到");
    assertThat(token().get("/api/cases/" + filed.id()).<Object>path("score")).isNull();
    filed.does("start").does("reply", "text", "已补发。");
    rate(filed, 4).then().statusCode(200);
  }

  private static Response rate(Cases filed, int score) {
    return visitor()
        .body(Map.of("type", "rate", "score", score, "trackingCode", filed.trackingCode()))
        .post("/api/cases/" + filed.id() + "/events");
  }

  /** A time with another offset was shown and counted a day away. */
  @Test
  void time_withAnotherOffset_isTheSameMomentInShanghai() {
    Cases filed =
        Cases.filed(Map.of("text", "时区", "askedAt", "2025-09-01T20:30:00Z", "channel", "hotline"));
    filed.does("change", "category", "consultation", "department", OFFICE, "reason", "属其职责");
    Response seen = token().get("/api/cases/" + filed.id());
    assertThat(OffsetDateTime.parse(seen.path("askedAt")))
        .isEqualTo(OffsetDateTime.parse("2025-09-02T04:30:00+08:00"));
    // Asked on Tuesday in Shanghai, though on Monday in London.
    seen.then().body("deadline.due", equalTo("2025-09-04"));
  }

  /** Signs beyond the first plane became question marks, or a fault. */
  @Test
  void signs_beyondTheFirstPlane_areKept() {
    String text = "园区道路🚧施工，𠮷某来信 é ﷽";
    Cases filed = Cases.filed(Map.of("text", text, "title", "🚧"));
    token()
        .queryParam("personalData", true)
        .get("/api/cases/" + filed.id())
        .then()
        .body("text", equalTo(text))
        .body("title", equalTo("🚧"));
  }

  /** A list in another encoding came in as rubbish. */
  @Test
  void list_inOtherEncodings_isReadAlike() {
    for (String encoding : List.of("GB18030", "UTF-8", "UTF-16LE")) {
      String number = "HE" + System.nanoTime();
      String list = "工单编号,标题,诉求内容\r\n" + number + ",用电,厂区电压不稳请协调\r\n";
      byte[] bytes =
          ("UTF-16LE".equals(encoding) ? "\uFEFF" + list : list)
              .getBytes(java.nio.charset.Charset.forName(encoding));
      token()
          .contentType("multipart/form-data")
          .multiPart("file", "a.csv", bytes)
          .post("/api/cases/import")
          .then()
          .statusCode(200)
          .body("created", equalTo(1));
      token().get("/api/cases?q=" + number).then().body("items[0].title", equalTo("用电"));
    }
  }

  /** Pages of a list had a row twice and another never. */
  @Test
  void pages_ofEqualRows_haveEachRowOnce() {
    String word = "并列" + System.nanoTime();
    for (int i = 0; i < 9; i++) {
      Cases.filed(Map.of("text", word, "askedAt", "2025-09-01T09:00:00+08:00"));
    }
    List<String> ids = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      ids.addAll(
          as(Role.AGENT)
              .get("/api/cases?q=" + word + "&pageSize=3&page=" + page)
              .jsonPath()
              .getList("items.caseId"));
    }
    assertThat(new HashSet<>(ids)).hasSize(9);
  }

  /** A text of many thousand characters was cut, or a fault. */
  @Test
  void text_thatIsTooLong_isRefusedInWords() {
    Response refused = visitor().body(Map.of("text", "长".repeat(60_000))).post("/api/cases");
    assertThat(refused.statusCode()).isIn(400, 413);
    assertThat(refused.<String>path("detail")).contains("最多");
  }

  /** A ticket closed with others below it left them for ever. */
  @Test
  void answer_ofTheMainCase_answersWhatWasMergedIntoIt() {
    Cases main = dispatched("班车停运");
    Cases merged = Cases.filed("班车又停运");
    merged.does("merge", "into", main.id());
    main.does("reply", "text", "已恢复。");
    visitor()
        .header("X-Tracking-Code", merged.trackingCode())
        .get("/api/cases/" + merged.id())
        .then()
        .statusCode(200)
        .body("reply", equalTo("已恢复。"));
  }

  /** Two agents who saved at once: one text was lost without a word. */
  @Test
  void acts_onAStaleBasis_loseNothing() {
    Cases filed = dispatched("材料");
    int seen = filed.version();
    filed.does("start");
    token()
        .body(Map.of("type", "reply", "text", "甲的答复", "basedOn", seen))
        .post("/api/cases/" + filed.id() + "/events")
        .then()
        .statusCode(409)
        .body("changes.type", hasItem("start"));
  }

  /** What a broken file held was lost with it. */
  @Test
  void attachment_thatIsBroken_isRefusedAndTheCaseStays() {
    Cases filed = Cases.filed("附件");
    token()
        .contentType("multipart/form-data")
        .multiPart("file", "a.pdf", "no pdf".getBytes(StandardCharsets.UTF_8))
        .multiPart("caseId", filed.id())
        .post("/api/attachments")
        .then()
        .statusCode(400);
    assertThat(filed.state()).isEqualTo("received");
  }
}
