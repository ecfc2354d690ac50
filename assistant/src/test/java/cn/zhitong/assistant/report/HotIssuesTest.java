package cn.zhitong.assistant.report;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody else's cases are of the years that are asked for here. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class HotIssuesTest {
  private static final String THEME = "工业园区班车停运";

  @Test
  void theme_amongOrdinaryAppeals_isFoundAndMasked() throws Exception {
    List<String> members = file();
    JsonPath report = asked("2016-03-01", "2016-03-31").get("/api/reports/hot-issues").jsonPath();
    assertThat(report.getInt("considered")).isEqualTo(144);
    assertThat(report.getString("issues[0].title")).contains("班车");
    assertThat(report.getInt("issues[0].size")).isBetween(20, 30);
    List<String> numbers = report.getList("issues[0].externalNumbers");
    assertThat(numbers.stream().filter(members::contains).count()).isGreaterThanOrEqualTo(20);
    assertThat(report.getList("issues[0].caseIds")).hasSameSizeAs(numbers);
    assertThat(report.getString("issues[0].regions[0].name")).isEqualTo("大连市");
    assertThat(report.getString("issues[0].departments[0].name")).isEqualTo("市工业和信息化局");
    assertThat(report.getList("issues[0].examples")).hasSize(3);
    assertThat(report.getList("issues[0].marks")).contains("苗头性");
    assertThat(report.getString("issues[0].trend.label")).isNotBlank();
    List<Integer> weeks = report.getList("issues[0].trend.weeks.count");
    assertThat(weeks.stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(report.getInt("issues[0].size"));
    JsonPath bureau =
        asked("2016-03-01", "2016-03-31")
            .queryParam("department", "市工业和信息化局")
            .get("/api/reports/hot-issues")
            .jsonPath();
    assertThat(bureau.getInt("issues[0].size")).isEqualTo(report.getInt("issues[0].size"));
    JsonPath other =
        asked("2016-03-01", "2016-03-31")
            .queryParam("department", "没有来件的局")
            .get("/api/reports/hot-issues")
            .jsonPath();
    assertThat(other.getList("issues")).isEmpty();
    assertThat(report.prettify()).doesNotContain("13812345678");
    String csv = asked("2016-03-01", "2016-03-31").get("/api/reports/hot-issues.csv").asString();
    assertThat(csv).startsWith("\uFEFF").contains("班车").doesNotContain("13812345678");
    assertThat(asked("2016-03-01", "2016-03-31").get("/api/reports/hot-issues.xlsx").asByteArray())
        .startsWith('P', 'K');
  }

  @Test
  void issues_withoutAppeals_areNone() {
    JsonPath report = asked("2015-01-01", "2015-01-31").get("/api/reports/hot-issues").jsonPath();
    assertThat(report.getList("issues")).isEmpty();
    assertThat(report.getInt("considered")).isZero();
  }

  @Test
  void issues_askedForByOthers_areForSupervisorsOnly() {
    visitor().get("/api/reports/hot-issues").then().statusCode(401);
    as(Role.AGENT).get("/api/reports/hot-issues").then().statusCode(403);
    asked("2015-02-30", "2015-03-01").get("/api/reports/hot-issues").then().statusCode(400);
  }

  private static RequestSpecification asked(String from, String to) {
    return token().queryParam("from", from).queryParam("to", to);
  }

  /** 24 of the theme in the last days of March, 120 others over all of it. */
  private static List<String> file() throws Exception {
    List<String> members = new ArrayList<>();
    int ordinary = 0;
    ObjectMapper json = StandardJson.MAPPER;
    String rows =
        new String(
            HotIssuesTest.class.getResourceAsStream("/topic/mixture.jsonl").readAllBytes(),
            StandardCharsets.UTF_8);
    int row = 0;
    for (String line : rows.lines().toList()) {
      JsonNode appeal = json.readTree(line);
      boolean member = appeal.path("theme").asText().equals(THEME);
      if (member || appeal.path("theme").asText().isEmpty() && ordinary < 120) {
        String number = "HOT-" + row++;
        int day = member ? 22 + members.size() % 9 : 1 + ordinary % 30;
        Map<String, Object> body = new HashMap<>();
        body.put("title", appeal.path("title").asText());
        body.put("text", appeal.path("text").asText() + "电话13812345678。");
        body.put("channel", "hotline");
        body.put("externalNumber", number);
        body.put("region", "210200");
        body.put("askedAt", "2016-03-%02dT09:00:00+08:00".formatted(day));
        token().body(body).post("/api/cases").then().statusCode(201);
        if (member) {
          members.add(number);
        } else {
          ordinary++;
        }
      }
    }
    return members;
  }
}
