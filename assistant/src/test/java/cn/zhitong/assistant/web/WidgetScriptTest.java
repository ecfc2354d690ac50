package cn.zhitong.assistant.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.zhitong.assistant.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The script that other sites load, in each way in which they may. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class WidgetScriptTest {
  @Test
  void widget_fromAnotherOrigin_mayBeReadAndIsCompressed() {
    given()
        .header("Origin", "https://site.example")
        .header("Accept-Encoding", "gzip")
        .get("/widget.js")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", equalTo("*"))
        .header("Content-Encoding", equalTo("gzip"));
  }

  @Test
  void pinnedWidget_read_hasTheDigestThatIsTold() throws Exception {
    String path = given().get("/widget.json").path("path");
    String integrity = given().get("/widget.json").path("integrity");
    String script =
        given()
            .get(path)
            .then()
            .statusCode(200)
            .header("Cache-Control", containsString("immutable"))
            .extract()
            .asString();
    byte[] digest =
        MessageDigest.getInstance("SHA-384").digest(script.getBytes(StandardCharsets.UTF_8));
    assertThat(integrity).isEqualTo("sha384-" + Base64.getEncoder().encodeToString(digest));
    given().get("/widget-000000000000.js").then().statusCode(404);
  }
}
