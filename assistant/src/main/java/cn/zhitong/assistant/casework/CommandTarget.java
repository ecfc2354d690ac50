package cn.zhitong.assistant.casework;

import cn.zhitong.ingest.RunningService;
import cn.zhitong.ingest.database.DataFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which service or data folder a command is about. */
final class CommandTarget {
  @Option(names = "--url", paramLabel = "U", description = "正在运行的服务地址，如 http://localhost:8080")
  private String url;

  @Option(names = "--data", paramLabel = "DIR", description = "数据目录，默认 ~/.zhitong")
  private Path data;

  @Option(names = "--token", description = "管理令牌；默认取 ZHITONG_TOKEN，再取数据目录的 token 文件")
  private String token;

  Path folder() {
    return data == null ? DataFolder.defaultPath() : data;
  }

  /** The service that was named, or the one that runs on the data folder. */
  Optional<String> service() {
    return url == null ? RunningService.url(folder()) : Optional.of(url.replaceAll("/+$", ""));
  }

  /** The bearer token; empty where there is none to be found. */
  Optional<String> token(Map<String, String> environment) {
    String given = token == null ? environment.get("ZHITONG_TOKEN") : token;
    return given == null || given.isBlank()
        ? RunningService.token(folder())
        : Optional.of(given.strip());
  }
}
