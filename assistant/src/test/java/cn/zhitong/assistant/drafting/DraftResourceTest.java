package cn.zhitong.assistant.drafting;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DraftResourceTest.OwnDatabase.class)
@WithTestResource(TestDatabase.class)
class DraftResourceTest {
  /** What other tests reply would be followed here: a service and a database of its own. */
  public static class OwnDatabase extends CaseworkProfile {}

  private static final String POLICY =
      """
      测试省人民政府关于支持渔船更新改造的若干措施

      测政〔2025〕91号

      一、渔船更新补助

      对更新改造海洋渔船的企业，按照实际投入的百分之二十给予补助，单船最高不超过300万元。

      二、申报时间

      渔船更新补助每年3月1日至4月30日受理申报，由所在地渔业主管部门初审。

      本措施自2025年1月1日起施行。
      """;

  private static final String KINDERGARTENS =
      """
      测试省教育厅关于幼儿园收费的规定

      测教〔2025〕17号

      一、保育费

      幼儿园保育费由县级教育主管部门会同价格主管部门制定标准。

      二、伙食费

      幼儿园伙食费按月据实收取，按月向家长公布，未用餐的如数退还。

      三、公示

      幼儿园应当在收费公示栏公布保育费、伙食费的项目和标准。

      四、场地

      幼儿园不得以翻新场地为由向家长另行收费。
      """;

  @BeforeEach
  void aPolicy() {
    upload("渔船.txt", POLICY);
  }

  private static void upload(String name, String text) {
    token()
        .contentType("multipart/form-data")
        .multiPart(
            new MultiPartSpecBuilder(text.getBytes(StandardCharsets.UTF_8))
                .controlName("file")
                .fileName(name)
                .build())
        .post("/api/policies");
  }

  @Test
  void draft_ofTwoMatters_answersEachWithVerbatimCitations() {
    Cases filed =
        Cases.filed(
            Map.of(
                "title",
                "渔船更新补助",
                "enterprise",
                "测试远洋渔业有限公司",
                "text",
                "我公司拟更新渔船。1、渔船更新改造补助的比例和最高金额是多少？2、渔船更新补助每年什么时间受理申报？"));
    JsonPath draft = draft(filed);
    List<String> kinds = draft.getList("blocks.kind");
    assertThat(kinds).startsWith("salutation", "opening").endsWith("thanks", "signature", "date");
    assertThat(kinds).filteredOn("heading"::equals).hasSize(2);
    assertThat(draft.getString("blocks[0].text")).isEqualTo("测试远洋渔业有限公司：");
    assertThat(draft.getString("text")).contains("收悉", "300万元", "3月1日至4月30日");
    List<Map<String, Object>> content =
        draft.getList("blocks.findAll { it.kind == 'content' && !it.precedent }");
    assertThat(content).allMatch(block -> !((List<?>) block.get("markers")).isEmpty());
    for (String quote : draft.getList("citations.quote", String.class)) {
      assertThat(POLICY.replaceAll("\\s", "")).contains(quote.replaceAll("\\s", ""));
    }
    assertThat(check(draft, "citations")).isTrue();
    assertThat(check(draft, "in_force")).isTrue();
    assertThat(check(draft, "matters")).isTrue();
    assertThat(check(draft, "gaps")).as("who signs and telephone are open").isFalse();
  }

  /** A short title has words that other laws have too; the appeal says which is meant. */
  @Test
  void draft_ofWhatOnlyTheTitleFinds_quotesNothing() {
    upload("幼儿园.txt", KINDERGARTENS);
    Map<String, Object> appeal =
        Map.of(
            "title",
            "更新改造补助",
            "text",
            "幼儿园的保育费又涨了，幼儿园收费公示栏里没有写，伙食费也没有按月公布，幼儿园说是因为场地翻新。家长想知道幼儿园保育费怎么定、伙食费怎么退。");
    JsonPath draft =
        token().body(appeal).post("/api/drafts").then().statusCode(200).extract().jsonPath();
    assertThat(draft.getString("text")).doesNotContain("渔船");
  }

  @Test
  void draft_ofWhatOnlyTheOfficeKnows_hasAGap() {
    Cases filed = Cases.filed("投诉：我公司渔船更新补助至今没有拨付，请尽快处理。");
    JsonPath draft = draft(filed.does("accept_suggestion"));
    assertThat(draft.getString("text")).contains("【办理情况：");
    assertThat(draft.getList("blocks.findAll { it.gap }")).isNotEmpty();
    filed
        .act(token(), "reply", "text", draft.getString("text"))
        .then()
        .statusCode(400)
        .body("gaps", hasItem(containsString("办理情况")));
  }

  /** What happened to the writer is in no policy; what it is about is. */
  @Test
  void draft_ofTitleAndStory_asksTheTitleFirst() {
    JsonPath draft =
        draft(
            Cases.filed(
                Map.of(
                    "title",
                    "渔船更新补助最高多少",
                    "text",
                    "我们村里五户人家合伙，去年秋天贷款把两条旧船换了，隔壁镇的亲戚说能领一笔钱，想打听一下有没有这回事。")));
    assertThat(draft.getList("citations")).isNotEmpty();
    assertThat(draft.getString("text")).contains("300万元");
  }

