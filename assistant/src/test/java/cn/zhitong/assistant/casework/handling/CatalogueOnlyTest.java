package cn.zhitong.assistant.casework.handling;

import static cn.zhitong.assistant.security.TestLogin.token;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkOptionsProfile;
import cn.zhitong.assistant.department.Catalogue;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Where a catalogue is loaded, cases and accounts belong to departments of it. */
@QuarkusTest
@TestProfile(CaseworkOptionsProfile.class)
@WithTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueOnlyTest {
  private static final String CATALOGUE =
      """
      departments:
        - id: t-traffic
          name: 南原市交通运输局
          shortNames: [南原交通局]
          level: city
          duties: [公路]
        - id: t-housing
          name: 南原市住房和城乡建设局
          level: city
          duties: [住房]
      """;

  @Inject Catalogue catalogue;
  @Inject Jdbc jdbc;

  @BeforeEach
  void aCatalogue() {
    catalogue.load(new ByteArrayInputStream(CATALOGUE.getBytes(StandardCharsets.UTF_8)));
  }

  /** Other tests work without a catalogue; the service looks at it again after a while. */
  @AfterAll
  void noCatalogue() {
    jdbc.update("delete from assistant.department_change");
    jdbc.update("delete from assistant.department");
    await().until(() -> catalogue.all().isEmpty());
  }

  @Test
  void change_toAnUnlistedDepartment_isRefusedWithTheOneMeant() {
    Cases filed = Cases.filed("公路补偿");
    filed
        .act(token(), "change", "category", "demand", "department", "南原市交通局", "reason", "x")
        .then()
        .statusCode(400)
        .body("detail", containsString("不在部门目录中"))
        .body("candidates", hasItem("南原市交通运输局"));
    filed
        .act(
            token(),
            "change",
            "category",
            "demand",
            "department",
            "t-traffic",
            "supporting",
            List.of("南原市住建局"),
            "reason",
            "x")
        .then()
        .statusCode(400);
    filed.act(token(), "accept_suggestion").then().statusCode(400);
    filed
        .act(token(), "transfer", "level", "city", "department", "无此局", "reason", "x")
        .then()
        .statusCode(400);
    filed
        .act(token(), "change", "category", "demand", "department", "南原交通局", "reason", "x")
        .then()
        .statusCode(200)
        .body("department.name", equalTo("南原市交通运输局"))
        .body("department.id", equalTo("t-traffic"));
    filed.does("dispatch");
    filed.act(token(), "add_support", "supporting", List.of("无此局")).then().statusCode(400);
  }

  @Test
  void dispatch_toADepartmentDecidedBeforeTheCatalogue_isRefused() {
    Cases filed = Cases.filed("旧决定").does("change", "department", "t-traffic", "reason", "x");
    jdbc.update(
        "update assistant.case_event set body = jsonb_set(body, '{department}', '{\"name\":\"旧局\"}')"
            + " where case_id = ?::uuid and type = 'change'",
        filed.id());
    filed.act(token(), "dispatch").then().statusCode(409).body("detail", containsString("旧局"));
  }

  @Test
  void account_ofAnUnlistedDepartment_isRefused() {
    create("u-unlisted", "南原市交通局").then().statusCode(400);
    create("u-short", "南原交通局").then().statusCode(201);
    token()
        .get("/api/accounts")
        .then()
        .body("items.find { it.name == 'u-short' }.department", equalTo("南原市交通运输局"));
    token().body(Map.of("department", "无此局")).put("/api/accounts/u-short").then().statusCode(400);
  }

  private static io.restassured.response.Response create(String name, String department) {
    return token()
        .body(
            Map.of(
                "name",
                name,
                "displayName",
                name,
                "roles",
                List.of("handler"),
                "department",
                department))
        .post("/api/accounts");
  }
}
