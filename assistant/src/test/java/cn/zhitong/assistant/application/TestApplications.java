package cn.zhitong.assistant.application;

import static cn.zhitong.assistant.security.TestLogin.enterprise;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;

import cn.zhitong.assistant.matching.TestItems;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Applications for tests, over HTTP. */
final class TestApplications {
  static final String OFFICE = "市经信局";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestApplications() {}

  /** A new enterprise with a file that meets items for up to 100 of staff. */
  static String enterpriseMeeting() {
    String code = TestItems.code("91350100MAA", NUMBER.incrementAndGet());
    TestItems.enterprise(code, "甲机械有限公司", 50, "region", "350102", "industry", "C34");
    return code;
  }

  static String item(Map<String, Object> more) {
    return TestItems.published("技改补贴" + NUMBER.incrementAndGet(), 100, more);
  }

  /** Saved by an enterprise and not submitted yet; its id. */
  static String draft(String code) {
    return enterprise(code)
        .body(request(item(Map.of()), code))
        .post("/api/applications?draft=true")
        .then()
        .statusCode(201)
        .extract()
        .path("applicationId");
  }

  static Map<String, Object> request(String item, String code) {
    Map<String, Object> body = new HashMap<>();
    body.put("itemId", item);
    body.put("creditCode", code);
    body.put("answers", List.of());
    return body;
  }

  static String filed(String item, String code) {
    return enterprise(code)
        .body(request(item, code))
        .post("/api/applications")
        .then()
        .statusCode(201)
        .extract()
        .path("applicationId");
  }

  static RequestSpecification office() {
    return handlerOf(OFFICE);
  }

  static int version(String id) {
    return office().get("/api/applications/" + id).then().statusCode(200).extract().path("version");
  }

  /** An act based on what is there now. */
  static Response act(RequestSpecification by, String id, String type, Object... fields) {
    Map<String, Object> body = new HashMap<>();
    body.put("type", type);
    body.put("basedOn", version(id));
    for (int i = 0; i < fields.length; i += 2) {
      body.put((String) fields[i], fields[i + 1]);
    }
    return by.body(body).post("/api/applications/" + id + "/events");
  }

  static ValidatableResponse does(String id, String type, Object... fields) {
    return act(office(), id, type, fields).then().statusCode(200);
  }
}
