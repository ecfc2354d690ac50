package cn.zhitong.assistant.policy;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures of a policy: shown to whoever reads it, and the progress of files that are pictures. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PolicyPicturesTest {
  private final String mark = Long.toString(System.nanoTime());

  private static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }

  private static RequestSpecification file(String name, byte[] bytes) {
    return as(Role.PUBLISHER).contentType("multipart/form-data").multiPart("file", name, bytes);
  }

  private String page(byte[] picture) {
    return "<html><head><meta charset=utf-8><title>枫林省关于窑厂"
        + mark
        + "的通知</title></head><body><div class=content><h1>枫林省关于窑厂"
        + mark
        + "的通知</h1><p>每座窑补助三万元，办理流程如下图所示。</p><p><img alt=流程图 src=\"data:image/png;base64,"
        + Base64.getEncoder().encodeToString(picture)
        + "\"></p><p>本通知自印发之日起施行，由省工信厅解释。</p></div></body></html>";
  }

  @Test
  void picture_ofAPage_isServedAtItsPlace() throws IOException {
    byte[] picture = png(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB));
    String id =
        file("窑厂" + mark + ".html", page(picture).getBytes(StandardCharsets.UTF_8))
            .post("/api/policies")
            .then()
            .statusCode(201)
            .extract()
            .path("policyId");
    JsonPath policy = visitor().get("/api/policies/" + id).jsonPath();
    assertThat(policy.getList("pictures")).hasSize(1);
    assertThat(policy.getString("pictures[0].alt")).isEqualTo("流程图");
    assertThat(policy.getString("text").substring(policy.getInt("pictures[0].place")))
        .startsWith("本通知自印发");
    Response served = visitor().get(policy.getString("pictures[0].url"));
    served
        .then()
        .statusCode(200)
        .contentType("image/png")
        .header("X-Content-Type-Options", "nosniff");
    assertThat(served.asByteArray()).isEqualTo(picture);
    visitor().get("/api/policies/" + id + "/pictures/2").then().statusCode(404);
    as(Role.PUBLISHER)
        .body("{\"issuer\": \"枫林省工信厅\"}")
        .patch("/api/policies/" + id + "/metadata")
        .then()
        .statusCode(200)
        .body("pictures.size()", equalTo(1));
  }

  @Test
  void preview_ofAPicture_tellsOfItsPageAndAnswersLast() throws IOException {
    BufferedImage empty = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = empty.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 1240, 1754);
    graphics.dispose();
    List<JsonPath> refused = lines(file("空白.png", png(empty)), "/api/policies/preview");
    assertThat(last(refused).getString("event")).isEqualTo("problem");
    assertThat(last(refused).getString("problem.detail")).contains("没有识别出文字");

    byte[] text = ("枫林省关于窑厂的通知\n一、补助\n每座窑补助三万元。\n" + mark).getBytes(StandardCharsets.UTF_8);
    List<JsonPath> read = lines(file("窑厂.txt", text), "/api/policies/preview");
    assertThat(last(read).getString("event")).isEqualTo("answer");
    assertThat(last(read).getInt("status")).isEqualTo(200);
    assertThat(last(read).getString("body.result")).isEqualTo("preview");
    List<JsonPath> published = lines(file("窑厂" + mark + ".txt", text), "/api/policies");
    assertThat(last(published).getInt("status")).isEqualTo(201);
  }

  private static List<JsonPath> lines(RequestSpecification request, String path) {
    Response answer = request.accept("application/x-ndjson").post(path);
    answer.then().statusCode(200).contentType(startsWith("application/x-ndjson"));
    String lines = new String(answer.asByteArray(), StandardCharsets.UTF_8);
    return lines.lines().map(JsonPath::from).toList();
  }

  private static JsonPath last(List<JsonPath> lines) {
    return lines.get(lines.size() - 1);
  }
}
