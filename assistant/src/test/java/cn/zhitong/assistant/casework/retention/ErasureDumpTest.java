package cn.zhitong.assistant.casework.retention;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.DatabaseDump;
import cn.zhitong.assistant.casework.ScriptedTriage;
import cn.zhitong.assistant.casework.handling.AttachmentsTest;
import cn.zhitong.assistant.retrieval.IndexFolder;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and numbers planted in all that goes with a case are in no table once it is erased. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class ErasureDumpTest {
  private static final String ENTERPRISE = "犀浦昙华藤器有限公司";
  private static final String BRAND = "犀浦昙华";
  private static final String CONTACT = "蒯某芩";
  private static final String PHONE = "13927711446";
  private static final String CARD = "99010719881105341X";
  private static final String MAIL = "kuai.qin@mail.example";
  private static final String FILE_NAME = "竹蓆清单";
  private static final String FILE_TEXT = "planted-inside-the-file";
  private static final String DEBTOR = "阑珊湖建工";
  private static final String CONTRACT = "字鹿鸣第九号";

  private static final List<String> PLANTED =
      List.of(
          BRAND, CONTACT, PHONE, CARD, MAIL, FILE_NAME, FILE_TEXT, DEBTOR, CONTRACT, "藤椅返潮",
          "补交的藤条", "备注的篾片", "致电的藤筐", "催办的藤箱", "会上的藤桌", "拖延的藤床", "答复的藤架", "追答的藤屏");

  @Inject Jdbc jdbc;

  @Test
  void erase_ofACaseWithAllThatGoesWithIt_leavesNoPlantedWordInAnyTable() {
    Cases main = planted(Cases.filed(appeal()));
    Cases follower = Cases.filed("请问藤器备案一直没有消息");
    follower.does("merge", "into", main.id());
    main.does(
        "reply", "text", "您好，来件收悉，答复的藤架一事已办结，请携带清单到窗口领取。感谢您。", "followersText", "您好！追答的藤屏一事已办结。");
    visitor()
        .body(Map.of("question", ENTERPRISE + "办理藤器备案要多久"))
        .post("/api/questions")
        .then()
        .statusCode(200);
    main.does("call", "finding", "no_answer", "text", "致电的藤筐，" + PHONE + "无人接");
    main.does("close");
    for (String word : PLANTED) {
      assertThat(dump(word)).as("planted: " + word).isNotEmpty();
    }
    String gone =
        main.act(token(), "erase", "reason", "本人要求").then().statusCode(200).extract().asString();
    assertErased(main, gone);
    token()
        .get("/api/cases/" + follower.id() + "/verification")
        .then()
        .body("intact", equalTo(true));
    assertThat(
            visitor()
                .header("X-Tracking-Code", follower.trackingCode())
                .get("/api/cases/" + follower.id())
                .asString())
        .doesNotContain(PLANTED);
  }

  @Test
  void erasure_ofPlantedWords_leavesNoneInTheIndexOfAnyNode(@TempDir Path folder)
      throws IOException {
    String policy = published("关于支持槭木雕刻的若干措施");
    Cases filed = planted(Cases.filed(appeal()));
    filed.does("reply", "text", "您好，来件收悉，答复的藤架一事已办结。").does("close");
    filed.does("erase", "reason", "本人要求");
    for (String node : List.of("first", "second")) {
      IndexFolder index = IndexFolder.ofNode(jdbc, folder.resolve(node));
      assertThat(index.placesOf("槭木雕刻")).as("what is published").isNotEmpty();
      for (String word : PLANTED) {
        assertThat(index.placesOf(word)).as(word).isEmpty();
      }
    }
    as(Role.PUBLISHER)
        .body(Map.of("reason", "试用"))
        .post("/api/policies/" + policy + "/withdrawal")
        .then()
        .statusCode(200);
  }

  private static String published(String title) {
    return as(Role.PUBLISHER)
        .contentType("multipart/form-data")
        .multiPart(
            "file",
            "measures.txt",
            (title + "\n一、槭木雕刻的厂房租金减半。\n二、本措施自印发之日起施行。\n").getBytes(StandardCharsets.UTF_8))
        .post("/api/policies")
        .then()
        .statusCode(201)
        .extract()
        .path("policyId");
  }

  @Test
  void erase_ofAnImportedCase_leavesNothingOfItsRow() {
    String list =
        "工单号,标题,诉求内容,企业名称,联系人,联系电话\nED-1,藤器进口,"
            + ENTERPRISE
            + "反映藤椅返潮，身份证"
            + CARD
            + ","
            + ENTERPRISE
            + ","
            + CONTACT
            + ","
            + PHONE
            + "\n";
    token()
        .contentType("multipart/form-data")
        .multiPart("file", "a.csv", list.getBytes(StandardCharsets.UTF_8))
        .post("/api/cases/import")
        .then()
        .statusCode(200)
        .body("created", equalTo(1));
    String id = token().get("/api/cases?q=ED-1").path("items[0].caseId");
    Cases imported = Cases.known(id);
    assertThat(dump(BRAND)).isNotEmpty();
    imported.does("reject", "reason", "不属于受理范围", "legalGround", "条例第五条");
    String gone =
        imported.act(token(), "erase", "reason", "到期").then().statusCode(200).extract().asString();
    assertErased(imported, gone);
  }

  private void assertErased(Cases erased, String shown) {
    assertThat(shown).doesNotContain(PLANTED);
    for (String word : PLANTED) {
      assertThat(dump(word)).as("left: " + word).isEmpty();
      assertThat(as(Role.AGENT).queryParam("q", word).get("/api/cases").asString())
          .doesNotContain(erased.id());
    }
    assertThat(
            jdbc.first(
                "select coalesce(cardinality(identifiers), 0) from assistant.appeal_case"
                    + " where id = ?",
                row -> row.getInt(1),
                UUID.fromString(erased.id())))
        .as("digests of identifiers")
        .contains(0);
    token().get("/api/cases/" + erased.id() + "/verification").then().body("intact", equalTo(true));
  }

  private List<String> dump(String word) {
    return new DatabaseDump(jdbc).tablesWith(word);
  }

  private static Map<String, Object> appeal() {
    return Map.of(
        "title",
        ENTERPRISE + "反映藤椅返潮",
        "text",
        "我是"
            + ENTERPRISE
            + "的"
            + CONTACT
            + "，藤椅返潮无人处理，拖欠货款5万元，电话"
            + PHONE
            + "，身份证"
            + CARD
            + "，邮箱"
            + MAIL
            + "，请尽快答复。",
        "enterprise",
        ENTERPRISE,
        "contactName",
        CONTACT,
        "contactPhone",
        PHONE,
        "contactEmail",
        MAIL);
  }

  private static Cases planted(Cases filed) {
    RequestSpecification code = visitor().header("X-Tracking-Code", filed.trackingCode());
    code.config(AttachmentsTest.AS_BROWSERS_DO)
        .contentType("multipart/form-data")
        .multiPart(
            "file",
            FILE_NAME + CONTACT + ".pdf",
            ("%PDF-1.4\n% " + FILE_TEXT + "\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n")
                .getBytes(StandardCharsets.UTF_8))
        .multiPart("caseId", filed.id())
        .multiPart("part", "appeal")
        .post("/api/attachments")
        .then()
        .statusCode(201);
    filed.does("supplement", "text", "补交的藤条，联系" + CONTACT + PHONE);
    filed.does("accept_suggestion").does("dispatch").does("start");
    filed.does("note", "text", "备注的篾片，" + CONTACT + "的电话" + PHONE);
    filed.does("urge", "text", "催办的藤箱", "reason", "催办的藤箱，" + CONTACT + "再次来电");
    filed.does(
        "record_arrears",
        "arrears",
        Map.of("amount", 50_000, "debtor", DEBTOR, "debtorKind", "other", "contract", CONTRACT));
    filed.does(
        "set_meeting",
        "meeting",
        Map.of(
            "url",
            "https://meet.example.com/1",
            "startsAt",
            "2099-01-01T09:00",
            "minutes",
            30,
            "parties",
            List.of(ENTERPRISE)));
    filed.does("record_meeting", "meeting", Map.of(), "text", "会上的藤桌，" + CONTACT + "到场");
    filed.does("request_extension", "days", 1, "reason", "拖延的藤床，待" + CONTACT + "补件");
    filed.does("refuse_extension", "reason", "不准");
    token().post("/api/cases/" + filed.id() + "/draft").then().statusCode(200);
    token().get("/api/cases/" + filed.id() + "?personalData=true").then().statusCode(200);
    handlerOf(ScriptedTriage.INDUSTRY).get("/api/inbox").then().statusCode(200);
    return filed;
  }
}
