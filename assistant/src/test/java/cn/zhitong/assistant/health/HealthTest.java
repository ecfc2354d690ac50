package cn.zhitong.assistant.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.TestLogin;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class HealthTest {
  @Test
  void readiness_asked_saysWhatTheInstallationRunsOn() {
    JsonPath health = TestLogin.token().get("/q/health/ready").jsonPath();
    assertThat(health.getString("checks.find { it.name == 'installation' }.data.database"))
        .startsWith("PostgreSQL ");
    assertThat(health.getString("checks.find { it.name == 'installation' }.data.languageModel"))
        .isEqualTo("not configured");
  }

  @Test
  void liveness_asked_isUp() {
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void metrics_asked_areGiven() {
    given().get("/test/logs");
    TestLogin.token()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("http_server_requests"));
  }

  @Test
  void openApi_asked_describesTheApi() {
    TestLogin.token()
        .accept("application/json")
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body("info.title", equalTo("Zhitong 直通"))
        .body("info.description", not(equalTo(null)));
    TestLogin.token().get("/q/swagger-ui/").then().statusCode(200);
  }
}
