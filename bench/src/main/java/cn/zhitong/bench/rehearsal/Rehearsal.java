package cn.zhitong.bench.rehearsal;

import cn.zhitong.common.file.Folders;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.EmbeddedDatabase;
import cn.zhitong.eval.drive.ServiceProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Plays a script on two nodes over one database, both made for it and removed after it, and tells
 * how it went.
 */
final class Rehearsal {
  private final Path home;
  private final PrintStream out;
  private final Clock clock;

  Rehearsal(Path home, PrintStream out, Clock clock) {
    this.home = home;
    this.out = out;
    this.clock = clock;
  }

  /** What is played. */
  interface Script {
    /**
     * Settings of the nodes beside those of their database.
     *
     * @param folder for files of the script's own, removed after it
     */
    default Map<String, String> settings(Path folder) throws IOException {
      return Map.of();
    }

    /**
     * @param victim the node that the script may kill
     */
    Played play(ScenarioClient api, ServiceProcess victim) throws IOException, InterruptedException;
  }

  /**
   * What came of a script.
   *
   * @param wrong what did not agree, in Chinese
   * @param agreed what all is well means, in Chinese
   */
  record Played(int acts, Map<String, String> figures, List<String> wrong, String agreed) {}

  /** What went wrong, in Chinese; empty when all agrees. */
  List<String> run(Script script) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("zhitong-rehearsal-");
    try (DataFolder data = DataFolder.open(folder.resolve("database"));
        EmbeddedDatabase database = EmbeddedDatabase.start(data, System.getenv("ZHITONG_PG_BIN"))) {
      Map<String, String> environment = new HashMap<>(environment(database));
      environment.putAll(script.settings(folder));
      return run(script, folder, environment);
    } finally {
      Folders.delete(folder);
    }
  }

  private static Map<String, String> environment(EmbeddedDatabase database) {
    return Map.of(
        "ZHITONG_LOG_KEY",
        UUID.randomUUID().toString(),
        "ZHITONG_DB_URL",
        database.jdbcUrl(),
        "ZHITONG_DB_USER",
        EmbeddedDatabase.USER,
        "ZHITONG_DB_PASSWORD",
        database.password(),
        // All visitors come from one address here.
        "ZHITONG_CASEWORK_APPEALS_PER_MINUTE",
        "100000",
        "ZHITONG_CASEWORK_LOOKUPS_PER_MINUTE",
        "100000");
  }

  private List<String> run(Script script, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Instant begin = clock.instant();
    say("启动两个节点，共用一个数据库……");
    try (ServiceProcess first =
            ServiceProcess.start("甲", home, folder.resolve("node-a"), environment);
        ServiceProcess second =
            ServiceProcess.start("乙", home, folder.resolve("node-b"), environment)) {
      List<ServiceProcess> nodes = List.of(first, second);
      ScenarioClient api = new ScenarioClient(nodes);
      return report(script.play(api, second), api, nodes, begin);
    }
  }

  private List<String> report(
      Played played, ScenarioClient api, List<ServiceProcess> nodes, Instant begin) {
    List<String> wrong = new ArrayList<>(played.wrong());
    for (ServiceProcess node : nodes) {
      say("节点" + node.name() + "处理请求 " + node.served() + (node.dead() ? "，已被结束" : ""));
      if (node.served() == 0) {
        wrong.add("节点" + node.name() + "没有分担任何请求");
      }
    }
    say("操作 " + played.acts() + " 次，其中改由另一节点完成 " + api.failedOver() + " 次");
    played.figures().forEach((name, value) -> say(name + "：" + value));
    wrong.forEach(line -> say("不符：" + line));
    long seconds = Duration.between(begin, clock.instant()).toSeconds();
    say(
        wrong.isEmpty()
            ? "演练通过：" + played.agreed() + "（" + seconds + " 秒）"
            : "演练没有通过：" + wrong.size() + " 处不符（" + seconds + " 秒）");
    return wrong;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }
}
