package cn.zhitong.assistant.casework;

import static cn.zhitong.assistant.security.TestLogin.token;

import cn.zhitong.assistant.department.TestDepartments;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** A case under test: files it and acts on it over HTTP, keeping count of its version. */
public final class Cases {
  private final String id;
  private final String trackingCode;

  private Cases(String id, String trackingCode) {
    this.id = id;
    this.trackingCode = trackingCode;
  }

  public static Cases filed(String text) {
    return filed(Map.of("text", text));
  }

  public static Cases filed(Map<String, Object> request) {
    Response response = token().body(request).post("/api/cases");
    response.then().statusCode(201);
    return new Cases(response.path("caseId"), response.path("trackingCode"));
  }

  /** One that was filed otherwise; its tracking code is not known. */
  public static Cases known(String id) {
    return new Cases(id, null);
  }

  public String id() {
    return id;
  }

  public String trackingCode() {
    return trackingCode;
  }

  public int version() {
    return token().get("/api/cases/" + id).then().statusCode(200).extract().path("version");
  }

  public String state() {
    return token().get("/api/cases/" + id).path("state");
  }

  /** Field names and values by turns; basedOn is the present version unless given. */
  public Response act(RequestSpecification as, String type, Object... fields) {
    Map<String, Object> body = new HashMap<>();
    body.put("type", type);
    body.put("basedOn", version());
    for (int i = 0; i < fields.length; i += 2) {
      body.put((String) fields[i], fields[i + 1]);
    }
    return as.body(body).post("/api/cases/" + id + "/events");
  }

  /** By the administrator's token; must succeed. */
  public Cases does(String type, Object... fields) {
    act(token(), type, fields).then().statusCode(200);
    return this;
  }

  /** Given a category and a department, which the catalogue has from then on. */
  public Cases decided(String category, String department) {
    return does(
        "change",
        "category",
        category,
        "department",
        TestDepartments.listed(department),
        "reason",
        "测试");
  }
}
