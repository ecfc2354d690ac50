package cn.zhitong.assistant.casework.retention;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.DatabaseDump;
import cn.zhitong.assistant.casework.ScriptedTriage;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is erased is gone from every table and from all that is shown afterwards. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class ErasureTest {
  private static final String MARK = "紫檀貔貅";
  private static final String PHONE = "13722231118";
  private static final String OFFICE = ScriptedTriage.INDUSTRY;

  @Inject Jdbc jdbc;

  @Test
  void erase_afterReplyDraftMergeAndQuestion_leavesThePlantedWordsNowhere() {
    Cases main = planted();
    Cases follower = Cases.filed("请问蚕种备案一直没有消息");
    follower.does("merge", "into", main.id());
    main.does("note", "text", MARK + "备注，电话" + PHONE);
    main.does(
        "reply",
        "text",
        "您好！关于" + MARK + "路8号蚕种备案，已于上月办结，请携带蚕种清单到窗口领取。",
        "followersText",
        "您好！金鳞蚱蜢街的蚕种备案已办结。");
    Cases similar =
        Cases.filed(Map.of("title", "蚕种备案慢", "text", "我们厂办理蚕种备案三个月没有结果，请尽快答复，蚕种清单已交窗口。"));
    similar.does("accept_suggestion").does("dispatch");
    token().post("/api/cases/" + similar.id() + "/draft").then().statusCode(200);
    visitor()
        .body(Map.of("question", MARK + "丙有限公司办理蚕种备案要多久"))
        .post("/api/questions")
        .then()
        .statusCode(200);
    assertThat(tablesWith(MARK)).isNotEmpty();
    assertThat(tablesWith("金鳞蚱蜢")).isNotEmpty();

    main.does("close");
    String gone =
        main.act(token(), "erase", "reason", "本人要求").then().statusCode(200).extract().asString();

    assertThat(gone).doesNotContain(MARK).doesNotContain(PHONE);
    assertThat(tablesWith(MARK)).isEmpty();
    assertThat(tablesWith(PHONE)).isEmpty();
    assertThat(tablesWith("金鳞蚱蜢")).isEmpty();
    String shown =
        token().get("/api/cases/" + main.id()).asString()
            + token().get("/api/cases/" + similar.id()).asString()
            + visitor()
                .queryParam("trackingCode", follower.trackingCode())
                .get("/api/cases/" + follower.id())
                .asString()
            + token()
                .body(
                    Map.of(
                        "title",
                        "蚕种备案",
                        "text",
                        "我们厂办理蚕种备案三个月没有结果，蚕种清单已交窗口。",
                        "department",
                        OFFICE))
                .post("/api/drafts")
                .asString()
            + as(Role.AGENT).queryParam("q", MARK).get("/api/cases").asString();
    assertThat(shown).doesNotContain(MARK);
    token()
        .get("/api/cases/" + follower.id() + "/verification")
        .then()
        .statusCode(200)
        .body("intact", org.hamcrest.Matchers.equalTo(true));
    token()
        .get("/api/cases/" + main.id() + "/verification")
        .then()
        .statusCode(200)
        .body("intact", org.hamcrest.Matchers.equalTo(true));
  }

  @Test
  void conversation_deletedByItsOwner_isGone() {
    String conversation =
        visitor()
            .body(Map.of("question", "渔火蜉蝣合作社怎么申请补贴"))
            .post("/api/questions")
            .path("conversationId");
    token().get("/api/knowledge-gaps").then().statusCode(200);
    assertThat(tablesWith("渔火蜉蝣")).contains("assistant.question", "assistant.knowledge_gap");
    visitor().delete("/api/questions/conversations/" + conversation).then().statusCode(204);
    assertThat(tablesWith("渔火蜉蝣")).isEmpty();
  }

  private static Cases planted() {
    Cases filed =
        Cases.filed(
            Map.of(
                "title", MARK + "甲公司反映蚕种备案慢",
                "text", "我是" + MARK + "乙，家住望川市" + MARK + "路8号301室，办理蚕种备案三个月没有结果，蚕种清单已交窗口，请尽快答复。",
                "enterprise", MARK + "丙有限公司",
                "contactName", MARK + "丁",
                "contactPhone", PHONE));
    return filed.does("accept_suggestion").does("dispatch").does("start");
  }

  private List<String> tablesWith(String word) {
    return new DatabaseDump(jdbc).tablesWith(word);
  }
}
