package cn.zhitong.assistant.casework.view;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The queue narrowed and sorted as an agent wants it. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class CaseQueueTest {
  private final String mark = "队列" + System.nanoTime();

  @Test
  void list_byCategoryChannelRegionAndDays_hasWhatFits() {
    Cases city = filed("市里的诉求", "hotline", "350100", "2025-09-01T09:00:00+08:00");
    Cases county = filed("县里的咨询", "import", "350102", "2025-09-03T23:30:00+08:00");
    city.does("change", "category", "demand", "department", "队列测试局", "reason", "测试");
    county.does("change", "category", "consultation", "department", "队列测试局", "reason", "测试");
    found("category", "demand", city);
    found("channel", "import", county);
    found("region", "350100", city, county);
    found("region", "350102", county);
    found("askedTo", "2025-09-02", city);
    found("askedFrom", "2025-09-03", county);
  }

  @Test
  void list_sortedByTime_hasTheNewestFirst() {
    Cases older = filed("早的", "hotline", null, "2025-09-01T09:00:00+08:00");
    Cases newer = filed("晚的", "hotline", null, "2025-09-02T09:00:00+08:00");
    query()
        .queryParam("sort", "newest")
        .get("/api/cases")
        .then()
        .body("items.caseId", contains(newer.id(), older.id()));
    query()
        .queryParam("sort", "oldest")
        .get("/api/cases")
        .then()
        .body("items.caseId", contains(older.id(), newer.id()));
    query().queryParam("sort", "colour").get("/api/cases").then().statusCode(400);
  }

  @Test
  void row_forAgentAndHandler_namesTheEnterpriseForTheAgentAlone() {
    Cases filed = filed("企业的事", "hotline", null, "2025-09-01T09:00:00+08:00");
    String office = "队列测试局" + System.nanoTime();
    filed
        .does("change", "category", "demand", "department", office, "reason", "测试")
        .does("dispatch");
    query().get("/api/cases").then().body("items[0].enterprise", equalTo("枫林机械厂"));
    handlerOf(office)
        .get("/api/cases")
        .then()
        .body("items[0].caseId", equalTo(filed.id()))
        .body("items[0].enterprise", nullValue());
  }

  private void found(String parameter, String value, Cases... expected) {
    query()
        .queryParam(parameter, value)
        .queryParam("sort", "oldest")
        .get("/api/cases")
        .then()
        .statusCode(200)
        .body("items.caseId", contains(java.util.Arrays.stream(expected).map(Cases::id).toArray()));
  }

  private RequestSpecification query() {
    return as(Role.AGENT).queryParam("q", mark);
  }

  private Cases filed(String title, String channel, String region, String askedAt) {
    Map<String, Object> request = new java.util.HashMap<>();
    request.put("channel", channel);
    request.put("title", title + mark);
    request.put("text", title);
    request.put("enterprise", "枫林机械厂");
    request.put("askedAt", askedAt);
    if (region != null) {
      request.put("region", region);
    }
    return Cases.filed(request);
  }
}
