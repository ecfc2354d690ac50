package cn.zhitong.bench.rehearsal;

import cn.zhitong.assistant.demo.DemoFiles;
import cn.zhitong.assistant.demo.FilingPlan;
import cn.zhitong.assistant.demo.FilingScript;
import cn.zhitong.assistant.demo.PlannedFilings;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.eval.ServiceOptions;
import cn.zhitong.eval.drive.ServiceProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code ./zhitong demo-month}: a month from match to money on two nodes, one of which is killed
 * midway, with errors planted in the treasury's list. Makes its own database and data folders, and
 * removes them. Exit code 0 when nothing was lost, every planted error was found, and boards, lists
 * and reports agree with the log to the digit.
 */
public final class MonthCommand implements Rehearsal.Script {
  private final Rehearsal rehearsal;
  private final Clock clock;
  private final FilingPlan plan;

  MonthCommand(Path home, PrintStream out, Clock clock, FilingPlan plan) {
    this.rehearsal = new Rehearsal(home, out, clock);
    this.clock = clock;
    this.plan = plan;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path home = ServiceOptions.home();
    Clock clock = Clock.system(Infrastructure.ZONE);
    List<String> wrong = new MonthCommand(home, System.out, clock, FilingPlan.WHOLE).run();
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  /** What went wrong, in Chinese; empty when all agrees. */
  List<String> run() throws IOException, InterruptedException {
    return rehearsal.run(this);
  }

  @Override
  public Map<String, String> settings(Path folder) throws IOException {
    Path places = Files.writeString(folder.resolve("places.yaml"), DemoFiles.text("regions.yaml"));
    return Map.of("ZHITONG_PLACES", places.toString());
  }

  @Override
  public Rehearsal.Played play(ScenarioClient api, ServiceProcess victim)
      throws IOException, InterruptedException {
    rehearsal.say("载入政策、" + plan.items() + " 个事项和 " + plan.enterprises() + " 家企业……");
    Map<String, String> items = new MonthSetup(api, plan, clock).load();
    LocalDate today = LocalDate.now(clock);
    FilingScript script = new FilingScript(api, new PlannedFilings(api, plan).of(items), today);
    script.push(items.values());
    int applications = plan.applications();
    rehearsal.say("推送 " + script.pushed() + " 次；申报 " + applications + " 件，半途以 kill -9 结束节点乙……");
    Thread killer = ScenarioPeople.killer(victim, script::acts, applications + applications / 2);
    script.file();
    script.handle();
    killer.join();
    rehearsal.say("导入拨付清单……");
    MonthPayments payments = new MonthPayments(api, script, today);
    List<String> wrong = new ArrayList<>(payments.run());
    rehearsal.say("清单中埋下 " + payments.planted() + " 处差错");
    script.finish();
    Findings found = new MonthCheck(api, today).all(script);
    wrong.addAll(found.wrong());
    return new Rehearsal.Played(script.acts(), found.figures(), wrong, "没有丢失，差错全部发现，各表与记录逐项一致");
  }
}
