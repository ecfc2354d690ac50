package cn.zhitong.assistant.operation;

import cn.zhitong.common.jdbc.JdbcException;
import cn.zhitong.common.postgres.DatabaseStartException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts passages, clauses and enterprise files on the workers of a Citus cluster. */
@Command(
    name = "distribute",
    mixinStandardHelpOptions = true,
    description = "把片段、条款和企业档案分布到 Citus 的工作节点；来件、记录、队列和账号留在协调节点。",
    exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:已分布，或已演示", "1:条件不具备，什么也没有改"})
final class DistributeCommand implements Callable<Integer> {
  /** Twice what a worker of eight cores searches at once, for two workers; more may be added. */
  private static final String SHARDS = "32";

  @Option(
      names = "--shards",
      paramLabel = "N",
      defaultValue = SHARDS,
      description = "每张表分成几片，默认 ${DEFAULT-VALUE}；不少于以后会有的工作节点数")
  private int shards;

  @Option(names = "--dry-run", description = "只检查并列出要做的事，什么也不改")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  private final Map<String, String> environment;

  DistributeCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (!OperatedDatabase.external(environment)) {
      out.println("内嵌数据库不能分布。请先把数据迁到装有 Citus 的 PostgreSQL（backup、restore），再用 ZHITONG_DB_URL 指明它。");
      out.flush();
      return 1;
    }
    if (shards < 1 || shards > 1024) {
      out.println("--shards 应为 1 至 1024。");
      out.flush();
      return 1;
    }
    try (OperatedDatabase database = OperatedDatabase.open(null, environment)) {
      return distribute(new CitusStore(database.jdbc()), out);
    } catch (DatabaseStartException | JdbcException e) {
      out.println("没有分布：" + e.getMessage() + "。数据库仍是原来的样子，处理后可以再次执行。");
      return 1;
    } finally {
      out.flush();
    }
  }

  private int distribute(CitusStore store, PrintWriter out) {
    List<Finding> findings = new DistributionCheckup(store).findings();
    findings.forEach(finding -> out.println(finding.line()));
    if (findings.stream().anyMatch(Finding::isFault)) {
      out.println("条件不具备，什么也没有改。");
      return 1;
    }
    List<String> done = store.distributed();
    Map<String, CitusStore.Size> sizes = store.sizes();
    List<DistributedTable> wanted =
        Arrays.stream(DistributedTable.values())
            .filter(table -> !done.contains(table.table()))
            .toList();
    wanted.forEach(table -> out.println(line(table, sizes.get(table.table()))));
    if (wanted.isEmpty()) {
      out.println("已经分布好了，没有要做的。");
    } else if (dryRun) {
      out.println("演示：什么也没有改。执行时这些表有一会儿不能写，请在空闲时进行。");
    } else {
      store.distribute(wanted, shards);
      wanted.forEach(store::dropLocalRows);
      out.println("已分布 " + wanted.size() + " 张表。");
    }
    out.println("再加一台工作节点：select citus_add_node('主机', 端口); select citus_rebalance_start();");
    out.println("进度：select * from citus_rebalance_status(); 之后执行 ./zhitong database check");
    return 0;
  }

  private String line(DistributedTable table, CitusStore.Size size) {
    String how = table.isReference() ? "每台各存一份" : "按 " + table.column() + " 分成 " + shards + " 片";
    String large =
        size == null
            ? ""
            : "，约 %d 行、%s".formatted(size.rows(), DistributionCheckup.megabytes(size.bytes()));
    return "  " + table.table() + "：" + how + large;
  }
}
