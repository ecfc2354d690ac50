package cn.zhitong.assistant.triage.model;

import cn.zhitong.assistant.triage.history.History;
import cn.zhitong.assistant.triage.history.HistoryColumns;
import cn.zhitong.assistant.triage.history.HistoryReader;
import cn.zhitong.assistant.triage.history.HistoryRow;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.ingest.RunningService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./zhitong triage train}: the owner's history to a candidate model. Exit code 0 when the
 * candidate stands, 1 when training failed, 2 for wrong usage.
 */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "用历史来件（JSON Lines、CSV 或 XLSX）训练候选模型：先给出数据检查报告，再给出交叉验证的数字和与在用模型的比较。",
      "候选模型不会自动启用，由督办人员在页面上或用 POST /api/triage/models/{id}/promotion 决定。"
    },
    exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:候选模型已就绪", "1:训练失败", "2:参数有误"})
public final class TrainCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "历史来件，.jsonl、.csv 或 .xlsx")
  private List<Path> files;

  @ArgGroup private Where where = new Where();

  @Option(names = "--hub", description = "自行答复的总入口单位，不学也不推荐其为承办部门；可重复")
  private List<String> hubs = List.of();

  @Option(
      names = "--columns",
      description = "列名对应关系，如 title=标题,text=内容,category=类别,department=承办单位；常见列名可不填")
  private String columns;

  @Option(names = "--token", description = "督办权限的令牌；默认取 ZHITONG_TOKEN，再取数据目录的 token 文件")
  private String token;

  private final Map<String, String> environment;

  TrainCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  /** A service or the folder that it runs on, not both. */
  static final class Where {
    @Option(names = "--url", description = "正在运行的服务地址，如 http://localhost:8080")
    private String url;

    @Option(names = "--data", description = "服务的数据目录（默认 ~/.zhitong）")
    private Path data;
  }

  /** {@code ./zhitong triage}: so far there is one thing to do. */
  @Command(name = "triage", description = "来件分办：train 用历史来件训练候选模型", mixinStandardHelpOptions = true)
  static final class Group {}

  /** Runs the command and exits. */
  public static void main(String[] args) {
    System.exit(execute(System.getenv(), args));
  }

  static int execute(Map<String, String> environment, String... args) {
    CommandLine line = new CommandLine(new Group());
    line.addSubcommand(new TrainCommand(environment));
    line.setCommandName("zhitong triage");
    if (args.length == 0) {
      line.usage(System.err);
      return CommandLine.ExitCode.USAGE;
    }
    return line.execute(args);
  }

  @Override
  public Integer call() {
    try {
      String lines = rows();
      return new TrainingClient(url(), token()).train(lines, hubs) ? 0 : 1;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return CommandLine.ExitCode.USAGE;
    } catch (IOException e) {
      System.err.println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      System.err.println("已停止等待；服务上的训练仍会继续。");
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  /** All files as the lines that the service takes: one training learns from all of them. */
  private String rows() throws IOException {
    ObjectMapper json = StandardJson.MAPPER;
    HistoryColumns wanted = HistoryColumns.of(columns);
    StringBuilder lines = new StringBuilder();
    for (Path file : files) {
      History history = read(file, wanted, json);
      System.out.printf("%s：%d 行%n", file, history.rows().size() + history.badCount());
      history
          .bad()
          .forEach(bad -> System.out.printf("  第 %d 行不能用：%s%n", bad.line(), bad.problem()));
      for (HistoryRow row : history.rows()) {
        JsonNode line =
            json.createObjectNode()
                .put("id", row.id().startsWith("#") ? file.getFileName() + row.id() : row.id())
                .put("title", row.appeal().title())
                .put("text", row.appeal().text())
                .put("category", row.sourceLabel())
                .put("department", row.department());
        lines.append(line).append('\n');
      }
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("这些文件里没有可用的历史来件。");
    }
    return lines.toString();
  }

  private static History read(Path file, HistoryColumns columns, ObjectMapper json)
      throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new IllegalArgumentException("没有这个文件，或无权读取：" + file);
    }
    boolean table = name.endsWith(".csv") || name.endsWith(".xlsx") || name.endsWith(".tsv");
    if (!table && !name.endsWith(".jsonl") && !name.endsWith(".ndjson")) {
      throw new IllegalArgumentException(file + "：只认 .jsonl、.csv 和 .xlsx 文件");
    }
    try (var in = Files.newInputStream(file)) {
      return table ? HistoryReader.table(in, columns) : HistoryReader.lines(in, columns, json);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + "：" + e.getMessage(), e);
    }
  }

  private Path folder() {
    return where.data == null ? DataFolder.defaultPath() : where.data;
  }

  private String url() throws IOException {
    return RunningService.url(folder(), where.url)
        .orElseThrow(
            () ->
                new IOException(
                    "没有服务在 " + folder() + " 上运行：请先执行 ./zhitong serve，或用 --url 指出服务地址。"));
  }

  private String token() throws IOException {
    return RunningService.token(folder(), token, environment)
        .orElseThrow(
            () -> new IOException("需要督办权限的令牌：请用 --token、环境变量 ZHITONG_TOKEN，或用 --data 指出服务的数据目录。"));
  }
}
