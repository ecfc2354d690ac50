package cn.zhitong.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Finds the service that runs on a data folder, by the {@code serve.json} that it writes there. */
public final class RunningService {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private RunningService() {}

  /** Its address; empty when none runs, whatever a killed one left behind. */
  public static Optional<String> url(Path folder) {
    Path file = folder.resolve("serve.json");
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      JsonNode node = new ObjectMapper().readTree(file.toFile());
      String url = node.path("url").asText("");
      boolean alive = ProcessHandle.of(node.path("pid").asLong(-1)).isPresent();
      return alive && !url.isEmpty() && answers(url) ? Optional.of(url) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The administrator's token; empty where the folder has none or it is not ours to read. */
  public static Optional<String> token(Path folder) {
    try {
      return Optional.of(Files.readString(folder.resolve("token")).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean answers(String url) throws IOException {
    HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/q/health/live")).timeout(PATIENCE).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
