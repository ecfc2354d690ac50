package cn.zhitong.ingest;

import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.ingest.IngestTarget.TargetException;
import cn.zhitong.ingest.read.SourceFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./zhitong ingest}: files and folders into the library. Exit code 0 when none failed, 1
 * when some did, 2 for wrong usage.
 */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = "把政策文件收进政策库。可随时按 Ctrl-C 停止，重新运行会接着导入。",
    exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:没有失败的文件", "1:有文件失败", "2:参数有误"})
public final class IngestCommand implements Callable<Integer> {
  /** What the command's files are called as a source. */
  static final String SOURCE = "files";

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "文件或文件夹；文件夹会连同下级一起导入")
  private List<Path> paths;

  @ArgGroup private Where where = new Where();

  @Option(names = "--token", description = "发布权限的令牌；默认取 ZHITONG_TOKEN，再取数据目录的 token 文件")
  private String token;

  private final Map<String, String> environment;

  IngestCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  /** A service or a folder, not both. */
  static final class Where {
    @Option(names = "--url", description = "正在运行的服务地址，如 http://localhost:8080")
    private String url;

    @Option(names = "--data", description = "数据目录（默认 ~/.zhitong）：有服务在其上运行就经由服务，否则直接写入数据库")
    private Path data;
  }

  /** Runs the command and exits. */
  public static void main(String[] args) {
    System.exit(execute(System.getenv(), args));
  }

  static int execute(Map<String, String> environment, String... args) {
    return new CommandLine(new IngestCommand(environment)).execute(args);
  }

  @Override
  public Integer call() {
    try {
      List<SourceFile> files = SourceFiles.under(paths);
      if (files.isEmpty()) {
        System.out.println("这些路径下没有文件。");
        return 0;
      }
      return ingest(files);
    } catch (NoSuchFileException e) {
      System.err.println("没有这个文件或文件夹：" + e.getFile());
      return CommandLine.ExitCode.USAGE;
    } catch (IOException e) {
      System.err.println("无法列出文件：" + e.getMessage());
      return CommandLine.ExitCode.USAGE;
    } catch (TargetException e) {
      System.err.println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private int ingest(List<SourceFile> files) throws TargetException {
    IngestTarget target = target();
    IngestConsole console = new IngestConsole(System.out, System.console() != null, files.size());
    Interruption interruption = new Interruption(target, console);
    interruption.watch();
    try {
      System.out.printf("%d 个文件 → %s%n", files.size(), target.describe());
      target.ingest(files, console);
    } catch (TargetException e) {
      // The database that Ctrl-C stopped is no fault; the hook says what there is to say.
      if (!interruption.begun()) {
        throw e;
      }
    } finally {
      if (!interruption.begun()) {
        console.finish();
      }
      interruption.over();
    }
    return console.failed() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
  }

  private IngestTarget target() throws TargetException {
    Path folder = where.data == null ? DataFolder.defaultPath() : where.data;
    if (where.url != null) {
      return new ServiceTarget(where.url, token(folder));
    }
    Optional<String> running = RunningService.url(folder);
    return running.isPresent()
        ? new ServiceTarget(running.get(), token(folder))
        : DatabaseTarget.open(folder, environment);
  }

  private String token(Path folder) throws TargetException {
    return RunningService.token(folder, token, environment)
        .orElseThrow(
            () ->
                new TargetException(
                    "需要发布权限的令牌：请用 --token、环境变量 ZHITONG_TOKEN，或用 --data 指出服务的数据目录。", null));
  }
}
