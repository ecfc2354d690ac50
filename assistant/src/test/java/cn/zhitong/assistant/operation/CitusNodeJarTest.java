package cn.zhitong.assistant.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.zhitong.assistant.casework.log.VerifyLogCommand;
import cn.zhitong.assistant.demo.BuiltJar;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.eval.drive.ServiceProcess;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A node on a cluster: one worker is killed before the tables are distributed and after, and
 * vectors are replaced. Slow because it starts three database servers and the built jar.
 */
@Tag("optional")
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CitusNodeJarTest {
  private static final int LOST = 1;
  private static final List<String> SUBJECTS =
      List.of(
          "茶叶加工", "竹木家具", "水产养殖", "陶瓷釉料", "民宿改造", "冷链仓储", "缝制设备", "盐碱地改良", "山地果园", "鞋底材料", "船舶涂装",
          "中药饮片");

  private static CitusCluster cluster;
  private static ServiceProcess node;
  private static String answerBefore;
  private static Path adapter;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Optional<Path> bin = CitusCluster.programs();
    assumeTrue(bin.isPresent(), "ZHITONG_PG_BIN names no PostgreSQL with Citus");
    Path home = BuiltJar.home();
    cluster = CitusCluster.start(bin.get(), folder);
    node =
        ServiceProcess.start(
            "甲", home, folder.resolve("node").resolve("data"), cluster.environment());
    upload("before.jsonl", SUBJECTS).then().statusCode(201);
    answerBefore = firstCitation(ask());
    adapter = EncoderAdapters.slight(folder);
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
    }
    if (cluster != null) {
      cluster.close();
    }
  }

  /** Ports of the workers that hold passages. */
  private static List<Integer> passagesOnWorkers() {
    return new Jdbc(cluster.coordinator())
        .query(
            """
            select distinct nodeport from citus_shards
             where table_name = 'corpus.passage'::regclass and shard_size > 0
            """,
            row -> row.getInt("nodeport"));
  }

  private record Ran(int exit, String out) {}

  private static Ran run(Map<String, String> more, String... arguments) {
    Map<String, String> environment = new HashMap<>(cluster.environment());
    environment.putAll(more);
    StringWriter out = new StringWriter();
    CommandLine command = DatabaseCommand.commandLine(environment);
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(out));
    return new Ran(command.execute(arguments), out.toString());
  }

  private static void succeeds(Map<String, String> more, String... arguments) {
    Ran ran = run(more, arguments);
    assertThat(ran.exit()).as(ran.out()).isZero();
  }

  private static RequestSpecification http() {
    return RestAssured.given()
        .baseUri(node.url())
        .header("Authorization", "Bearer " + node.token())
        .contentType("application/json");
  }

  private static Response upload(String name, List<String> subjects) {
    String lines =
        subjects.stream().map(CitusNodeJarTest::policy).collect(Collectors.joining("\n"));
    return http()
        .contentType("multipart/form-data")
        .multiPart("file", name, lines.getBytes(StandardCharsets.UTF_8))
        .multiPart("metadata", "{\"source\":\"test\"}", "application/json")
        .post("/api/policies");
  }

  private static String policy(String subject) {
    return """
    {"externalId":"%1$s","title":"关于支持%1$s企业技术改造的若干措施","text":"关于支持%1$s企业技术改造的若干措施\\n第一条 %1$s企业购置设备的，按照设备投资额的12%%给予补助，单个企业最高不超过80万元。\\n第二条 申请补助的%1$s企业应当于每年九月底前向所在地县级主管部门提出申请。"}"""
        .formatted(subject);
  }

  private static Response ask() {
    return http().body(Map.of("question", "茶叶加工企业买设备最高补助多少钱")).post("/api/questions");
  }

  private static String firstCitation(Response answer) {
    return answer.then().statusCode(200).extract().path("citations[0].quote");
  }

  private static Response file(String text) {
    return http()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("text", text, "channel", "form"))
        .post("/api/cases");
  }

  private static long policies() {
    return new Jdbc(cluster.coordinator())
        .query("select count(*) as count from corpus.policy", row -> row.getLong("count"))
        .get(0);
  }

  private static void assertRefusedWithTime(Response response) {
    response.then().statusCode(503).body("type", equalTo("urn:zhitong:problem:overloaded"));
    assertThat(response.header("Retry-After")).isNotBlank();
  }

  @Test
  @Order(1)
  void distribute_workerLost_changesNothingAndSaysSo() throws Exception {
    cluster.kill(LOST);

    Ran ran = run(Map.of(), "distribute", "--shards", "8");

    assertThat(ran.exit()).isNotZero();
    assertThat(ran.out()).contains("连接不上", "什么也没有改");
    assertThat(new CitusStore(new Jdbc(cluster.coordinator())).distributed()).isEmpty();

    cluster.restart(LOST);
    succeeds(Map.of(), "distribute", "--shards", "8");
    assertThat(passagesOnWorkers()).as("workers with passages").hasSize(2);
    assertThat(firstCitation(ask())).isEqualTo(answerBefore);
  }

  @Test
  @Order(2)
  void workerLost_casework_goesOn() throws Exception {
    cluster.kill(LOST);

    Response filed = file("竹木家具企业的补助一直没有到账，请帮助催办");

    filed.then().statusCode(201);
    String id = filed.path("caseId");
    int version = http().get("/api/cases/" + id).then().statusCode(200).extract().path("version");
    http()
        .body(Map.of("type", "note", "text", "已电话联系企业", "basedOn", version))
        .post("/api/cases/" + id + "/events")
        .then()
        .statusCode(200);
    http().get("/api/policies").then().statusCode(200);
    assertRefusedWithTime(http().post("/api/cases/" + id + "/draft"));
  }

  @Test
  @Order(3)
  void workerLost_question_isRefusedWithATime() {
    assertRefusedWithTime(ask());
  }

  @Test
  @Order(4)
  void workerLost_upload_isRefusedWhole() {
    long before = policies();

    assertRefusedWithTime(upload("lost.jsonl", List.of("花卉苗木", "玻璃器皿", "针织面料", "石材加工")));

    assertThat(policies()).isEqualTo(before);
  }

  @Test
  @Order(5)
  void workerRestarted_everything_recoversByItself() throws Exception {
    cluster.restart(LOST);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(firstCitation(ask())).isEqualTo(answerBefore));
    upload("after.jsonl", List.of("花卉苗木", "玻璃器皿", "针织面料", "石材加工")).then().statusCode(201);
    file("冷链仓储的补助在哪里申请").then().statusCode(201);
    succeeds(Map.of(), "check");
    assertThat(verifyLog()).contains("全部完好");
  }

  @Test
  @Order(6)
  void reembed_distributed_replacesVectorsThereAndBack() {
    succeeds(Map.of("ZHITONG_ENCODER_ADAPTER", adapter.toString()), "reembed");
    // The node has no such adapter.
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                ask()
                    .then()
                    .statusCode(503)
                    .body("type", equalTo("urn:zhitong:problem:misconfigured")));

    succeeds(Map.of(), "reembed");

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(firstCitation(ask())).isEqualTo(answerBefore));
    succeeds(Map.of(), "check");
  }

  private static String verifyLog() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      VerifyLogCommand.execute(Map.of(), "--url", node.url(), "--token", node.token());
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
