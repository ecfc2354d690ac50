package cn.zhitong.eval;

import cn.zhitong.eval.drive.ScratchService;
import cn.zhitong.eval.drive.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which service a run drives. */
final class ServiceOptions {
  @Option(
      names = "--url",
      description = "Service to drive; without it a scratch one is started on a free port.")
  String url;

  @Option(
      names = "--token",
      description = "Administrator's token of --url (else ZHITONG_TOKEN, else the data folder's).")
  String token;

  @Option(names = "--data-folder", description = "Data folder of --url, for its token.")
  Path data = Path.of(System.getProperty("user.home"), ".zhitong");

  Service open() throws IOException, InterruptedException {
    return url == null ? ScratchService.start(home()) : Service.at(url, token());
  }

  /** Root of the checkout, set by the launcher. */
  static Path home() {
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
