package cn.zhitong.assistant.retrieval;

import static cn.zhitong.assistant.retrieval.StoredCorpus.policy;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.TestLogin;
import cn.zhitong.common.embedding.EmbeddingModels;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.store.LibraryEmbedder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class SearchResourceTest {
  @Inject Jdbc jdbc;
  @Inject EmbeddingModels models;
  @Inject Retrieval retrieval;

  @Test
  void search_afterPublicationAndWithdrawal_findsAndForgets() {
    StoredCorpus corpus = new StoredCorpus(jdbc, new LibraryEmbedder(jdbc, models).get());
    UUID policy =
        corpus.publish(
            policy("青云省养蜂产业扶持办法")
                .number("青政办〔2025〕3号")
                .passage("一", "一、对新增蜂箱100箱以上的企业，每箱给予补助50元。")
                .passage("二", "二、申请人应当向县农业农村局提交申请表。"));
    retrieval.catchUp();
    List<Map<String, Object>> passages = search("新增蜂箱补助多少钱");
    assertThat(passages.get(0))
        .containsEntry("policyId", policy.toString())
        .containsEntry("clause", "一")
        .containsEntry("documentNumber", "青政办〔2025〕3号");
    corpus.withdraw(policy);
    retrieval.catchUp();
    assertThat(search("新增蜂箱补助多少钱"))
        .noneMatch(passage -> passage.get("policyId").equals(policy.toString()));
  }

  private static List<Map<String, Object>> search(String query) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("query", query, "limit", 20))
        .post("/api/search")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("passages");
  }

  @Test
  void badInput_sent_isAProblemThatSaysWhatToDo() {
    for (Map<String, Object> body :
        List.<Map<String, Object>>of(
            Map.of("query", " "),
            Map.of("query", "补助", "limit", 201),
            Map.of("query", "补助", "region", "福建"),
            Map.of("query", "补助", "asOf", "去年"),
            Map.of("query", "补助", "kinds", List.of("law")))) {
      given()
          .contentType(ContentType.JSON)
          .body(body)
          .post("/api/search")
          .then()
          .statusCode(400)
          .body("type", equalTo("urn:zhitong:problem:invalid-request"));
    }
  }

  @Test
  void readiness_asked_tellsWhichVectorIndexServes() {
    TestLogin.token().get("/q/health/ready").then().body(containsString("vectorIndex"));
  }
}