  @Test
  void pastDraft_forAdministratorsOnly_isOfItsDay() {
    Cases filed = Cases.filed("请问渔船更新补助最高多少？");
    String path = "/api/cases/" + filed.id() + "/draft";
    as(Role.AGENT).queryParam("occurredAt", "2025-09-26").post(path).then().statusCode(403);
    JsonPath draft =
        token().queryParam("occurredAt", "2025-09-26T09:30:00+08:00").post(path).jsonPath();
    assertThat(draft.getString("text")).endsWith("2025年9月26日");
    token()
        .get("/api/cases/" + filed.id())
        .then()
        .body(
            "events.find { it.type == 'drafted' }.body.occurredAt",
            equalTo("2025-09-26T01:30:00Z"));
    token().queryParam("occurredAt", "昨天").post(path).then().statusCode(400);
  }

  @Test
  void draft_withoutEvidence_makesNothingUp() {
    JsonPath draft = draft(Cases.filed("请问火星移民的签证如何办理？"));
    assertThat(draft.getList("citations")).isEmpty();
    assertThat(draft.getString("mode")).isNull();
    assertThat(draft.getString("text")).contains("【答复内容：");
    assertThat(check(draft, "matters")).isFalse();
  }

  @Test
  void reply_sent_isComparedWithTheDraft() {
    Cases filed = Cases.filed("请问渔船更新补助最高多少？").does("accept_suggestion");
    String text = draft(filed).getString("text");
    String filled = text.replaceAll("【[^】]*】", "12345");
    filed
        .act(token(), "reply", "text", filled)
        .then()
        .statusCode(200)
        .body("events.find { it.type == 'drafted' }.body.text", equalTo(text))
        .body("events[-1].body.draftUnchanged", equalTo(false))
        .body("events[-1].body.editDistance", greaterThan(0))
        .body("events[-1].body.changes.op", hasItem("insert"))
        .body("events[-1].body.editShare", greaterThan(0f))
        .body("events[-1].body.editShare", lessThan(.5f));
    token().post("/api/cases/" + filed.id() + "/draft").then().statusCode(409);
  }

  @Test
  void pastReply_toTheSameMatter_isFollowedWithoutItsOwn() {
    String line =
        "{\"id\":\"H-1\",\"title\":\"冷库用电价格\",\"text\":\"我公司冷库的用电按什么价格执行？\","
            + "\"department\":\"测试供电局\",\"category\":\"咨询\",\"repliedAt\":\"2024-05-06\",\"reply\":"
            + "\"您好！冷库用电执行农业生产电价，请持营业执照到供电营业厅申请变更。李先生的冷库已退还电费3.6万元。\"}\n不是 JSON\n";
    token()
        .contentType("application/x-ndjson")
        .body(line.getBytes(StandardCharsets.UTF_8))
        .post("/api/cases/history")
        .then()
        .statusCode(200)
        .body("imported", equalTo(1))
        .body("failed[0].line", equalTo(2));
    JsonPath draft =
        token()
            .body(Map.of("title", "冷库用电价格", "text", "请问冷库用电执行什么电价？", "department", "测试供电局"))
            .post("/api/drafts")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(draft.getString("text"))
        .contains("执行农业生产电价")
        .doesNotContain("李先生")
        .doesNotContain("3.6万");
    assertThat(draft.getList("precedents.number")).containsExactly("H-1");
    assertThat(draft.getList("blocks.findAll { it.precedent }")).hasSize(1);
    assertThat(check(draft, "matters")).isTrue();
    assertThat(check(draft, "precedents")).as("a person has to look").isFalse();
  }

  @Test
  void check_ofPromisesAndCasualWords_noticesThem() {
    Cases filed = Cases.filed("请问渔船更新补助最高多少？");
    token()
        .body(Map.of("text", "我们保证下周一定会搞定"))
        .post("/api/cases/" + filed.id() + "/draft/checks")
        .then()
        .body("find { it.kind == 'tone' }.ok", equalTo(false))
        .body("find { it.kind == 'tone' }.message", containsString("搞定"));
  }

  @Test
  void check_ofAnEditedText_isMade() {
    Cases filed = Cases.filed("请问渔船更新补助最高多少？");
    token()
        .body(Map.of("text", "您好，请联系张三13812345678，【经办人】"))
        .post("/api/cases/" + filed.id() + "/draft/checks")
        .then()
        .statusCode(200)
        .body("find { it.kind == 'gaps' }.ok", equalTo(false))
        .body("find { it.kind == 'personal_data' }.ok", equalTo(false))
        .body("find { it.kind == 'form' }.message", containsString("收悉"));
  }

  @Test
  void draft_forOthersThanThoseOnTheCase_isRefused() {
    String path = "/api/cases/" + Cases.filed("请问").id() + "/draft";
    visitor().post(path).then().statusCode(401);
    as(Role.PUBLISHER).post(path).then().statusCode(403);
    as(Role.HANDLER).post(path).then().statusCode(404);
    as(Role.AGENT).post(path).then().statusCode(200);
  }

  private static JsonPath draft(Cases filed) {
    return token()
        .post("/api/cases/" + filed.id() + "/draft")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static boolean check(JsonPath draft, String kind) {
    return draft.getBoolean("checks.find { it.kind == '" + kind + "' }.ok");
  }
}
