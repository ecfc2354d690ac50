package cn.zhitong.assistant.casework;

import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.ingest.RunningService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which service or data folder a command is about. */
public final class CommandTarget {
  @Option(names = "--url", paramLabel = "U", description = "正在运行的服务地址，如 http://localhost:8080")
  private String url;

  @Option(names = "--data", paramLabel = "DIR", description = "数据目录，默认 ~/.zhitong")
  private Path data;

  @Option(names = "--token", description = "管理令牌；默认取 ZHITONG_TOKEN，再取数据目录的 token 文件")
  private String token;

  /** The data folder whose database is asked where no service runs. */
  public Path folder() {
    return data == null ? DataFolder.defaultPath() : data;
  }

  /** The service that was named, or the one that runs on the data folder. */
  public Optional<String> service() {
    return RunningService.url(folder(), url);
  }

  /**
   * A request with the bearer token.
   *
   * @throws IOException with how to give the token, where there is none to be found
   */
  public HttpRequest.Builder request(String url, Map<String, String> environment)
      throws IOException {
    String bearer =
        RunningService.token(folder(), token, environment)
            .orElseThrow(
                () -> new IOException("需要管理令牌：请用 --token、ZHITONG_TOKEN，或用 --data 指出数据目录。"));
    return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + bearer);
  }
}
