package cn.zhitong.assistant.operation;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.DatabaseStartException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Looks at the plans of what the program asks of the tables that may be distributed, on one server
 * or several.
 */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "检查查询计划：向量检索是否用索引，分布后有没有查询把整张表拉到协调节点。",
    exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:没有故障", "1:有故障"})
final class DatabaseCheckCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR", description = "数据目录，默认 ~/.zhitong")
  private Path data = DataFolder.defaultPath();

  @Spec private CommandSpec spec;

  private final Map<String, String> environment;

  DatabaseCheckCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> findings = new ArrayList<>();
    try (OperatedDatabase database = OperatedDatabase.open(data, environment)) {
      findings.addAll(findings(database.jdbc()));
    } catch (DatabaseStartException | JdbcException e) {
      findings.add(Finding.fault("数据库", e.getMessage(), "服务至少要启动过一次；检查 ZHITONG_DB_URL 或 --data"));
    }
    findings.forEach(finding -> out.println(finding.line()));
    out.flush();
    return findings.stream().anyMatch(Finding::isFault) ? 1 : 0;
  }

  private static List<Finding> findings(Jdbc jdbc) {
    CitusStore citus = new CitusStore(jdbc);
    List<Finding> findings = new ArrayList<>();
    if (citus.installed().isPresent()) {
      findings.addAll(new DistributionCheckup(citus).findings());
      findings.add(distributed(citus.distributed()));
    } else {
      findings.add(Finding.good("分布", "单台 PostgreSQL"));
    }
    findings.addAll(PlanCheckup.findings(jdbc));
    return findings;
  }

  private static Finding distributed(List<String> done) {
    List<String> missing =
        DistributedTable.tables().stream().filter(table -> !done.contains(table)).toList();
    return missing.isEmpty()
        ? Finding.good("分布", DistributedTable.values().length + " 张表都已分布")
        : Finding.note(
            "分布", "还没有分布：" + String.join("、", missing), "./zhitong database distribute --dry-run");
  }
}
