package cn.zhitong.assistant.operation;

import static cn.zhitong.assistant.security.TestLogin.token;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dashboard and the alerts ask for nothing that /q/metrics does not tell. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MonitoringTest {
  private static final Path FOLDER = Path.of("../deploy/monitoring");
  private static final Pattern NAME =
      Pattern.compile("\\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+)\\s*[{\\[)]");

  /** Told by Prometheus itself, not by us. */
  private static final Set<String> OF_PROMETHEUS = Set.of("up");

  @Test
  void dashboardAndAlerts_asShipped_useMetricsThatExist() throws Exception {
    token().body(Map.of("question", "小微企业的所得税优惠")).post("/api/questions");
    token().get("/api/policies").then().statusCode(200);
    String told = token().get("/q/metrics").then().statusCode(200).extract().asString();
    List<String> expressions = expressions();
    assertThat(expressions).hasSizeGreaterThan(20);
    Set<String> asked = new TreeSet<>();
    for (String expression : expressions) {
      Matcher names = NAME.matcher(expression);
      while (names.find()) {
        asked.add(names.group(1));
      }
    }
    asked.removeAll(OF_PROMETHEUS);
    assertThat(asked).hasSizeGreaterThan(10);
    assertThat(asked)
        .allSatisfy(
            name ->
                assertThat(
                        told.lines()
                            .anyMatch(l -> l.startsWith(name + "{") || l.startsWith(name + " ")))
                    .as(name)
                    .isTrue());
  }

  private static List<String> expressions() throws Exception {
    List<String> expressions = new ArrayList<>();
    JsonNode dashboard =
        StandardJson.MAPPER.readTree(FOLDER.resolve("grafana-dashboard.json").toFile());
    for (JsonNode panel : dashboard.path("panels")) {
      panel.path("targets").forEach(target -> expressions.add(target.path("expr").asText()));
    }
    JsonNode alerts = new YAMLMapper().readTree(FOLDER.resolve("alerts.yaml").toFile());
    for (JsonNode group : alerts.path("groups")) {
      for (JsonNode rule : group.path("rules")) {
        assertThat(rule.path("annotations").path("action").asText()).isNotBlank();
        expressions.add(rule.path("expr").asText());
      }
    }
    return expressions;
  }
}
