package cn.zhitong.assistant.casework.log;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.ScriptedTriage;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Merging, notes beside an act, and a calendar that is corrected. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class CaseIntegrityTest {
  @Inject Jdbc jdbc;

  @Test
  void unmerge_afterStart_returnsStateOwnerAndClock() {
    Cases main = Cases.filed("主办件");
    Cases repeat = Cases.filed("投诉重复件").does("accept_suggestion").does("dispatch").does("start");
    String due = token().get("/api/cases/" + repeat.id()).path("deadline.due");
    repeat.does("merge", "into", main.id()).does("unmerge", "reason", "不是同一件事");
    token()
        .get("/api/cases/" + repeat.id())
        .then()
        .body("state", equalTo("in_progress"))
        .body("department.name", equalTo(ScriptedTriage.INDUSTRY))
        .body("deadline.due", equalTo(due))
        .body("mergedInto", nullValue());
    handlerOf(ScriptedTriage.INDUSTRY)
        .get("/api/cases?state=in_progress&pageSize=200")
        .then()
        .body("items.caseId", hasItem(repeat.id()));
  }

  @Test
  void withdrawMain_afterFollowersReturn_givesTheFollowerItsStateBack() {
    Cases main = Cases.filed("主办件");
    Cases repeat = Cases.filed("重复件").does("accept_suggestion").does("dispatch");
    repeat.does("return", "reason", "非我局").does("merge", "into", main.id());
    main.does("withdraw");
    assertThat(repeat.state()).isEqualTo("returned");
  }

  @Test
  void secondAnswerOfMain_afterFollowerWasRated_leavesTheFollowerAlone() {
    Cases main = Cases.filed("主办件").does("accept_suggestion");
    Cases repeat = Cases.filed("重复件").does("merge", "into", main.id());
    main.does("reply", "text", "第一次答复");
    repeat.does("rate", "score", 5);
    main.does("reopen", "reason", "复核").does("start").does("reply", "text", "第二次答复");
    token()
        .get("/api/cases/" + repeat.id())
        .then()
        .body("state", equalTo("closed"))
        .body("reply", equalTo("第一次答复"));
    repeat.does("reopen", "reason", "企业有异议");
    token().get("/api/cases/" + repeat.id()).then().body("mergedInto", nullValue());
  }

  /** Its sender was asked for nothing: see docs/casework.md. */
  @Test
  void clockOfFollower_whileMainWaitsForItsEnterprise_goesOn() {
    Cases main = Cases.filed("主办件");
    Cases repeat = Cases.filed("投诉重复件").does("accept_suggestion").does("merge", "into", main.id());
    String due = token().get("/api/cases/" + repeat.id()).path("deadline.due");
    main.does("request_information", "reason", "请补充合同");
    token()
        .get("/api/cases/" + repeat.id())
        .then()
        .body("deadline.paused", equalTo(false))
        .body("deadline.due", equalTo(due));
  }

  @Test
  void note_betweenReadingAndActing_makesNobodysActStale() {
    Cases filed =
        Cases.filed("投诉")
            .does("change", "department", ScriptedTriage.INDUSTRY, "supporting", List.of("市协办局"))
            .does("dispatch")
            .does("start");
    int seen = filed.version();
    filed.does("note", "text", "已电话联系").does("urge", "reason", "请尽快");
    filed
        .act(handlerOf("市协办局"), "part_reply", "text", "我局意见如下。", "basedOn", seen)
        .then()
        .statusCode(200);
    filed
        .act(as(Role.AGENT), "request_information", "reason", "请补充", "basedOn", seen)
        .then()
        .statusCode(409)
        .body("changes.type", equalTo(List.of("note", "urge", "part_reply")))
        .body("changes[2].body.text", equalTo("我局意见如下。"));
  }

  @Test
  void calendarCorrected_afterFiling_movesTheDueDayEverywhereAndBack() {
    Cases filed = Cases.filed("投诉台风").does("accept_suggestion");
    Cases answered = Cases.filed("投诉已答").does("accept_suggestion").does("reply", "text", "答复");
    String first = token().get("/api/cases/" + filed.id()).path("deadline.due");
    assertThat(dueDays(filed)).containsOnly(first);
    Map<String, Object> year = year(first);
    List<Map<String, Object>> days = days(year);
    try {
      List<Map<String, Object>> more = new ArrayList<>(days);
      more.add(Map.of("date", first, "isOffDay", true));
      put(year, more);
      String moved = token().get("/api/cases/" + filed.id()).path("deadline.due");
      assertThat(moved).isGreaterThan(first);
      assertThat(dueDays(filed)).containsOnly(moved);
      assertThat(dueDays(answered)).as("of an answered one too").containsOnly(moved);
      token()
          .get("/api/cases?pageSize=200&due=" + first)
          .then()
          .body("items.caseId", not(hasItem(filed.id())));
      token()
          .get("/api/cases?pageSize=200&due=" + moved)
          .then()
          .body("items.caseId", hasItem(filed.id()));
    } finally {
      put(year, days);
    }
    assertThat(dueDays(filed)).containsOnly(first);
    token().get("/api/cases/" + filed.id() + "/verification").then().body("intact", equalTo(true));
  }

  @Test
  void calendarOfALaterYear_importedAndThenCorrected_movesTheDueDayTwice() {
    Cases filed =
        Cases.filed(Map.of("text", "投诉早年", "askedAt", "2012-12-20T09:00:00+08:00"))
            .does("accept_suggestion");
    assertThat(dueDays(filed)).containsOnly("2013-01-03");
    Map<String, Object> year = Map.of("year", 2013);
    put(year, List.of(Map.of("date", "2013-01-01", "isOffDay", true)));
    assertThat(dueDays(filed)).containsOnly("2013-01-04");
    put(
        year,
        List.of(
            Map.of("date", "2013-01-01", "isOffDay", true),
            Map.of("date", "2013-01-02", "isOffDay", true)));
    assertThat(dueDays(filed)).containsOnly("2013-01-07");
  }

  /** As detail, enterprise, list and reports have it. */
  private List<String> dueDays(Cases filed) {
    String enterprise =
        visitor()
            .get("/api/cases/" + filed.id() + "?trackingCode=" + filed.trackingCode())
            .path("deadline.due");
    String row =
        jdbc.first(
                "select due::text from assistant.appeal_case where id = ?::uuid",
                found -> found.getString(1),
                filed.id())
            .orElseThrow();
    String detail = token().get("/api/cases/" + filed.id()).path("deadline.due");
    return List.of(detail, enterprise, row);
  }

  private static Map<String, Object> year(String day) {
    List<Map<String, Object>> years = token().get("/api/calendar").path("items");
    return years.stream()
        .filter(one -> one.get("year").toString().equals(day.substring(0, 4)))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> days(Map<String, Object> year) {
    return (List<Map<String, Object>>) year.get("days");
  }

  private static void put(Map<String, Object> year, List<Map<String, Object>> days) {
    token()
        .body(Map.of("year", year.get("year"), "days", days))
        .put("/api/calendar/" + year.get("year"))
        .then()
        .statusCode(200);
  }
}
