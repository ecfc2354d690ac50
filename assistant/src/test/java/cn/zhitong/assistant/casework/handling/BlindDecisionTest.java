package cn.zhitong.assistant.casework.handling;

import static cn.zhitong.assistant.security.TestLogin.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.triage.BlindCases;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A share of cases is decided before the suggestion is shown. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class BlindDecisionTest {

  @Test
  void suggestion_ofABlindCase_isHiddenUntilTheDecisionAndCountedApart() {
    QuarkusMock.installMockForType(BlindCases.of(1), BlindCases.class);
    String bureau = "盲评局" + UUID.randomUUID();
    Cases blind = Cases.filed(Map.of("text", "请问如何办理营业执照？", "channel", "widget"));
    token()
        .get("/api/cases/" + blind.id())
        .then()
        .body("suggestionHidden", equalTo(true))
        .body("suggestion", nullValue())
        .body("category", nullValue())
        .body("deadline", nullValue())
        .body("events.type", not(hasItem("suggested")));
    // Other than suggested, and no reason is owed for what was not shown.
    blind.does("change", "category", "demand", "department", bureau);
    token()
        .get("/api/cases/" + blind.id())
        .then()
        .body("suggestionHidden", equalTo(false))
        .body("suggestion.category.code", notNullValue())
        .body("deadline.due", notNullValue())
        .body("events.find { it.type == 'change' }.body.blind", equalTo(true));
    token()
        .queryParam("department", bureau)
        .get("/api/reports/triage")
        .then()
        .body("blind.decisions", equalTo(1))
        .body("blind.category.hits", equalTo(0))
        .body("category.of", equalTo(0));
  }

  @Test
  void receiptAndQueue_ofABlindCase_tellNoSuggestion() {
    QuarkusMock.installMockForType(BlindCases.of(1), BlindCases.class);
    String title = "盲评" + UUID.randomUUID();
    Map<String, String> appeal = Map.of("title", title, "text", "请问如何办理营业执照？", "channel", "widget");
    token()
        .contentType("application/json")
        .body(appeal)
        .post("/api/cases")
        .then()
        .statusCode(201)
        .body("trackingCode", notNullValue())
        .body("suggestion", nullValue());
    token()
        .queryParam("q", title)
        .get("/api/cases")
        .then()
        .body("total", equalTo(1))
        .body("items[0].category", nullValue())
        .body("items[0].due", nullValue())
        .body("items[0].light", equalTo("none"));
    Cases.filed(Map.of("title", title, "text", "请问如何办理营业执照？", "channel", "hotline"));
    token()
        .queryParam("q", title)
        .get("/api/cases")
        .then()
        .body("items.find { it.channel == 'hotline' }.due", notNullValue());
  }

  @Test
  void case_thatFollowsAnother_showsItAndIsBlindNoMore() {
    QuarkusMock.installMockForType(BlindCases.of(1), BlindCases.class);
    String title = "并单" + UUID.randomUUID();
    Map<String, Object> appeal = Map.of("title", title, "text", "请问如何办理营业执照？", "channel", "widget");
    Cases main = Cases.filed(appeal);
    Cases repeat = Cases.filed(appeal).does("merge", "into", main.id());
    token()
        .get("/api/cases/" + repeat.id())
        .then()
        .body("suggestionHidden", equalTo(false))
        .body("suggestion", notNullValue())
        .body("deadline.due", notNullValue())
        .body("events.type", hasItem("suggested"));
    token()
        .queryParam("q", title)
        .get("/api/cases")
        .then()
        .body("items.find { it.state == 'merged' }.due", notNullValue())
        .body("items.find { it.state == 'received' }.due", nullValue());
    repeat
        .does("unmerge", "reason", "两件事")
        .does("change", "category", "demand", "department", "甲局", "reason", "职责所在");
    token()
        .get("/api/cases/" + repeat.id())
        .then()
        .body("events.find { it.type == 'change' }.body.blind", nullValue());
  }

  @Test
  void suggestion_ofWhatStaffFiles_isNeverHidden() {
    QuarkusMock.installMockForType(BlindCases.of(1), BlindCases.class);
    Cases hotline = Cases.filed(Map.of("text", "请问如何办理营业执照？", "channel", "hotline"));
    token()
        .get("/api/cases/" + hotline.id())
        .then()
        .body("suggestionHidden", equalTo(false))
        .body("suggestion", notNullValue());
  }

  @Test
  void shareOfBlindCases_overMany_isKeptAndStable() {
    BlindCases some = BlindCases.of(.05);
    long chosen =
        IntStream.range(0, 20_000)
            .mapToObj(i -> cn.zhitong.common.jdbc.Ids.next())
            .filter(some::choose)
            .count();
    assertThat(chosen).isBetween(800L, 1200L);
    UUID one = UUID.randomUUID();
    assertThat(some.choose(one)).isEqualTo(some.choose(one));
    assertThat(BlindCases.of(0).choose(one)).isFalse();
    assertThat(BlindCases.of(1).choose(one)).isTrue();
  }
}
