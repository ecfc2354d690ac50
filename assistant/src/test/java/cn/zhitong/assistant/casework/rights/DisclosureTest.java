package cn.zhitong.assistant.casework.rights;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.ScriptedTriage;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is masked or hidden in a view cannot be had in another way. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class DisclosureTest {
  private static final String PHONE = "13650027184";
  private static final String ID = "990105198703124572";
  private static final String MAIL = "qiu.mou@mail.example";
  private static final String ENTERPRISE = "测州市银杏果脯有限公司";

  private static Cases filed(String text, String enterprise) {
    Map<String, Object> request = new HashMap<>();
    request.put("title", "关于收费的来件");
    request.put("text", text + "电话" + PHONE + "，身份证" + ID + "，邮箱" + MAIL + "。");
    request.put("enterprise", enterprise);
    request.put("contactName", "仇某芳");
    request.put("contactPhone", PHONE);
    request.put("contactEmail", MAIL);
    return Cases.filed(request);
  }

  private static Cases report() {
    return filed("我是银杏果脯的仇某芳，投诉并举报收费不开票，", ENTERPRISE).does("accept_suggestion").does("dispatch");
  }

  private static boolean finds(RequestSpecification who, String q, Cases wanted) {
    Response page = who.queryParam("q", q).queryParam("pageSize", 200).get("/api/cases");
    return page.then()
        .statusCode(200)
        .extract()
        .<List<String>>path("items.caseId")
        .contains(wanted.id());
  }

  @Test
  void search_byPartsOfWhatIsMasked_findsNothing() {
    Cases filed = filed("投诉收费不开票，", ENTERPRISE);
    for (String q :
        List.of(
            PHONE,
            PHONE.substring(0, 5),
            PHONE.substring(2),
            ID,
            "19870312",
            MAIL,
            "qiu.mou",
            "仇某芳")) {
      assertThat(finds(as(Role.AGENT), q, filed)).as(q).isFalse();
    }
    assertThat(finds(as(Role.AGENT), "银杏果脯", filed)).isTrue();
    assertThat(finds(as(Role.AGENT), "不开票 收费", filed)).isTrue();
    assertThat(finds(as(Role.AGENT), "不开票 修路", filed)).isFalse();
  }

  @Test
  void search_byNoteAndDepartment_findsTheCase() {
    Cases filed = filed("投诉收费不开票，", ENTERPRISE).does("accept_suggestion");
    filed.does("note", "text", "已约定周四上门核实票据存根");
    assertThat(finds(as(Role.AGENT), "票据存根", filed)).isTrue();
    assertThat(finds(as(Role.AGENT), ScriptedTriage.INDUSTRY + " 不开票", filed)).isTrue();
  }

  @Test
  void search_ofAProtectedReportByItsOffice_findsNothingThatTellsTheSender() {
    Cases report = report();
    RequestSpecification office = handlerOf(ScriptedTriage.INDUSTRY);
    for (String q : List.of(ENTERPRISE, "银杏果脯", "银杏", PHONE)) {
      assertThat(finds(handlerOf(ScriptedTriage.INDUSTRY), q, report)).as(q).isFalse();
    }
    assertThat(finds(office, "不开票", report)).isTrue();
    assertThat(finds(as(Role.AGENT), "银杏果脯", report)).isTrue();
  }

  @Test
  void identifierSearch_withAReason_findsByTheWholeNumberAndIsOnRecord() {
    Cases filed = filed("投诉收费不开票，", ENTERPRISE);
    for (String value : List.of("136-5002-7184", "１３６５００２７１８４", "+86 " + PHONE, ID, MAIL, "仇某芳")) {
      as(Role.AGENT)
          .body(Map.of("value", value, "reason", "来电询问进展"))
          .post("/api/cases/search")
          .then()
          .statusCode(200)
          .body("items.caseId", hasItem(filed.id()));
    }
    as(Role.AGENT)
        .body(Map.of("value", PHONE.substring(0, 8), "reason", "试试"))
        .post("/api/cases/search")
        .then()
        .statusCode(200)
        .body("total", equalTo(0));
    as(Role.AGENT).body(Map.of("value", PHONE)).post("/api/cases/search").then().statusCode(400);
    handlerOf(ScriptedTriage.INDUSTRY)
        .body(Map.of("value", PHONE, "reason", "x"))
        .post("/api/cases/search")
        .then()
        .statusCode(403);
    assertThat(readings(filed)).isEqualTo(6);
    String log =
        as(Role.ADMINISTRATOR)
            .get("/api/audit/searches")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(log).contains("来电询问进展").doesNotContain(PHONE).doesNotContain(ID);
  }

  @Test
  void protectedReport_inEveryFormThatItsOfficeSees_doesNotTellTheSender() {
    Cases report = report();
    token().post("/api/cases/" + report.id() + "/draft").then().statusCode(200);
    report.does("note", "text", "银杏果脯公司仇某芳来电，催问");
    RequestSpecification office = handlerOf(ScriptedTriage.INDUSTRY);
    String draft =
        office
            .post("/api/cases/" + report.id() + "/draft")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    String stale = report.act(handlerOf(ScriptedTriage.INDUSTRY), "start", "basedOn", 2).asString();
    report.does("reply", "text", ENTERPRISE + "：您好，来件收悉，现答复如下：已责令改正。感谢您。");
    Response view = handlerOf(ScriptedTriage.INDUSTRY).get("/api/cases/" + report.id());
    String list =
        handlerOf(ScriptedTriage.INDUSTRY).queryParam("pageSize", 200).get("/api/cases").asString();
    for (String seen : List.of(draft, stale, view.asString(), list)) {
      assertThat(seen)
          .doesNotContain("银杏")
          .doesNotContain("仇某芳")
          .doesNotContain(PHONE)
          .doesNotContain(MAIL);
    }
    view.then().body("contact", equalTo(null));
    assertThat(as(Role.AGENT).get("/api/cases/" + report.id()).<String>path("contact.enterprise"))
        .isEqualTo(ENTERPRISE);
  }

  @Test
  void readingOfAProtectedReport_thatWasNotShown_isNotOnRecord() {
    Cases report = report();
    handlerOf(ScriptedTriage.INDUSTRY)
        .queryParam("personalData", true)
        .get("/api/cases/" + report.id())
        .then()
        .statusCode(200);
    handlerOf(ScriptedTriage.INDUSTRY)
        .get("/api/cases/" + report.id() + "/file")
        .then()
        .statusCode(200);
    assertThat(readings(report)).isZero();
  }

  @Test
  void drafts_byAnotherOffice_haveNothingOfAnOfficesPastCases() {
    Cases past =
        filed("在银杏果脯路8号办理渔具备案三个月没有结果，请银杏果脯专员尽快答复，", "测州市银杏果脯丙有限公司")
            .does("accept_suggestion")
            .does("dispatch")
            .does("start");
    past.does("reply", "text", "您好！关于银杏果脯路8号渔具备案，经核实已办结。请联系银杏果脯专员携带渔具清单到窗口领取备案凭证。");
    Map<String, String> asked =
        Map.of(
            "title",
            "渔具备案",
            "text",
            "我们厂办理渔具备案三个月没有结果，请尽快答复，渔具清单已交窗口。",
            "department",
            ScriptedTriage.INDUSTRY);
    String other =
        handlerOf("市商务局")
            .body(asked)
            .post("/api/drafts")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(other).doesNotContain("银杏").doesNotContain("备案凭证");
    Response own = handlerOf(ScriptedTriage.INDUSTRY).body(asked).post("/api/drafts");
    own.then().statusCode(200);
    assertThat(own.asString()).doesNotContain("银杏");
    assertThat(own.<List<Object>>path("precedents")).isNotEmpty();
  }

  @Test
  void reply_withSomebodysNumbers_isSentOnlyAfterTheyWereChecked() {
    Cases filed =
        filed("投诉收费不开票，", ENTERPRISE).does("accept_suggestion").does("dispatch").does("start");
    String text = "您好，员工邹某（身份证990105198703124572）的补贴已发，手机13650021764。";
    filed
        .act(token(), "reply", "text", text)
        .then()
        .statusCode(400)
        .body("personalData", hasItem("id_card"));
    filed.act(token(), "submit_reply", "text", text).then().statusCode(400);
    filed.act(token(), "reply", "text", text, "personalDataChecked", true).then().statusCode(200);
  }

  @Test
  void replyToAMainCase_thatTellsOfItsSender_doesNotReachTheOthers() {
    Cases main =
        filed("投诉占道，", "测州市银杏果脯有限公司").does("accept_suggestion").does("dispatch").does("start");
    Cases other = Cases.filed("投诉同一条路占道");
    other.does("merge", "into", main.id());
    String text = "银杏果脯公司仇某芳：占道一事已清理，欠费请补缴。";
    main.act(token(), "reply", "text", text, "followersText", text)
        .then()
        .statusCode(400)
        .body("followers", equalTo(1));
    main.does("reply", "text", text, "followersText", "您好：占道一事已清理。");
    visitor()
        .queryParam("trackingCode", other.trackingCode())
        .get("/api/cases/" + other.id())
        .then()
        .statusCode(200)
        .body("reply", equalTo("您好：占道一事已清理。"));
  }

  @Test
  void replyToAMainCase_thatTellsOfItsSenderWithoutAnotherText_tellsTheOthersThatItWasAnswered() {
    for (String text :
        List.of(
            "银杏果脯公司仇某芳：占道一事已清理，租金请补交。",
            "您好：占道一事已清理。贵公司尚欠占道费两千元，请于十日内补交。",
            "您好：我局已到贵厂（南屿路18号）核实，占道一事已清理。")) {
      Cases main =
          filed("投诉占道，", "测州市银杏果脯有限公司").does("accept_suggestion").does("dispatch").does("start");
      Cases other = Cases.filed("投诉同一条路占道");
      other.does("merge", "into", main.id());
      as(Role.AGENT)
          .body(Map.of("text", text))
          .post("/api/cases/" + main.id() + "/draft/checks")
          .then()
          .statusCode(200)
          .body("kind", hasItem("followers"));
      main.does("reply", "text", text);
      String read =
          visitor()
              .queryParam("trackingCode", other.trackingCode())
              .get("/api/cases/" + other.id())
              .then()
              .statusCode(200)
              .body("state", equalTo("answered"))
              .extract()
              .path("reply");
      assertThat(read).contains("合并办理").doesNotContain("银杏", "仇某芳", "两千", "南屿路", "租金");
    }
  }

  @Test
  void replyToAMainCase_withASalutation_greetsTheOthersWithoutIt() {
    Cases main =
        filed("投诉占道，", ENTERPRISE).does("accept_suggestion").does("dispatch").does("start");
    Cases other = Cases.filed("投诉同一条路占道");
    other.does("merge", "into", main.id());
    main.does("reply", "text", ENTERPRISE + "：\n占道一事已清理。");
    assertThat(
            visitor()
                .queryParam("trackingCode", other.trackingCode())
                .get("/api/cases/" + other.id())
                .<String>path("reply"))
        .doesNotContain("银杏")
        .contains("占道一事已清理");
  }

  @Test
  void ownCases_whenListed_areOnRecordAsRead() {
    Response made = as(Role.ENTERPRISE).body(Map.of("text", "自己的来件，如何申请")).post("/api/cases");
    made.then().statusCode(201);
    as(Role.ENTERPRISE).get("/api/cases/mine").then().statusCode(200);
    int read =
        token()
            .queryParam("case", made.<String>path("caseId"))
            .get("/api/audit/reads")
            .path("total");
    assertThat(read).isPositive();
  }

  @Test
  void idempotencyKey_ofAnotherVisitor_isAnotherKey() throws IOException {
    String body = "{\"title\":\"双击\",\"text\":\"网络慢，点了两次\"}";
    String first = post("127.4.0.1", body);
    assertThat(post("127.4.0.1", body)).isEqualTo(first);
    assertThat(post("127.4.0.2", body)).isNotEqualTo(first);
  }

  @Test
  void lookUp_inFullWidth_findsTheCase() {
    Response made = visitor().body(Map.of("text", "请问如何办理")).post("/api/cases");
    String number = made.path("number");
    String code = made.path("trackingCode");
    StringBuilder wide = new StringBuilder();
    code.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
    visitor()
        .body(
            Map.of(
                "number",
                " " + number.replace("-", "－").toLowerCase(java.util.Locale.ROOT),
                "trackingCode",
                wide.toString()))
        .post("/api/cases/lookup")
        .then()
        .statusCode(200);
  }

  /** Files from an address of its own; the tracking code. */
  private static String post(String from, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /api/cases HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Idempotency-Key: same-key\r\nConnection: close\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n";
    try (Socket socket =
        new Socket(
            InetAddress.getByName("127.0.0.1"), RestAssured.port, InetAddress.getByName(from), 0)) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(bytes);
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).contains("201 Created");
      return answer.replaceAll("(?s).*\"trackingCode\":\"([^\"]+)\".*", "$1");
    }
  }

  private static int readings(Cases filed) {
    return token()
        .queryParam("case", filed.id())
        .get("/api/audit/reads")
        .then()
        .statusCode(200)
        .extract()
        .path("total");
  }

  @Test
  void calendarFile_ofAMeeting_tellsStaffNoMoreThanTheCaseDoes() {
    Cases report = report();
    report.does(
        "set_meeting",
        "meeting",
        Map.of(
            "url",
            "https://meeting.example.com/1",
            "topic",
            "与仇某芳面谈，电话" + PHONE,
            "startsAt",
            "2099-06-30T14:00",
            "minutes",
            30,
            "parties",
            List.of(ENTERPRISE, ScriptedTriage.INDUSTRY)));
    String toOffice = calendar(handlerOf(ScriptedTriage.INDUSTRY), report);
    assertThat(toOffice).contains(ScriptedTriage.INDUSTRY).doesNotContain("银杏", "仇某芳", PHONE);
    assertThat(calendar(as(Role.AGENT), report)).contains("银杏").doesNotContain(PHONE);
    assertThat(calendar(visitor().header("X-Tracking-Code", report.trackingCode()), report))
        .contains(ENTERPRISE, PHONE);
  }

  private static String calendar(RequestSpecification who, Cases filed) {
    return who.get("/api/cases/" + filed.id() + "/meetings/1.ics")
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .replace("\r\n ", "");
  }
}
