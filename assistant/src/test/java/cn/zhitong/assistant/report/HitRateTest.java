package cn.zhitong.assistant.report;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The scripted triage is sure by .9 of 咨询 and by .7 of its first department. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class HitRateTest {
  private static final String FIRST = "市工业和信息化局";

  @Inject Jdbc jdbc;

  @Test
  void rate_isOfLastDecisionsAtThatConfidence_overEnoughOfThem() {
    HitRateStore store = new HitRateStore(jdbc);
    Instant from = Instant.now();
    for (int i = 0; i < 3; i++) {
      decided("consultation", FIRST);
    }
    decided("demand", "市商务局");
    // Only what was held to be right in the end counts.
    changed(decided("demand", "市商务局"), "consultation", FIRST);
    assertThat(store.since(from))
        .containsExactly(
            new HitRateStore.Count("category", 9, 5, 4),
            new HitRateStore.Count("department", 7, 5, 4));
  }

  @Test
  void band_ofTooFew_hasItsCountAndNoRate() {
    decided("consultation", FIRST);
    JsonPath asked = rates();
    assertThat(asked.getList("category")).hasSize(10);
    assertThat(asked.getInt("fewest")).isEqualTo(20);
    for (int i = asked.getInt("category[9].decided"); i < 20; i++) {
      assertThat((Object) rates().get("category[9].rate")).as("of %d", i).isNull();
      decided("consultation", FIRST);
    }
    JsonPath enough = rates();
    double decided = enough.getInt("category[9].decided");
    assertThat(decided).isGreaterThanOrEqualTo(20);
    assertThat(enough.getDouble("category[9].rate"))
        .isCloseTo(enough.getInt("category[9].right") / decided, within(.0001));
  }

  @Test
  void rates_askedFor_areForWhoDecides() {
    as(Role.AGENT).get("/api/triage/hit-rates").then().statusCode(200);
    as(Role.HANDLER).get("/api/triage/hit-rates").then().statusCode(403);
  }

  private static Cases decided(String category, String department) {
    return changed(Cases.filed("技改补助怎么申请"), category, department);
  }

  /** The catalogue stays empty: tests beside this one decide for offices of their own. */
  private static Cases changed(Cases filed, String category, String department) {
    return filed.does("change", "category", category, "department", department, "reason", "测试");
  }

  private static JsonPath rates() {
    return token()
        .get("/api/triage/hit-rates")
        .then()
        .statusCode(200)
        .header("Cache-Control", org.hamcrest.Matchers.containsString("private"))
        .extract()
        .jsonPath();
  }
}
