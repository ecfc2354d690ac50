package cn.zhitong.bench.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.json.StandardJson;
import cn.zhitong.eval.drive.ServiceProcess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} on a folder, killed with -9 together with nothing, then with its database. */
class KilledServiceJarTest {
  private static final String TEXT = "我公司厂房漏雨渗水严重，联系人欧阳暗语，电话13712345678，请尽快协调物业维修。";
  private static final List<String> PERSONAL =
      List.of("漏雨渗水", "欧阳暗语", "13712345678", "暗语有限公司", "anyu@example.com");

  private final ObjectMapper json = StandardJson.MAPPER;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void service_killed_losesNothingAndLogsNothingPersonal() throws Exception {
    Path home = BuiltJarFolder.home();
    Path data = folder.resolve("data");
    JsonNode first;
    JsonNode second;
    try (ServiceProcess node = ServiceProcess.start("甲", home, data, Map.of())) {
      first = file(node, "一");
      String path = "/api/cases/" + first.path("caseId").asText();
      ScenarioClient api = new ScenarioClient(List.of(node));
      api.post(path + "/draft", json.createObjectNode(), true, Map.of());
      api.post("/api/triage", json.createObjectNode().put("text", TEXT), true, Map.of());
      api.act(path, event("note").put("text", TEXT));
      nothingPersonalIn(node.log());
      node.kill();
    }
    assertThat(postmaster(data)).as("the database outlives the service").isPresent();
    try (ServiceProcess node = ServiceProcess.start("甲", home, data, Map.of())) {
      requireKept(node, first);
      second = file(node, "二");
      node.kill();
    }
    ProcessHandle database = postmaster(data).orElseThrow();
    database.destroyForcibly();
    database.onExit().join();
    try (ServiceProcess node = ServiceProcess.start("甲", home, data, Map.of())) {
      requireKept(node, first);
      requireKept(node, second);
      ScenarioClient api = new ScenarioClient(List.of(node));
      JsonNode proof = api.get("/api/cases/verification");
      assertThat(proof.path("intact").asBoolean()).isTrue();
      assertThat(proof.path("cases").asInt()).isEqualTo(2);
      nothingPersonalIn(node.log());
    }
  }

  private JsonNode file(ServiceProcess node, String title) throws Exception {
    ObjectNode body = json.createObjectNode().put("title", title).put("text", TEXT);
    body.put("enterprise", "暗语有限公司").put("contactName", "欧阳暗语");
    body.put("contactPhone", "13712345678").put("contactEmail", "anyu@example.com");
    return new ScenarioClient(List.of(node)).post("/api/cases", body, true, Map.of());
  }

  private ObjectNode event(String type) {
    return json.createObjectNode().put("type", type);
  }

  private void requireKept(ServiceProcess node, JsonNode filed) throws Exception {
    String id = filed.path("caseId").asText();
    JsonNode file =
        new ScenarioClient(List.of(node)).get("/api/cases/" + id + "?personalData=true");
    assertThat(file.path("text").asText()).isEqualTo(TEXT);
    assertThat(file.path("contact").path("name").asText()).isEqualTo("欧阳暗语");
    assertThat(file.path("events").size()).isGreaterThanOrEqualTo(2);
  }

  private static void nothingPersonalIn(String log) {
    assertThat(log).isNotEmpty();
    PERSONAL.forEach(word -> assertThat(log).doesNotContain(word));
  }

  /** PostgreSQL's first process on a data folder, by the file that it keeps there. */
  private static Optional<ProcessHandle> postmaster(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data, 2)) {
      Optional<Path> pid = files.filter(file -> file.endsWith("postmaster.pid")).findFirst();
      return pid.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(Files.readAllLines(pid.get()).get(0).strip()));
    }
  }
}
