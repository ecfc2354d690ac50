package cn.zhitong.assistant.policy;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class PolicyApiTest {
  private static final String TEXT =
      """
      测试省人民政府关于扶持企业的若干措施

      一、总体要求

      对符合条件的企业给予补助。（责任单位：省工信厅、财政厅）

      二、附则

      本措施自2024年1月1日起施行。
      """;

  private final String mark = UUID.randomUUID().toString();

  @Test
  void policy_publishedAgain_saysThatNothingChanged() {
    String metadata = "{\"issuer\": \"测试省人民政府\", \"kind\": \"policy\", \"region\": \"350000\"}";
    String id =
        publish("measures.txt", TEXT + mark, metadata)
            .statusCode(201)
            .body("metadata.issuer", equalTo("测试省人民政府"))
            .body("metadata.kind", equalTo("policy"))
            .body("result", equalTo("created"))
            .body("clauses", greaterThan(1))
            .body("passages", greaterThan(0))
            .body("warnings", notNullValue())
            .extract()
            .path("policyId");

    publish("measures.txt", TEXT + mark, metadata).statusCode(200).body("policyId", equalTo(id));
    visitor()
        .get("/api/policies/" + id)
        .then()
        .statusCode(200)
        .body("externalId", equalTo("measures.txt"))
        .body("source", equalTo("upload"))
        .body("status", equalTo("in_force"))
        .body("withdrawal", equalTo(null));
    visitor()
        .get("/api/policies/" + id + "/clauses")
        .then()
        .statusCode(200)
        .body("path", hasItems("一", "二"))
        .body("find { it.path == '一' }.responsibilities", notNullValue());
    visitor()
        .queryParam("q", mark)
        .queryParam("region", "350000")
        .queryParam("kind", "policy")
        .get("/api/policies")
        .then()
        .body("items.policyId", equalTo(List.of(id)))
        .body("total", equalTo(1))
        .body("page", equalTo(1))
        .body("pageSize", equalTo(20));
    visitor()
        .queryParam("q", mark)
        .queryParam("kind", "policy")
        .get("/api/policies/facets")
        .then()
        .statusCode(200)
        .body("region.find { it.value == '350000' }.label", equalTo("福建省"))
        .body("region.find { it.value == '350000' }.count", equalTo(1))
        .body("kind.value", equalTo(List.of("policy")));
  }

  /** What people type is not how titles are printed. */
  @Test
  void list_wordsOfPeople_findsWhatTheSearchFinds() {
    String text =
        """
        测试省民政厅关于首版（次）养老软件奖励的通知
        测民发〔2031〕47号

        一、奖励标准。经认定的首版（次）养老软件，每件奖励30万元。

        二、招用高校毕业生从事养老服务的，每人补贴3000元。

        本通知自2024年1月1日起施行。
        """;
    String id =
        publish("养老软件" + mark + ".txt", text, "{\"region\": \"350000\"}")
            .statusCode(201)
            .extract()
            .path("policyId");
    for (String words : List.of("首版次养老软件", "养老 大学生补贴", "测民发2031 47号", "養老軟件獎勵")) {
      visitor()
          .queryParam("q", words)
          .get("/api/policies")
          .then()
          .body("items.policyId", hasItem(id));
    }
  }

  /** As curl and browsers send it: raw UTF-8 in the part's header. */
  @Test
  void upload_withAChineseFileName_keepsIt() {
    String body =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"措施%s.txt\"\r\n\r\n%s\r\n--x--\r\n"
            .formatted(mark, TEXT + mark);
    publisher()
        .config(
            RestAssured.config()
                .encoderConfig(
                    encoderConfig().encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
        .contentType("multipart/form-data; boundary=x")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/api/policies")
        .then()
        .statusCode(201)
        .body("externalId", equalTo("措施" + mark + ".txt"));
  }

  @Test
  void preview_ofAFile_storesNothing() {
    upload(publisher(), "预览.txt", TEXT + mark, null)
        .post("/api/policies/preview")
        .then()
        .statusCode(200)
        .body("policyId", equalTo(null))
        .body("outline.path", hasItems("一", "二"));
    visitor().queryParam("q", mark).get("/api/policies").then().body("items", empty());
  }

  @Test
  void correction_whenTheFileComesAgain_isKept() {
    String metadata =
        "{\"issuer\": \"测试省人民政府\", \"kind\": \"policy\", \"issuedOn\": \"2025-09-26\"}";
    String id =
        publish("correct.txt", TEXT + mark, metadata).statusCode(201).extract().path("policyId");
    publisher()
        .contentType(ContentType.JSON)
        .body("{\"effectiveTo\": \"2030-12-31\", \"issuer\": null, \"themes\": [\"节水\"]}")
        .patch("/api/policies/" + id + "/metadata")
        .then()
        .statusCode(200)
        .body("metadata.effectiveTo", equalTo("2030-12-31"))
        .body("metadata.issuer", equalTo(null))
        .body("metadata.themes", equalTo(List.of("节水")))
        .body("metadata.issuedOn", equalTo("2025-09-26"))
        .body("sources.find { it.field == 'effectiveTo' }.source", equalTo("given"))
        .body("text", containsString(mark));
    publish("correct.txt", TEXT + mark, metadata)
        .statusCode(200)
        .body("result", equalTo("unchanged"));
    visitor().get("/api/policies/" + id + "/clauses").then().body("path", hasItems("一", "二"));
    publisher()
        .contentType(ContentType.JSON)
        .body("{\"nothing\": 1}")
        .patch("/api/policies/" + id + "/metadata")
        .then()
        .statusCode(400);
    // Friday; Sunday the 28th is worked, 1 to 8 October are off.
    publisher()
        .get("/api/policies/publishing-clock?limit=200")
        .then()
        .statusCode(200)
        .body("items.find { it.policyId == '" + id + "' }.dueOn", equalTo("2025-10-10"))
        .body("items.find { it.policyId == '" + id + "' }.state", equalTo("late"));
  }

  @Test
  void publishingClock_ofPolicies_saysWhichAreExplained() {
    String title = "测试省节水改造若干措施" + mark.substring(0, 8);
    String id =
        publish(
                "explained.txt",
                TEXT + mark,
                "{\"title\": \"" + title + "\", \"kind\": \"policy\"}")
            .statusCode(201)
            .extract()
            .path("policyId");
    publish(
            "explains.txt",
            "问：谁可以申报？\n答：企业可以申报。" + mark,
            "{\"kind\": \"interpretation\", \"explains\": \"" + title + "\"}")
        .statusCode(201);
    publisher()
        .get("/api/policies/publishing-clock?limit=200")
        .then()
        .body("items.find { it.policyId == '" + id + "' }.interpreted", equalTo(true))
        .body("items.find { it.policyId == '" + id + "' }.guided", equalTo(false));
  }

  @Test
  void policy_withdrawn_needsAReason() {
    String id = publish(mark + ".txt", TEXT + mark, null).extract().path("policyId");
    publisher()
        .contentType("application/json")
        .body(Map.of("reason", " "))
        .post("/api/policies/" + id + "/withdrawal")
        .then()
        .statusCode(400);
    Map<String, String> reason = Map.of("reason", "发布有误");
    publisher()
        .body(reason)
        .post("/api/policies/" + id + "/withdrawal")
        .then()
        .statusCode(200)
        .body("withdrawal.reason", equalTo("发布有误"));
    publisher().body(reason).post("/api/policies/" + id + "/withdrawal").then().statusCode(409);
    visitor().queryParam("q", mark).get("/api/policies").then().body("items", empty());
    visitor().get("/api/policies/" + id).then().body("withdrawal.reason", equalTo("发布有误"));
  }

  @Test
  void upload_ofJsonLines_givesEachPolicy() {
    String feed =
        "{\"_id\": \"%s-1\", \"title\": \"公告\", \"text\": \"一、禁止进口。二、没收。\"}\n{oops\n"
            .formatted(mark);
    upload(publisher(), "feed.jsonl", feed, null)
        .post("/api/policies")
        .then()
        .statusCode(201)
        .body("policies.externalId", equalTo(List.of(mark + "-1")))
        .body("failed.externalId", hasItem("feed.jsonl#2"));
  }

  @Test
  void upload_ofManyFiles_givesEachAResult() {
    publisher()
        .contentType("multipart/form-data")
        .multiPart(part("files", encoded("省级/" + mark + "甲.txt"), TEXT + mark))
        .multiPart(part("files", encoded(mark + "空.txt"), ""))
        .multiPart(part("files", encoded(mark + ".png"), "xyz"))
        .post("/api/policies/batch")
        .then()
        .statusCode(200)
        .body("outcomes", hasSize(3))
        .body(
            "outcomes.find { it.result == 'created' }.externalId", equalTo("省级/" + mark + "甲.txt"))
        .body("outcomes.result", hasItems("failed", "skipped"));
  }

  @Test
  void upload_withAFault_saysWhatIsWrong() {
    problem(upload(publisher(), "空.txt", "", null), 422, "unreadable-file");
    problem(upload(publisher(), "空白.txt", " \n ", null), 422, "unreadable-file");
    problem(upload(publisher(), "a.txt", TEXT, "{\"kind\": \"law\"}"), 400, "invalid-request");
    problem(upload(publisher(), "a.txt", TEXT, "{kind"), 400, "invalid-request");
    problem(upload(publisher(), "a.txt", TEXT, "{\"issuedOn\": \"5月\"}"), 400, "invalid-request");
    problem(upload(as(Role.AGENT), "a.txt", TEXT, null), 403, "forbidden");
    problem(upload(visitor(), "a.txt", TEXT, null), 401, "unauthorized");
    for (String path : new String[] {"no-uuid", UUID.randomUUID().toString()}) {
      visitor().get("/api/policies/" + path).then().statusCode(404);
      visitor().get("/api/policies/" + path + "/clauses").then().statusCode(404);
    }
    visitor().get("/api/policies?kind=law").then().statusCode(400);
    visitor().get("/api/policies?pageSize=0").then().statusCode(400);
    visitor().queryParam("q", mark).get("/api/policies").then().body("total", not(greaterThan(0)));
  }

  /** A sparse file, sent from disk: the client must not be what runs out of memory. */
  @Test
  void upload_over50Megabytes_isRefused(@TempDir Path folder) throws IOException {
    Path large = folder.resolve("large.txt");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((50L << 20) + 1);
    }
    problem(
        publisher().contentType("multipart/form-data").multiPart("file", large.toFile()),
        413,
        "too-large");
  }

  private static RequestSpecification publisher() {
    return as(Role.PUBLISHER);
  }

  private static ValidatableResponse publish(String name, String text, String metadata) {
    return upload(publisher(), name, text, metadata).post("/api/policies").then();
  }

  private static RequestSpecification upload(
      RequestSpecification who, String name, String text, String metadata) {
    RequestSpecification request =
        who.contentType("multipart/form-data").multiPart(part("file", name, text));
    return metadata == null
        ? request
        : request.multiPart(
            new MultiPartSpecBuilder(metadata).controlName("metadata").charset("UTF-8").build());
  }

  private static MultiPartSpecification part(String control, String name, String text) {
    return new MultiPartSpecBuilder(text.getBytes(StandardCharsets.UTF_8))
        .controlName(control)
        .fileName(name)
        .build();
  }

  private static String encoded(String externalId) {
    return URLEncoder.encode(externalId, StandardCharsets.UTF_8);
  }

  private static void problem(RequestSpecification request, int status, String type) {
    request
        .post("/api/policies")
        .then()
        .statusCode(status)
        .body("type", equalTo("urn:zhitong:problem:" + type));
  }
}
