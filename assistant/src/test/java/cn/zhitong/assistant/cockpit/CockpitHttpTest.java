package cn.zhitong.assistant.cockpit;

import static cn.zhitong.assistant.security.TestLogin.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.payment.PaymentTables;
import cn.zhitong.assistant.push.PushProfile;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
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

  private String item;

  @BeforeEach
  void twoOfThreeMeet_oneIsTold() {
    PaymentTables.empty(jdbc);
    for (String table : new String[] {"push_delivery", "push_message", "push_recipient", "push"}) {
      jdbc.update("delete from assistant." + table);
    }
    jdbc.update("delete from assistant.enterprise");
    jdbc.update("update assistant.item set state = 'stopped'");
    TestItems.enterprise(A, "甲机械有限公司", 50, "region", "350102", "industry", "C34");
    TestItems.enterprise(B, "乙软件有限公司", 60, "region", "350203", "industry", "I65");
    TestItems.enterprise(TestItems.code("91350100MA5", 3), "丙集团有限公司", 5000, "region", "350102");
    item = TestItems.published("用工补贴", 100, Map.of());
    as(Role.PUBLISHER)
        .body(Map.of("itemId", item, "filter", Map.of("industry", "C")))
        .post("/api/pushes")
        .then()
        .statusCode(200)
        .body("recipients", equalTo(1));
    String message = TestLogin.enterprise(A).get("/api/pushes/inbox").path("items[0].messageId");
    TestLogin.enterprise(A).post("/api/pushes/inbox/" + message + "/opening");
  }

  @AfterEach
  void noLogThatDoesNotHold() {
    PaymentTables.unpay(jdbc);
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
  void silentEnterprises_listed_areMasked() {
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

  /** What was granted and paid in each way, counted here one by one, beside the board's figures. */
  @Test
  void funnel_ofApplications_agreesWithThem_toTheFen() {
    String[] states = {
      "submitted", "reviewing", "approved", "paid", "closed", "rejected", "withdrawn"
    };
    long granted = 0;
    long paid = 0;
    int applied = 0;
    int approved = 0;
    int paidPairs = 0;
    int inTime = 0;
    int due = 0;
    List<Long> days = new ArrayList<>();
    for (int i = 0; i < 49; i++) {
      String state = states[i % states.length];
      long yuan = 1_000 + 37L * i;
      UUID id =
          PaymentTables.application(
              jdbc,
              "CK" + i,
              TestItems.code("91350100MA5", 100 + i),
              "企业" + i,
              UUID.fromString(item),
              "用工补贴",
              state,
              yuan);
      if (!state.equals("withdrawn")) {
        applied++;
      }
      boolean grants = List.of("approved", "paid", "closed").contains(state);
      if (grants) {
        approved++;
        granted += yuan * 100;
        // What is owed still counts as one more, as long as it is.
        due += state.equals("paid") ? 0 : 1;
      }
      if (grants && (state.equals("paid") || i % 2 == 0)) {
        long fen = state.equals("paid") ? yuan * 100 : 33 + i;
        LocalDate first = LocalDate.of(2026, 3, 9);
        LocalDate on = LocalDate.of(2026, 3, 10).plusDays(i % 9);
        jdbc.update(
            "update assistant.application set paid_fen = ?, paid_on = ? where id = ?", fen, on, id);
        PaymentTables.pay(jdbc, id, 1, 1, first);
        PaymentTables.pay(jdbc, id, 2, fen - 1, on);
        paid += fen;
        paidPairs++;
        due += 2;
        inTime += on.isAfter(PaymentTables.DUE) ? 1 : 2;
        days.add(ChronoUnit.DAYS.between(LocalDate.of(2026, 2, 2), on));
      }
    }
    days.sort(null);
    JsonPath funnel =
        as(Role.SUPERVISOR)
            .get("/api/reports/funnel?from=2026-02-01&to=2026-02-28&by=size")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath(
                JsonPathConfig.jsonPathConfig()
                    .numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    assertThat(funnel.getInt("total.applied")).isEqualTo(applied);
    assertThat(funnel.getInt("total.approved")).isEqualTo(approved);
    assertThat(funnel.getInt("total.paid")).isEqualTo(paidPairs);
    assertThat(new BigDecimal(funnel.getString("total.approvedAmount")).movePointRight(6))
        .isEqualByComparingTo(BigDecimal.valueOf(granted));
    assertThat(new BigDecimal(funnel.getString("total.paidAmount")).movePointRight(6))
        .isEqualByComparingTo(BigDecimal.valueOf(paid));
    assertThat(funnel.getInt("total.inTime.hits")).isEqualTo(inTime);
    assertThat(funnel.getInt("total.inTime.of")).isEqualTo(due);
    assertThat(funnel.getLong("total.medianDays")).isEqualTo(days.get((days.size() + 1) / 2 - 1));
    assertThat(funnel.getLong("total.mostDays"))
        .isEqualTo(days.get((int) Math.ceil(0.9 * days.size()) - 1));
    assertThat(funnel.getInt("rows.find { it.key == '小型' }.applied")).isEqualTo(applied);
    as(Role.SUPERVISOR).get("/api/reports/funnel?by=x").then().statusCode(400);
  }

  @Test
  void silent_isListed_namedToKeepersAlone() {
    PaymentTables.application(
        jdbc, "CK1", A, "甲机械有限公司", UUID.fromString(item), "用工补贴", "submitted", 10);
    String query = "?from=2026-02-01&to=2026-02-28";
    as(Role.PUBLISHER)
        .get("/api/reports/funnel/silent" + query)
        .then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items[0].name", equalTo("乙软件有限公司"));
    String masked = as(Role.SUPERVISOR).get("/api/reports/funnel/silent" + query).asString();
    assertThat(masked).doesNotContain("乙软件有限公司").doesNotContain(B);
  }
}
