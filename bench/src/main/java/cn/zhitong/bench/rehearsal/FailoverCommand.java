package cn.zhitong.bench.rehearsal;

import cn.zhitong.assistant.demo.DemoFiles;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.eval.ServiceOptions;
import cn.zhitong.eval.drive.ServiceProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * {@code ./zhitong demo-day}: a day of casework on two nodes, one of which is killed midway. Makes
 * its own database and data folders, and removes them. Exit code 0 when nothing was lost, nothing
 * doubled, and the reports agree with the log to the digit.
 */
public final class FailoverCommand {
  private final Rehearsal rehearsal;
  private final Clock clock;

  public FailoverCommand(Path home, PrintStream out, Clock clock) {
    this.rehearsal = new Rehearsal(home, out, clock);
    this.clock = clock;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path home = ServiceOptions.home();
    List<String> wrong =
        new FailoverCommand(home, System.out, Clock.system(Infrastructure.ZONE)).run();
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  /** What went wrong, in Chinese; empty when all agrees. */
  public List<String> run() throws IOException, InterruptedException {
    return rehearsal.run(this::play);
  }

  private Rehearsal.Played play(ScenarioClient api, ServiceProcess victim)
      throws IOException, InterruptedException {
    api.postRaw("/api/departments", "application/yaml", DemoFiles.text("departments.yaml"));
    FailoverScenario script = new FailoverScenario(api, ScenarioPlan.appeals(), clock);
    rehearsal.say("来件：窗口、接口、热线工单三个渠道，共 " + ScenarioPlan.APPEALS + " 件……");
    script.file();
    script.awaitTriage();
    rehearsal.say("分办、并单、派单……");
    script.decide();
    rehearsal.say("办理、退回、延期、答复、评价；半途以 kill -9 结束节点乙……");
    // When a third of its acts to come are done.
    Thread killer =
        ScenarioPeople.killer(victim, script::acts, script.acts() + ScenarioPlan.APPEALS);
    script.handle();
    killer.join();
    ScenarioCheck check =
        new ScenarioCheck(api, LocalDate.now(clock.withZone(Infrastructure.ZONE)));
    Findings found = check.all(script);
    return new Rehearsal.Played(
        script.acts(), found.figures(), found.wrong(), "没有丢失，没有重复，报表与记录逐项一致");
  }
}
