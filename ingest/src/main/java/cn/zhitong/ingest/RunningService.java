package cn.zhitong.ingest;

import cn.zhitong.common.http.PlainHttp;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Finds the service that runs on a data folder, by the {@code serve.json} that it writes there. */
public final class RunningService {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private RunningService() {}

  /**
   * The service that was named, or the one that runs on the folder.
   *
   * @param given as on the command line, null for none
   */
  public static Optional<String> url(Path folder, String given) {
    return given == null ? url(folder) : Optional.of(given.replaceAll("/+$", ""));
  }

  /** Its address; empty when none runs, whatever a killed one left behind. */
  public static Optional<String> url(Path folder) {
    Path file = folder.resolve("serve.json");
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      JsonNode node = StandardJson.MAPPER.readTree(file.toFile());
      String url = node.path("url").asText("");
      boolean alive = ProcessHandle.of(node.path("pid").asLong(-1)).isPresent();
      return alive && !url.isEmpty() && answers(url) ? Optional.of(url) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The token that was given, else the environment's ({@code ZHITONG_TOKEN}), else the folder's.
   *
   * @param given as on the command line, null for none
   */
  public static Optional<String> token(Path folder, String given, Map<String, String> environment) {
    String named = given == null ? environment.get("ZHITONG_TOKEN") : given;
    return named == null || named.isBlank() ? token(folder) : Optional.of(named.strip());
  }

  /** The administrator's token; empty where the folder has none or it is not ours to read. */
  private static Optional<String> token(Path folder) {
    try {
      return Optional.of(Files.readString(folder.resolve("token")).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean answers(String url) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/q/health/live")).timeout(PATIENCE).build();
    try {
      return PlainHttp.CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
          < 500;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
