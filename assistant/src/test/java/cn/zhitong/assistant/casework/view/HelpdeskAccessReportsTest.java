package cn.zhitong.assistant.casework.view;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static cn.zhitong.assistant.security.TestLogin.newHandlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.handling.AttachmentsTest;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Kinds of faults that users of public helpdesks reported, replayed: who sees, finds and opens what
 * is not theirs, and what is run that was only written.
 */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class HelpdeskAccessReportsTest {
  private static final String OFFICE = "市档案局";

  private static Cases dispatched(String text) {
    return Cases.filed(text)
        .does("change", "category", "demand", "department", OFFICE, "reason", "属其职责")
        .does("dispatch");
  }

  /** Search found conversations that the list does not show. */
  @Test
  void search_byAnotherOffice_findsNothingThatItsListHasNot() {
    String word = "茭白" + System.nanoTime();
    dispatched(word + "加工用电");
    handlerOf("市粮食局").get("/api/cases?q=" + word).then().body("total", equalTo(0));
    handlerOf(OFFICE).get("/api/cases?q=" + word).then().body("total", equalTo(1));
  }

  /** A file opened by its id, from another ticket. */
  @Test
  void attachment_byItsId_withTheCodeOfAnotherCase_isNotThere() {
    Cases one = Cases.filed("甲的材料");
    Cases other = Cases.filed("乙的材料");
    String id =
        visitor()
            .header("X-Tracking-Code", one.trackingCode())
            .config(AttachmentsTest.AS_BROWSERS_DO)
            .contentType("multipart/form-data")
            .multiPart("file", "合同.txt", "合同正文".getBytes(StandardCharsets.UTF_8))
            .multiPart("caseId", one.id())
            .post("/api/attachments")
            .path("attachmentId");
    visitor()
        .header("X-Tracking-Code", other.trackingCode())
        .get("/api/attachments/" + id)
        .then()
        .statusCode(404);
    handlerOf("市粮食局").get("/api/attachments/" + id).then().statusCode(404);
  }

  /** The number of a ticket, counted up, opened others. */
  @Test
  void lookUp_byNumberWithTheCodeOfAnother_isRefusedAsIfThereWereNone() {
    Cases one = Cases.filed("甲");
    Cases other = Cases.filed("乙");
    String number = token().get("/api/cases/" + one.id()).path("number");
    Response wrong =
        visitor()
            .body(Map.of("number", number, "trackingCode", other.trackingCode()))
            .post("/api/cases/lookup");
    Response none =
        visitor()
            .body(Map.of("number", "ZT20200101-ABCDEF", "trackingCode", other.trackingCode()))
            .post("/api/cases/lookup");
    assertThat(wrong.statusCode()).isEqualTo(404).isEqualTo(none.statusCode());
    assertThat(wrong.<String>path("detail")).isEqualTo(none.path("detail"));
  }

  /** Internal notes in what the customer sees. */
  @Test
  void note_internal_isNotInWhatTheEnterpriseSees() {
    Cases filed = dispatched("补贴未到账");
    filed.does("note", "text", "内部意见：先压一压");
    String seen =
        visitor()
            .header("X-Tracking-Code", filed.trackingCode())
            .get("/api/cases/" + filed.id())
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(seen).doesNotContain("先压一压");
  }

  /** Contacts of every inbox open to an agent of one. */
  @Test
  void contacts_ofOtherOfficesCases_areNotGiven() {
    Cases filed =
        Cases.filed(Map.of("text", "请回电", "contactName", "林某", "contactPhone", "13565412355"))
            .does("change", "category", "demand", "department", OFFICE, "reason", "属其职责")
            .does("dispatch");
    handlerOf("市粮食局")
        .get("/api/cases/" + filed.id() + "?personalData=true")
        .then()
        .statusCode(404)
        .body(not(containsString("13565412355")));
    handlerOf("市粮食局").get("/api/cases/" + filed.id() + "/file").then().statusCode(404);
  }

  /** An agent who was disabled went on with the session that was open. */
  @Test
  void session_ofASuspendedAccount_endsAtOnce() {
    String name = newHandlerOf(OFFICE);
    Response in =
        visitor().body(Map.of("name", name, "password", "a long password")).post("/api/session");
    String cookie = in.detailedCookies().asList().get(0).getName();
    token().post("/api/accounts/" + name + "/suspension").then().statusCode(200);
    visitor().cookie(cookie, in.cookie(cookie)).get("/api/cases").then().statusCode(401);
  }

  /** A link of a survey with a changed ticket rated that one. */
  @Test
  void ratingLink_changedByAHand_ratesNothing() {
    Cases filed = dispatched("摊位").does("reply", "text", "已答复。");
    visitor()
        .body(Map.of("score", 5))
        .post("/api/ratings/" + filed.id() + ".AAAAAAAAAAAAAAAAAAAAAA")
        .then()
        .statusCode(404);
    assertThat(token().get("/api/cases/" + filed.id()).<Object>path("score")).isNull();
  }

  /** Markup in a subject ran in the agent's page and in the mail. */
  @Test
  void markup_inAnAppeal_isTextEverywhere() {
    String markup = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    Cases filed =
        Cases.filed(Map.of("title", markup, "text", markup, "contactEmail", "a@mail.example"));
    filed
        .does("change", "category", "consultation", "department", OFFICE, "reason", "属其职责")
        .does("dispatch")
        .does("reply", "text", "已答复。");
    Response shown = token().get("/api/cases/" + filed.id());
    assertThat(shown.contentType()).startsWith("application/json");
    assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(shown.<String>path("title")).isEqualTo(markup);
    assertThat(token().get("/desk").header("Content-Security-Policy"))
        .contains("script-src")
        .doesNotContain("script-src 'unsafe-inline'");
  }

  /** A formula in a subject ran in the spreadsheet of an export. */
  @Test
  void formula_inAnAppeal_isTextInExports() {
    String mark = "=HYPERLINK(\"http://evil.example\",\"点我\")" + System.nanoTime();
    Cases.filed(Map.of("text", "投诉", "title", mark, "enterprise", "=1+1", "askedAt", PAST))
        .does("change", "category", "demand", "department", OFFICE, "reason", "属其职责")
        .does("dispatch");
    String csv =
        as(Role.SUPERVISOR)
            .queryParam("from", "2025-09-01")
            .queryParam("to", "2025-09-30")
            .get("/api/reports/lists.csv")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(csv).doesNotContainPattern("(?m)(^|,)\"?[=＝]");
  }

  private static final String PAST = "2025-09-02T09:00:00+08:00";

  /** An account could be given rights that only its giver's page hid. */
  @Test
  void roles_changedByOthersThanAdministrators_areRefused() {
    String name = newHandlerOf(OFFICE);
    for (Role role : new Role[] {Role.AGENT, Role.SUPERVISOR, Role.PUBLISHER}) {
      as(role)
          .body(Map.of("displayName", "x", "roles", java.util.List.of("administrator")))
          .put("/api/accounts/" + name)
          .then()
          .statusCode(403);
    }
  }

  /** A watcher who lost access was still told by mail. */
  @Test
  void inbox_ofAnOfficeThatTheCaseLeft_saysNoMoreOfIt() {
    Cases filed = dispatched("档案查询");
    String former = newHandlerOf(OFFICE);
    filed.does("return", "reason", "不属职责");
    filed.act(token(), "reassign", "department", "市商务局", "reason", "属其职责");
    filed.does("note", "text", "@" + former + " 请看");
    Response in =
        visitor().body(Map.of("name", former, "password", "a long password")).post("/api/session");
    String cookie = in.detailedCookies().asList().get(0).getName();
    visitor()
        .cookie(cookie, in.cookie(cookie))
        .get("/api/inbox")
        .then()
        .statusCode(200)
        .body("items.caseId", not(hasItem(filed.id())));
  }

  /** A list with a page number beyond its end gave the first page, or a fault. */
  @Test
  void list_beyondItsEnd_isEmpty() {
    as(Role.AGENT)
        .get("/api/cases?page=100000&pageSize=200")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }
}
