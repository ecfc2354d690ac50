package cn.zhitong.assistant.operation;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.common.postgres.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./zhitong doctor}: what stands in the way of running well, and what to do about it. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "检查数据库、磁盘、时钟、证书、代理和设置，逐行说明该怎么办。",
    exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:没有故障", "1:有故障"})
public final class DoctorCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR", description = "数据目录，默认 ~/.zhitong")
  private Path data = DataFolder.defaultPath();

  @Option(names = "--host", paramLabel = "HOST", description = "serve 监听的地址，默认 ${DEFAULT-VALUE}")
  private String host = "127.0.0.1";

  @Spec private CommandSpec spec;

  private final Map<String, String> environment;
  private final Path workingFolder;
  private final Clock clock;

  private DoctorCommand(Map<String, String> environment, Path workingFolder, Clock clock) {
    this.environment = environment;
    this.workingFolder = workingFolder;
    this.clock = clock;
  }

  /** Runs the command and exits. */
  public static void main(String[] args) {
    Clock clock = Clock.system(Infrastructure.ZONE);
    System.exit(commandLine(System.getenv(), Path.of(""), clock).execute(args));
  }

  static CommandLine commandLine(Map<String, String> environment, Path workingFolder, Clock clock) {
    return new CommandLine(new DoctorCommand(environment, workingFolder, clock));
  }

  @Override
  public Integer call() throws IOException {
    List<Finding> findings = new ArrayList<>();
    findings.add(ProgramCheckup.finding());
    findings.addAll(new DatabaseCheckup(environment, clock).findings(data));
    SiteCheckup site = new SiteCheckup(environment, clock);
    findings.addAll(site.findings(System.getProperty("user.name", ""), host));
    findings.addAll(new SettingsCheckup(environment).findings(workingFolder));
    PrintWriter out = spec.commandLine().getOut();
    findings.forEach(finding -> out.println(finding.line()));
    long faults = findings.stream().filter(Finding::isFault).count();
    out.println(faults == 0 ? "没有故障" : faults + " 处故障");
    out.flush();
    return faults == 0 ? 0 : 1;
  }
}
