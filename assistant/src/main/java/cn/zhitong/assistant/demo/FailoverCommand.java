package cn.zhitong.assistant.demo;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.common.file.Folders;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@code ./zhitong demo-day}: a day of casework on two nodes, one of which is killed midway. Makes
 * its own database and data folders, and removes them. Exit code 0 when nothing was lost, nothing
 * doubled, and the reports agree with the log to the digit.
 */
public final class FailoverCommand {
  private final Path home;
  private final PrintStream out;
  private final Clock clock;

  public FailoverCommand(Path home, PrintStream out, Clock clock) {
    this.home = home;
    this.out = out;
    this.clock = clock;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("zhitong.home", ".")).toAbsolutePath().normalize();
    List<String> wrong =
        new FailoverCommand(home, System.out, Clock.system(Infrastructure.ZONE)).run();
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  /** What went wrong, in Chinese; empty when all agrees. */
  public List<String> run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("zhitong-day-");
    try (DataFolder data = DataFolder.open(folder.resolve("database"));
        EmbeddedDatabase database = EmbeddedDatabase.start(data, System.getenv("ZHITONG_PG_BIN"))) {
      return run(folder, environment(database));
    } finally {
      Folders.delete(folder);
    }
  }

  /** What nodes that share a database are started with. */
  static Map<String, String> environment(EmbeddedDatabase database) {
    return Map.of(
        "ZHITONG_LOG_KEY",
        UUID.randomUUID().toString(),
        "ZHITONG_DB_URL",
        database.jdbcUrl(),
        "ZHITONG_DB_USER",
        EmbeddedDatabase.USER,
        "ZHITONG_DB_PASSWORD",
        database.password(),
        // All of the day's visitors come from one address here.
        "ZHITONG_CASEWORK_APPEALS_PER_MINUTE",
        "100000",
        "ZHITONG_CASEWORK_LOOKUPS_PER_MINUTE",
        "100000");
  }

  private List<String> run(Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Instant begin = clock.instant();
    say("启动两个节点，共用一个数据库……");
    try (ScenarioNode first = ScenarioNode.start("甲", home, folder.resolve("node-a"), environment);
        ScenarioNode second =
            ScenarioNode.start("乙", home, folder.resolve("node-b"), environment)) {
      ScenarioClient api = new ScenarioClient(List.of(first, second));
      api.postRaw("/api/departments", "application/yaml", DemoFiles.text("departments.yaml"));
      FailoverScenario script = new FailoverScenario(api, ScenarioPlan.appeals(), clock);
      say("来件：窗口、接口、热线工单三个渠道，共 " + ScenarioPlan.APPEALS + " 件……");
      script.file();
      script.awaitTriage();
      say("分办、并单、派单……");
      script.decide();
      say("办理、退回、延期、答复、评价；半途以 kill -9 结束节点乙……");
      // When a third of its acts to come are done.
      Thread killer =
          ScenarioPeople.killer(second, script::acts, script.acts() + ScenarioPlan.APPEALS);
      script.handle();
      killer.join();
      return report(script, api, List.of(first, second), begin);
    }
  }

  private List<String> report(
      FailoverScenario script, ScenarioClient api, List<ScenarioNode> nodes, Instant begin)
      throws IOException, InterruptedException {
    ScenarioCheck check =
        new ScenarioCheck(api, LocalDate.now(clock.withZone(Infrastructure.ZONE)));
    check.all(script);
    List<String> wrong = new ArrayList<>(check.wrong());
    for (ScenarioNode node : nodes) {
      say("节点" + node.name() + "处理请求 " + node.served() + (node.dead() ? "，已被结束" : ""));
      if (node.served() == 0) {
        wrong.add("节点" + node.name() + "没有分担任何请求");
      }
    }
    say("操作 " + script.acts() + " 次，其中改由另一节点完成 " + api.failedOver() + " 次");
    check.figures().forEach((name, value) -> say(name + "：" + value));
    wrong.forEach(line -> say("不符：" + line));
    long seconds = Duration.between(begin, clock.instant()).toSeconds();
    say(
        wrong.isEmpty()
            ? "演练通过：没有丢失，没有重复，报表与记录逐项一致（" + seconds + " 秒）"
            : "演练没有通过：" + wrong.size() + " 处不符（" + seconds + " 秒）");
    return wrong;
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
