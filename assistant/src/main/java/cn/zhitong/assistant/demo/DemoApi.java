package cn.zhitong.assistant.demo;

import cn.zhitong.assistant.runtime.OwnPort;
import cn.zhitong.common.http.PlainHttp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * This service's own interface, called as an outside tool would, with the administrator's token.
 */
@ApplicationScoped
class DemoApi implements AdministratorApi {
  private final ObjectMapper json;
  private final HttpServer server;

  @ConfigProperty(name = "zhitong.admin-token-file")
  Path tokenFile;

  DemoApi(ObjectMapper json, HttpServer server) {
    this.json = json;
    this.server = server;
  }

  @Override
  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  @Override
  public JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
            .build());
  }

  @Override
  public JsonNode put(String path, JsonNode body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
            .build());
  }

  @Override
  public JsonNode postLines(String path, String lines) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(lines))
            .build());
  }

  private HttpRequest.Builder request(String path) throws IOException {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + OwnPort.of(server) + path))
        // A draft on a machine that builds something else beside it took over a minute.
        .timeout(Duration.ofMinutes(5))
        .header("Authorization", "Bearer " + Files.readString(tokenFile).strip());
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        PlainHttp.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          request.method()
              + " "
              + request.uri()
              + " gave "
              + response.statusCode()
              + ": "
              + response.body());
    }
    return json.readTree(response.body());
  }
}
