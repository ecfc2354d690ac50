package cn.zhitong.bench.rehearsal;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.common.file.Folders;
import cn.zhitong.common.postgres.StreamingPair;
import cn.zhitong.eval.ServiceOptions;
import cn.zhitong.eval.drive.ServiceProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./zhitong demo-faults}: an hour's work in ten minutes on two nodes, a primary and its
 * replica, while one after the other fails. Exit code 0 when nothing confirmed was lost or doubled,
 * every refusal said why, all went on by itself, and the log verifies.
 */
@Command(
    name = "demo-faults",
    mixinStandardHelpOptions = true,
    description = "演练：两个节点、主库和副本，网络变慢、时钟跳变、节点、副本和主库被杀、磁盘满、邮件和回调没有应答。")
public final class FaultsCommand implements Callable<Integer> {
  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "演练多少分钟（不含启动和核对），可以有小数，默认 ${DEFAULT-VALUE}")
  private double minutes = 10;

  private final Path home;
  private final PrintStream out;
  private final Clock clock;

  FaultsCommand(Path home, PrintStream out, Clock clock) {
    this.home = home;
    this.out = out;
    this.clock = clock;
  }

  /** Runs the command and exits. */
  public static void main(String[] args) {
    Path home = ServiceOptions.home();
    FaultsCommand command = new FaultsCommand(home, System.out, Clock.system(Infrastructure.ZONE));
    System.exit(new CommandLine(command).execute(args));
  }

  /** Whether this machine has what it takes. */
  static boolean possible() {
    return StreamingPair.possible(System.getenv("ZHITONG_PG_BIN"));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return run(Duration.ofMillis((long) (minutes * 60_000))).isEmpty() ? 0 : 1;
  }

  /** What went wrong, in Chinese; empty when all agrees. */
  List<String> run(Duration length) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("zhitong-faults-");
    try (FaultStage stage = FaultStage.build(home, folder)) {
      say("启动两个节点，一个主库和它的同步副本……");
      List<ServiceProcess> nodes = List.of(stage.startNode(0), stage.startNode(1));
      FaultClient client = new FaultClient(nodes);
      try {
        return play(stage, client, length);
      } finally {
        client.node(0).close();
        client.node(1).close();
      }
    } finally {
      Folders.delete(folder);
    }
  }

  private List<String> play(FaultStage stage, FaultClient client, Duration length)
      throws IOException, InterruptedException {
    FaultLoad load = new FaultLoad(client, clock);
    FaultScript script = new FaultScript(stage, client, load, length, this::say);
    load.start();
    try {
      script.play();
    } finally {
      load.end();
    }
    List<String> wrong = new ArrayList<>(script.wrong());
    wrong.addAll(load.wrong());
    client.unclear().forEach((what, times) -> wrong.add("不清楚的拒绝 " + times + " 次：" + what));
    say("全部结束，核对……");
    Findings found = new FaultCheck(client, load).all();
    wrong.addAll(found.wrong());
    if (stage.unansweredNotices() == 0) {
      wrong.add("没有一次邮件或回调，演练没有试到接收方不应答");
    }
    report(client, load, found.figures(), stage, wrong);
    return wrong;
  }

  private void report(
      FaultClient client,
      FaultLoad load,
      Map<String, String> figures,
      FaultStage stage,
      List<String> wrong) {
    figures.forEach((name, value) -> say(name + "：" + value));
    say("检索和报表：" + load.reads() + " 次成功");
    say("请求：有应答 " + client.answered() + "，没有应答 " + client.lost());
    say("拒绝：" + client.refusals());
    say("邮件和回调没有得到应答：" + stage.unansweredNotices() + " 次");
    wrong.forEach(line -> say("不符：" + line));
    say(wrong.isEmpty() ? "演练通过：确认过的没有丢失、没有重复，拒绝都有说明，记录校验完好" : "演练没有通过：" + wrong.size() + " 处不符");
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
