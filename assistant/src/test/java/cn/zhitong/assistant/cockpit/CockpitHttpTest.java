package cn.zhitong.assistant.cockpit;

import static cn.zhitong.assistant.security.TestLogin.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.push.PushProfile;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The funnel counts pairs of enterprise and item, whatever narrows it. */
@QuarkusTest
@TestProfile(PushProfile.class)
@WithTestResource(TestDatabase.class)
class CockpitHttpTest {
  private static final String A = TestItems.code("91350100MA5", 1);
  private static final String B = TestItems.code("91350100MA5", 2);

  @Inject Jdbc jdbc;

  @BeforeEach
  void twoOfThreeMeet_oneIsTold() {
    for (String table : new String[] {"push_delivery", "push_message", "push_recipient", "push"}) {
      jdbc.update("delete from assistant." + table);
    }
    jdbc.update("delete from assistant.enterprise");
    jdbc.update("update assistant.item set state = 'stopped'");
    TestItems.enterprise(A, "甲机械有限公司", 50, "region", "350102", "industry", "C34");
    TestItems.enterprise(B, "乙软件有限公司", 60, "region", "350203", "industry", "I65");
    TestItems.enterprise(TestItems.code("91350100MA5", 3), "丙集团有限公司", 5000, "region", "350102");
    String item = TestItems.published("用工补贴", 100, Map.of());
    as(Role.PUBLISHER)
        .body(Map.of("itemId", item, "filter", Map.of("industry", "C")))
        .post("/api/pushes")
        .then()
        .statusCode(200)
        .body("recipients", equalTo(1));
    String message = TestLogin.enterprise(A).get("/api/pushes/inbox").path("items[0].messageId");
    TestLogin.enterprise(A).post("/api/pushes/inbox/" + message + "/opening");
  }

  @Test
  void funnel_ofAll_thenNarrowed() {
    as(Role.SUPERVISOR)
        .get("/api/cockpit")
        .then()
        .statusCode(200)
        .body("total.reach", equalTo(2))
        .body("total.pushed", equalTo(1))
        .body("total.opened", equalTo(1))
        .body("reached", equalTo(2))
        .body("byItem.name", hasItem("用工补贴"))
        .body("byRegion.key", hasItem("350200"))
        .body("byIndustry.name", hasItem("制造业"));
    as(Role.SUPERVISOR)
        .get("/api/cockpit?industry=I&region=350200")
        .then()
        .statusCode(200)
        .body("total.reach", equalTo(1))
        .body("total.pushed", equalTo(0));
    as(Role.SUPERVISOR).get("/api/cockpit?from=x").then().statusCode(400);
  }

  @Test
  void silentEnterprises_areMasked() {
    String body = as(Role.SUPERVISOR).get("/api/cockpit").asString();
    assertThat(body).contains("甲机***有限公司").doesNotContain("甲机械有限公司").doesNotContain(A);
  }

  @Test
  void notice_asWord_saysTheFigures() throws Exception {
    byte[] file =
        as(Role.SUPERVISOR)
            .get("/api/cockpit/notice.docx")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
        XWPFWordExtractor text = new XWPFWordExtractor(document)) {
      assertThat(text.getText()).contains("兑现情况通报").contains("2 家").contains("用工补贴");
    }
    as(Role.SUPERVISOR).get("/api/cockpit/notice.xlsx").then().statusCode(200);
  }

  @Test
  void effect_ofTooFew_isNotShown_andAlwaysWarns() {
    as(Role.SUPERVISOR)
        .get("/api/cockpit/effect?field=revenue&before=2023&after=2024")
        .then()
        .statusCode(200)
        .body("warning", containsString("不能证明"))
        .body("groups[1].enterprises", equalTo(2))
        .body("groups[1].before", equalTo(null));
    as(Role.SUPERVISOR)
        .get("/api/cockpit/effect?field=region&before=2023&after=2024")
        .then()
        .statusCode(400);
  }
}
