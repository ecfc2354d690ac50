package cn.zhitong.assistant.casework.view;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.log.InspectionStore;
import cn.zhitong.assistant.casework.log.RepeatedInspections;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Repeated inspections of one enterprise: the supervisors are warned, and see the cases. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class InspectionsTest {
  @Inject InspectionStore store;

  @Test
  void secondInspection_ofTheSameEnterprise_warnsTheSupervisors_withTheCases() {
    as(Role.SUPERVISOR).get("/api/inbox").then().statusCode(200);
    int before = warnings();
    Cases first = by("青岚机械（云泽）有限公司", "消防部门上周到我公司检查");
    assertThat(warnings()).as("one is no repetition").isEqualTo(before);
    Cases second = by("青岚机械(云泽) 有限公司", "城管又来检查，影响生产");
    Cases about = by(null, "听说青岚机械（云泽）有限公司一个月内被多次检查，请关注");
    Cases other = by("别家食品有限公司", "市场监管上门检查");
    assertThat(warnings()).isEqualTo(before + 2);
    JsonPath found = as(Role.SUPERVISOR).get("/api/inspections/repeated").jsonPath();
    List<List<String>> groups = found.getList("items.cases.caseId");
    assertThat(groups)
        .anySatisfy(
            cases ->
                assertThat(cases).containsExactlyInAnyOrder(first.id(), second.id(), about.id()));
    assertThat(groups.stream().flatMap(List::stream)).doesNotContain(other.id());
    as(Role.SUPERVISOR).get("/api/inspections/repeated?days=0").then().statusCode(400);
  }

  @Test
  void inspections_longApart_areNoRepetition() {
    Cases old = by("远山纺织有限公司", "重复检查", "2024-01-05T09:00:00+08:00");
    Cases fresh = by("远山纺织有限公司", "又来检查", "2026-01-05T09:00:00+08:00");
    List<List<String>> groups =
        as(Role.SUPERVISOR)
            .get("/api/inspections/repeated?days=730")
            .jsonPath()
            .getList("items.cases.caseId");
    assertThat(groups.stream().filter(cases -> cases.contains(fresh.id()))).isEmpty();
    token().get("/api/cases/" + old.id()).then().body("themes.code", hasItems("inspection"));
    old.does("unmark_theme", "theme", "inspection", "reason", "是咨询");
    token().get("/api/cases/" + old.id()).then().body("themes.size()", equalTo(0));
  }

  @Test
  void inspection_markedByItsLabel_warnsTheSupervisorsToo() {
    as(Role.SUPERVISOR).get("/api/inbox").then().statusCode(200);
    int before = warnings();
    Cases first = by("白鹭陶瓷有限公司", "消防部门来看了仓库");
    Cases second = by("白鹭陶瓷有限公司", "消防部门又来看了仓库");
    first.does("mark_theme", "theme", "涉企检查");
    assertThat(warnings()).as("one is no repetition").isEqualTo(before);
    second.does("mark_theme", "theme", "涉企检查");
    assertThat(warnings()).isEqualTo(before + 1);
  }

  @Test
  void inspections_moreThanAreLookedAt_countTheNewest() {
    by("紫荆印务有限公司", "消防上门检查", "2026-01-05T09:00:00+08:00");
    Cases newest = by("紫荆印务有限公司", "城管上门检查");
    assertThat(store.since(Instant.parse("2026-01-01T00:00:00Z"), 1))
        .extracting(RepeatedInspections.Inspected::number)
        .containsExactly(
            token().get("/api/cases/" + newest.id()).then().extract().<String>path("number"));
  }

  private static int warnings() {
    return as(Role.SUPERVISOR)
        .get("/api/inbox")
        .jsonPath()
        .getList("items.findAll { it.kind == 'inspection.repeated' }")
        .size();
  }

  private static Cases by(String enterprise, String text) {
    return enterprise == null
        ? Cases.filed(Map.of("text", text))
        : Cases.filed(Map.of("text", text, "enterprise", enterprise));
  }

  private static Cases by(String enterprise, String text, String askedAt) {
    return Cases.filed(Map.of("text", text, "enterprise", enterprise, "askedAt", askedAt));
  }
}
