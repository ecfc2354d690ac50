package cn.zhitong.eval;

import cn.zhitong.eval.drive.ScratchService;
import cn.zhitong.eval.drive.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which service a run or a benchmark drives. */
public final class ServiceOptions {
  @Option(
      names = "--url",
      description = "Service to drive; without it a scratch one is started on a free port.")
  private String url;

  @Option(
      names = "--token",
      description = "Administrator's token of --url (else ZHITONG_TOKEN, else the data folder's).")
  private String token;

  @Option(names = "--data-folder", description = "Data folder of --url, for its token.")
  private Path data = Path.of(System.getProperty("user.home"), ".zhitong");

  /** Whether {@link #open} starts one, which holds nothing yet. */
  public boolean isScratch() {
    return url == null;
  }

  public Service open() throws IOException, InterruptedException {
    return isScratch() ? ScratchService.start(home()) : Service.at(url, token());
  }

  /** Root of the checkout, set by the launcher. */
  public static Path home() {
    return Path.of(System.getProperty("zhitong.home", ".")).toAbsolutePath().normalize();
  }

  private String token() throws IOException {
    if (token != null) {
      return token;
    }
    String fromEnvironment = System.getenv("ZHITONG_TOKEN");
    if (fromEnvironment != null && !fromEnvironment.isBlank()) {
      return fromEnvironment.strip();
    }
    Path file = data.resolve("token");
    return Files.exists(file) ? Files.readString(file).strip() : null;
  }
}
