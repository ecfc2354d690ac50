package cn.zhitong.assistant.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.SourceFiles;
import cn.zhitong.ingest.policy.PolicyMetadata;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library's search box takes the words of people for those of the texts. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LibrarySearchTest {
  private static final Map<String, String> TEXTS =
      Map.of(
          "首台（套）", "岚岫省关于首台（套）装备奖励的通知\n岚工信〔2024〕11号\n一、国内首台（套）装备最高奖励150万元。\n",
          "毕业生", "岚岫省关于支持招用高校毕业生的措施\n岚人社〔2024〕12号\n一、招用毕业两年内的高校毕业生，每人补贴1200元。\n",
          "数字化", "岚岫省关于企业数字化改造的意见\n岚政〔2024〕6号\n一、数字化改造项目按投入的两成补助。\n",
          "采砂", "岚岫省关于河道采砂的公告\n岚水〔2024〕13号\n一、汛期禁止采砂，违者没收所得。\n");

  @Inject Jdbc jdbc;
  @Inject Ingest ingest;
  @Inject Retrieval retrieval;

  @BeforeEach
  void publish(@TempDir Path folder) throws Exception {
    for (Map.Entry<String, String> text : TEXTS.entrySet()) {
      Files.writeString(folder.resolve(text.getKey() + ".txt"), text.getValue());
    }
    ingest.run(
        "library-search",
        SourceFiles.under(List.of(folder)),
        PolicyMetadata.builder().build(),
        outcome -> {});
    retrieval.catchUp();
  }

  @ParameterizedTest
  @CsvSource({
    "首台套, 岚工信〔2024〕11号",
    "大学生, 岚人社〔2024〕12号",
    "招大学生补贴, 岚人社〔2024〕12号",
    "岚政2024 6号, 岚政〔2024〕6号",
    "岚政〔2024〕6号, 岚政〔2024〕6号",
    "數字化, 岚政〔2024〕6号",
    "採砂, 岚水〔2024〕13号"
  })
  void words_otherThanTheTexts_findIt(String words, String number) {
    List<String> found =
        given()
            .queryParam("q", words)
            .get("/api/policies")
            .then()
            .statusCode(200)
            .extract()
            .path("items.documentNumber");
    assertThat(found).contains(number);
    assertThat(found).hasSizeLessThanOrEqualTo(20);
  }
}
