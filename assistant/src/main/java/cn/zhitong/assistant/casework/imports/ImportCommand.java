package cn.zhitong.assistant.casework.imports;

import cn.zhitong.assistant.casework.CommandTarget;
import cn.zhitong.common.http.PlainHttp;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.ingest.MultipartForm;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./zhitong import FILE}: a hotline's list into the running service. What could not be taken
 * is written beside the file, with reasons.
 */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "把热线工单（XLSX 或 CSV）导入正在运行的服务。可以重复运行，已导入的行不做改动。",
    exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:全部导入", "1:有行未导入，或服务没有运行", "2:参数有误"})
public final class ImportCommand implements Callable<Integer> {
  private static final String SUFFIX = "-未导入.csv";

  @Parameters(paramLabel = "FILE", description = "XLSX 或 CSV 文件，第一行是列名")
  private Path file;

  @Mixin private CommandTarget target = new CommandTarget();

  @Option(
      names = "--mapping",
      paramLabel = "JSON",
      description = "字段 → 列名，如 {\"text\":\"诉求内容\"}；缺省按常见列名识别")
  private String mapping;

  @Option(names = "--channel", defaultValue = "hotline", description = "来源渠道，默认 ${DEFAULT-VALUE}")
  private String channel;

  private final Map<String, String> environment;

  ImportCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Runs the command and exits. */
  public static void main(String[] args) {
    System.exit(execute(System.getenv(), args));
  }

  /** Runs the command; its exit code. */
  public static int execute(Map<String, String> environment, String... args) {
    return new CommandLine(new ImportCommand(environment)).execute(args);
  }

  @Override
  public Integer call() {
    if (!Files.isReadable(file)) {
      System.err.println("没有这个文件，或无法读取：" + file);
      return CommandLine.ExitCode.USAGE;
    }
    try {
      return report(send());
    } catch (IOException e) {
      System.err.println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  /** What of the service's answer is told. */
  record Answer(int rows, int created, int unchanged, List<FailedRow> failed, String failedFile) {}

  record FailedRow(int row, String reason) {}

  /** What of a refusal is told. */
  record Refusal(String detail) {}

  private Answer send() throws IOException, InterruptedException {
    MultipartForm form =
        new MultipartForm()
            .text("channel", channel)
            .file("file", file.getFileName().toString(), file);
    if (mapping != null) {
      form.text("mapping", mapping);
    }
    HttpRequest request =
        request("/api/cases/import")
            .header("Content-Type", form.contentType())
            .POST(form.body())
            .build();
    return StandardJson.MAPPER.readValue(body(request), Answer.class);
  }

  private int report(Answer result) throws IOException, InterruptedException {
    System.out.printf(
        "%d 行：新增 %d，已有 %d，未导入 %d%n",
        result.rows(), result.created(), result.unchanged(), result.failed().size());
    for (FailedRow row : result.failed()) {
      System.out.printf("  第 %d 行：%s%n", row.row(), row.reason());
    }
    if (result.failed().isEmpty()) {
      return CommandLine.ExitCode.OK;
    }
    String name = file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    Path failed = file.resolveSibling(name + SUFFIX);
    Files.writeString(failed, body(request(result.failedFile()).build()));
    System.out.println("未导入的行已写到 " + failed + "，改好后再次导入即可。");
    return CommandLine.ExitCode.SOFTWARE;
  }

  private HttpRequest.Builder request(String path) throws IOException {
    String url =
        target
            .service()
            .orElseThrow(
                () -> new IOException("没有找到正在运行的服务。请先 ./zhitong serve，或用 --url、--data 指出。"));
    return target.request(url + path, environment);
  }

  private String body(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        PlainHttp.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      String detail = StandardJson.MAPPER.readValue(response.body(), Refusal.class).detail();
      throw new IOException(
          "服务没有接受（" + response.statusCode() + "）：" + (detail == null ? response.body() : detail));
    }
    return response.body();
  }
}
