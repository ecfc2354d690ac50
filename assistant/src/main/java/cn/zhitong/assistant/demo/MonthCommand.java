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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./zhitong demo-month}: a month from match to money on two nodes, one of which is killed
 * midway, with errors planted in the treasury's list. Makes its own database and data folders, and
 * removes them. Exit code 0 when nothing was lost, every planted error was found, and boards, lists
 * and reports agree with the log to the digit.
 */
public final class MonthCommand {
  private final Path home;
  private final PrintStream out;
  private final Clock clock;
  private final MonthPlan plan;

  MonthCommand(Path home, PrintStream out, Clock clock, MonthPlan plan) {
    this.home = home;
    this.out = out;
    this.clock = clock;
    this.plan = plan;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("zhitong.home", ".")).toAbsolutePath().normalize();
    Clock clock = Clock.system(Infrastructure.ZONE);
    List<String> wrong = new MonthCommand(home, System.out, clock, MonthPlan.WHOLE).run();
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  /** What went wrong, in Chinese; empty when all agrees. */
  List<String> run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("zhitong-month-");
    try (DataFolder data = DataFolder.open(folder.resolve("database"));
        EmbeddedDatabase database = EmbeddedDatabase.start(data, System.getenv("ZHITONG_PG_BIN"))) {
      Path places =
          Files.writeString(folder.resolve("places.yaml"), DemoFiles.text("regions.yaml"));
      Map<String, String> environment = new HashMap<>(FailoverCommand.environment(database));
      environment.put("ZHITONG_PLACES", places.toString());
      return run(folder, environment);
    } finally {
      Folders.delete(folder);
    }
  }

  private List<String> run(Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Instant begin = clock.instant();
    say("启动两个节点，共用一个数据库……");
    try (ScenarioNode first = ScenarioNode.start("甲", home, folder.resolve("node-a"), environment);
        ScenarioNode second =
            ScenarioNode.start("乙", home, folder.resolve("node-b"), environment)) {
      ScenarioClient api = new ScenarioClient(List.of(first, second));
      say("载入政策、" + plan.items() + " 个事项和 " + plan.enterprises() + " 家企业……");
      MonthSetup setup = new MonthSetup(api, plan, clock);
      Map<String, String> items = setup.load();
      LocalDate today = LocalDate.now(clock);
      MonthScenario script = new MonthScenario(api, new MonthFilings(api, plan).of(items), today);
      script.push(items.values());
      say("推送 " + script.pushed() + " 次；申报 " + plan.applications() + " 件，半途以 kill -9 结束节点乙……");
      Thread killer =
          ScenarioPeople.killer(
              second, script::acts, plan.applications() + plan.applications() / 2);
      script.file();
      script.handle();
      killer.join();
      say("导入拨付清单……");
      MonthPayments payments = new MonthPayments(api, script, today);
      List<String> wrong = new ArrayList<>(payments.run());
      say("清单中埋下 " + payments.planted() + " 处差错");
      script.finish();
      MonthCheck check = new MonthCheck(api, today);
      check.all(script);
      wrong.addAll(check.wrong());
      return report(script, api, List.of(first, second), check, wrong, begin);
    }
  }

  private List<String> report(
      MonthScenario script,
      ScenarioClient api,
      List<ScenarioNode> nodes,
      MonthCheck check,
      List<String> wrong,
      Instant begin) {
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
            ? "演练通过：没有丢失，差错全部发现，各表与记录逐项一致（" + seconds + " 秒）"
            : "演练没有通过：" + wrong.size() + " 处不符（" + seconds + " 秒）");
    return wrong;
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
