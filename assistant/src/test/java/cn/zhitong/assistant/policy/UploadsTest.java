package cn.zhitong.assistant.policy;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Many files in one upload, and attachments that belong to their policy. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class UploadsTest {
  private final String mark = Long.toString(System.nanoTime());
  private final String title = "枫林省关于扶持窑厂" + mark + "的通知";
  private final String text =
      title
          + "\n枫窑规〔2026〕"
          + mark.substring(mark.length() - 5).replaceFirst("^0", "1")
          + "号\n各市：\n一、补助\n每座窑补助三万元，申报材料见附件。\n枫林省人民政府\n2026年3月4日\n附件：窑厂申报表\n";
  private final String form = "窑厂申报表\n\n填表须知：窑温记录" + mark + "应当附三个月的原始数据。\n";

  @Test
  void upload_zip_givesAResultAFileAndLinksTheAttachment() throws IOException {
    List<JsonPath> events = upload(packed());
    assertThat(kinds(events)).startsWith("start", "reading").endsWith("linked", "done");
    JsonPath failed = outcome(events, "批/空.txt");
    assertThat(failed.getString("result")).isEqualTo("failed");
    assertThat(failed.getString("reason")).isNotBlank();
    String parent = outcome(events, "批/正文.txt").getString("policyId");
    String attachment = outcome(events, "批/附件1：窑厂申报表.txt").getString("policyId");
    visitor()
        .get("/api/policies/" + parent)
        .then()
        .body("attachments.policyId", equalTo(List.of(attachment)))
        .body("attachments[0].label", equalTo("附件1"));
    visitor()
        .get("/api/policies/" + attachment)
        .then()
        .body("title", equalTo(title + " 附件1：窑厂申报表"))
        .body("attachedTo.policyId", equalTo(parent));
    visitor()
        .body(Map.of("query", "窑温记录" + mark + "原始数据"))
        .post("/api/search")
        .then()
        .body("passages[0].title", startsWith(title));
    visitor()
        .queryParam("q", mark)
        .get("/api/policies")
        .then()
        .body("items.policyId", hasItem(parent))
        .body("items.policyId", not(hasItem(attachment)));
  }

  @Test
  void attachment_ofAWithdrawnPolicy_goesWithIt() throws IOException {
    List<JsonPath> events = upload(packed());
    String parent = outcome(events, "批/正文.txt").getString("policyId");
    String attachment = outcome(events, "批/附件1：窑厂申报表.txt").getString("policyId");
    publisher()
        .body(Map.of("reason", "测试"))
        .post("/api/policies/" + parent + "/withdrawal")
        .then()
        .statusCode(200);
    visitor().get("/api/policies/" + attachment).then().body("withdrawal.reason", equalTo("测试"));
  }

  @Test
  void attachment_ofAWithdrawnPolicy_uploadedAnew_endsTheUploadInOrder() throws IOException {
    List<JsonPath> events = upload(packed());
    publisher()
        .body(Map.of("reason", "测试"))
        .post("/api/policies/" + outcome(events, "批/正文.txt").getString("policyId") + "/withdrawal")
        .then()
        .statusCode(200);
    Map<String, String> anew = Map.of("批/附件1：窑厂申报表.txt", form + "另附一页。\n");
    assertThat(kinds(upload(zip(anew)))).startsWith("start").contains("outcome").endsWith("done");
  }

  @Test
  void attachment_unlinkedByHand_hasItsOwnTitleAgain() throws IOException {
    List<JsonPath> events = upload(packed());
    String parent = outcome(events, "批/正文.txt").getString("policyId");
    String attachment = outcome(events, "批/附件1：窑厂申报表.txt").getString("policyId");
    String link = "/api/policies/" + parent + "/attachments/" + attachment;
    publisher().delete(link).then().statusCode(200);
    publisher().delete(link).then().statusCode(409);
    visitor().get("/api/policies/" + attachment).then().body("title", equalTo("窑厂申报表"));
    publisher()
        .body(Map.of("label", "附表"))
        .put(link)
        .then()
        .statusCode(200)
        .body("label", equalTo(List.of("附表")));
    publisher()
        .body(Map.of("label", "附件2"))
        .put("/api/policies/" + attachment + "/attachments/" + parent)
        .then()
        .statusCode(409);
  }

  @Test
  void sameNumberAndTitle_underAnotherName_isTold() throws IOException {
    upload(zip(Map.of("甲.txt", text)));
    List<JsonPath> again = upload(zip(Map.of("乙.txt", text + "附注一条。\n")));
    assertThat(outcome(again, "乙.txt").getList("same.relation")).containsExactly("version");
    List<JsonPath> unchanged = upload(zip(Map.of("乙.txt", text + "附注一条。\n")));
    assertThat(outcome(unchanged, "乙.txt").getString("result")).isEqualTo("unchanged");
  }

  @Test
  void upload_brokenZip_isRefusedInWords() {
    send("这不是压缩包".getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(422)
        .body("detail", startsWith("压缩包打不开"));
  }

  @Test
  void upload_brokenZipBehindASoundOne_leavesNothingUnpacked() throws IOException {
    publisher()
        .contentType("multipart/form-data")
        .multiPart("files", "好.zip", zip(Map.of("甲.txt", text)))
        .multiPart("files", "坏.zip", "这不是压缩包".getBytes(StandardCharsets.UTF_8))
        .post("/api/policies/uploads")
        .then()
        .statusCode(422);
    try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(
              folders.filter(folder -> folder.getFileName().toString().startsWith("zhitong-zip")))
          .noneMatch(this::holdsText);
    }
  }

  /** Other runs have folders of their own that come and go. */
  private boolean holdsText(Path folder) {
    try {
      return Files.readString(folder.resolve("0.bin")).equals(text);
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void upload_severalZips_areBoundTogether() throws IOException {
    Map<String, String> many = new LinkedHashMap<>();
    for (int i = 0; i < 260; i++) {
      many.put(i + ".txt", "x");
    }
    publisher()
        .contentType("multipart/form-data")
        .multiPart("files", "一.zip", zip(many))
        .multiPart("files", "二.zip", zip(many))
        .post("/api/policies/uploads")
        .then()
        .statusCode(413)
        .body("detail", startsWith("压缩包里有 520 份文件"));
  }

  private byte[] packed() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("批/正文.txt", text);
    files.put("批/附件1：窑厂申报表.txt", form);
    files.put("批/空.txt", " \n");
    files.put("__MACOSX/批/._正文.txt", "x");
    return zip(files);
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static RequestSpecification publisher() {
    return as(Role.PUBLISHER);
  }

  private static Response send(byte[] zip) {
    return publisher()
        .contentType("multipart/form-data")
        .multiPart("files", "files.zip", zip)
        .post("/api/policies/uploads");
  }

  private static List<JsonPath> upload(byte[] zip) {
    Response response = send(zip);
    response.then().statusCode(200);
    String lines = new String(response.asByteArray(), StandardCharsets.UTF_8);
    return lines.lines().map(JsonPath::from).toList();
  }

  private static List<String> kinds(List<JsonPath> events) {
    return events.stream().map(event -> event.getString("event")).toList();
  }

  private static JsonPath outcome(List<JsonPath> events, String externalId) {
    return events.stream()
        .filter(event -> "outcome".equals(event.getString("event")))
        .filter(event -> externalId.equals(event.getString("externalId")))
        .findFirst()
        .orElseThrow();
  }
}
