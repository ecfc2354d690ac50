package cn.zhitong.assistant.casework.notice;

import static cn.zhitong.assistant.security.TestLogin.newHandlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Meetings of a case: set, changed, reminded of, cancelled, their outcome and calendar files. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class MeetingsTest {
  private static final String OFFICE = "市文旅局";
  private static final String SET_OF_CASE = " where case_id = ?::uuid and type = 'set_meeting'";
  private static final String URL = "https://meeting.example.com/j/1?pwd=a,b";

  @Inject MeetingReminders reminders;
  @Inject Clock clock;
  @Inject Jdbc jdbc;
  private Cases filed;

  @BeforeEach
  void file() {
    filed = Cases.filed("希望与部门当面沟通景区接待补贴");
    filed
        .does("change", "category", "demand", "department", OFFICE, "reason", "测试")
        .does("dispatch");
  }

  @Test
  void meeting_set_isSeenByBothSides_andIsAnICalendarFile() {
    set(Map.of("url", URL, "startsAt", "2099-06-30T14:00", "minutes", 60, "parties", List.of("甲")));
    visitor()
        .header("X-Tracking-Code", filed.trackingCode())
        .get("/api/cases/" + filed.id())
        .then()
        .body("meetings[0].url", equalTo(URL))
        .body("meetings[0].startsAt", equalTo("2099-06-30T14:00:00+08:00"))
        .body("steps.label", hasItem("约定会议"));
    visitor()
        .header("X-Tracking-Code", filed.trackingCode())
        .get(ics(1))
        .then()
        .statusCode(200)
        .contentType(startsWith("text/calendar"))
        .body(containsString("DTSTART:20990630T060000Z\r\n"))
        .body(containsString("METHOD:PUBLISH"));
    visitor().header("X-Tracking-Code", "WRONGWRONG12").get(ics(1)).then().statusCode(404);
    visitor().get(ics(1)).then().statusCode(401);
    token().get(ics(2)).then().statusCode(404);
  }

  @Test
  void meeting_changedThenCancelled_keepsItsNumber_calendarsFollow() {
    set(Map.of("url", URL, "startsAt", "2099-06-30T14:00", "minutes", 60, "parties", List.of("甲")));
    set(
        Map.of(
            "number",
            1,
            "url",
            URL,
            "startsAt",
            "2099-07-01T09:30:00+08:00",
            "minutes",
            30,
            "parties",
            List.of("甲", "乙")));
    token().get(ics(1)).then().body(containsString("SEQUENCE:1\r\n"));
    filed.does("cancel_meeting", "meeting", Map.of("number", 1), "reason", "对方出差");
    token()
        .get(ics(1))
        .then()
        .body(containsString("METHOD:CANCEL\r\n"))
        .body(containsString("SEQUENCE:2\r\n"));
    filed.act(token(), "record_meeting", "text", "无").then().statusCode(409);
    token()
        .get("/api/cases/" + filed.id())
        .then()
        .body("meetings.size()", equalTo(1))
        .body("meetings[0].statusLabel", equalTo("已取消"))
        .body("meetings[0].outcome", equalTo("对方出差"));
  }

  @Test
  void outcome_isOnTheLog_andToldToTheEnterprise() {
    set(Map.of("url", URL, "startsAt", "2099-06-30T14:00", "minutes", 60, "parties", List.of("甲")));
    filed.does("record_meeting", "meeting", Map.of("number", 1), "text", "约定月底前付清");
    token()
        .get("/api/cases/" + filed.id())
        .then()
        .body("meetings[0].status", equalTo("held"))
        .body("events.type", hasItem("record_meeting"));
    visitor()
        .header("X-Tracking-Code", filed.trackingCode())
        .get("/api/cases/" + filed.id())
        .then()
        .body("steps.reason", hasItem("约定月底前付清"));
  }

  @Test
  void reminder_beforeTheMeeting_goesOutOnceForEachStart() {
    // What other tests left is none of this one's.
    jdbc.update("update assistant.case_meeting set reminded_for = starts_at");
    newHandlerOf(OFFICE);
    set(meetingIn(Duration.ofHours(5)));
    assertThat(reminders.remindDue()).as("too early").isZero();
    Map<String, Object> sooner = new HashMap<>(meetingIn(Duration.ofMinutes(90)));
    sooner.put("number", 1);
    set(sooner);
    assertThat(reminders.remindDue()).isEqualTo(1);
    assertThat(reminders.remindDue()).as("once").isZero();
    filed.does("cancel_meeting", "meeting", Map.of("number", 1), "reason", "改日");
    set(meetingIn(Duration.ofMinutes(60)));
    filed.does("cancel_meeting", "meeting", Map.of("number", 2), "reason", "改日");
    assertThat(reminders.remindDue()).as("a cancelled one").isZero();
  }

  @Test
  void reminder_ofACaseThatCannotBeRead_keepsNoOtherBack() {
    jdbc.update("update assistant.case_meeting set reminded_for = starts_at");
    set(meetingIn(Duration.ofMinutes(30)));
    Cases other = Cases.filed("希望当面沟通展会补贴");
    other.does("set_meeting", "meeting", meetingIn(Duration.ofMinutes(60)));
    String body =
        jdbc.first(
                "select body::text from assistant.case_event" + SET_OF_CASE,
                row -> row.getString(1),
                filed.id())
            .orElseThrow();
    body(body.replaceFirst("\"startsAt\": [^,}]+", "\"startsAt\": \"soon\""));
    try {
      assertThat(reminders.remindDue()).isEqualTo(2);
      assertThat(reminders.remindDue()).isZero();
    } finally {
      body(body);
    }
  }

  private void body(String json) {
    jdbc.update("update assistant.case_event set body = ?::jsonb" + SET_OF_CASE, json, filed.id());
  }

  @Test
  void badMeetings_sent_areRefusedWithWords() {
    refused(Map.of("url", "http://a.example.com", "startsAt", "2099-06-30T14:00"), "https");
    refused(Map.of("url", "javascript:alert(1)", "startsAt", "2099-06-30T14:00"), "https");
    refused(Map.of("url", URL, "startsAt", "2020-06-30T14:00"), "晚于现在");
    refused(Map.of("url", URL, "startsAt", "下周二"), "startsAt");
    filed.act(token(), "set_meeting").then().statusCode(400);
  }

  private void refused(Map<String, Object> meeting, String said) {
    Map<String, Object> whole = new HashMap<>(meeting);
    whole.put("minutes", 30);
    whole.put("parties", List.of("甲"));
    filed
        .act(token(), "set_meeting", "meeting", whole)
        .then()
        .statusCode(400)
        .body("detail", containsString(said));
  }

  private Map<String, Object> meetingIn(Duration time) {
    return Map.of(
        "url",
        URL,
        "startsAt",
        clock.instant().plus(time).toString(),
        "minutes",
        30,
        "parties",
        List.of("甲"));
  }

  private void set(Map<String, Object> meeting) {
    filed.does("set_meeting", "meeting", meeting);
  }

  private String ics(int number) {
    return "/api/cases/" + filed.id() + "/meetings/" + number + ".ics";
  }
}
