package cn.zhitong.assistant.payment;

import static cn.zhitong.assistant.security.TestLogin.enterprise;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;

import cn.zhitong.assistant.application.MovableClock;
import cn.zhitong.assistant.matching.TestItems;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Applications that went their way from filing to approval, with all of it on the log. */
final class ApprovedApplications {
  private ApprovedApplications() {}

  static RequestSpecification office() {
    return handlerOf("市经信局");
  }

  /** Filed on 2 March 2026, approved on the 16th; its id. The clock is at the 20th then. */
  static String approved(String item, String code, int yuan) {
    MovableClock.to("2026-03-02");
    TestItems.enterprise(code, "甲机械有限公司", 50, "region", "350102", "industry", "C34");
    String id =
        enterprise(code)
            .body(Map.of("itemId", item, "creditCode", code, "answers", List.of()))
            .post("/api/applications")
            .then()
            .statusCode(201)
            .extract()
            .path("applicationId");
    act(id, "accept");
    act(id, "review", "verdict", "agree", "text", "符合条件");
    act(id, "publicise");
    MovableClock.to("2026-03-16");
    act(id, "approve", "amount", yuan);
    MovableClock.to("2026-03-20");
    return id;
  }

  private static void act(String id, String type, Object... fields) {
    Map<String, Object> body = new HashMap<>();
    body.put("type", type);
    body.put(
        "basedOn",
        office()
            .get("/api/applications/" + id)
            .then()
            .statusCode(200)
            .extract()
            .<Integer>path("version"));
    for (int i = 0; i < fields.length; i += 2) {
      body.put((String) fields[i], fields[i + 1]);
    }
    office().body(body).post("/api/applications/" + id + "/events").then().statusCode(200);
  }
}
