package cn.zhitong.eval.drive;

import cn.zhitong.eval.dataset.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Calls of the service's HTTP contract. A reply other than 2xx is an {@link IOException}. */
public final class Api {
  private static final int TRIES = 5;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final Service service;

  public Api(Service service) {
    this.service = service;
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  public JsonNode postJson(String path, Object body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.line(body)))
            .build());
  }

  /** Posts lines and returns the reply as it came. */
  public String postLines(String path, String lines) throws IOException, InterruptedException {
    return body(
        request(path)
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(lines))
            .build());
  }

  public JsonNode postFile(String path, String fileName, String content, Map<String, String> fields)
      throws IOException, InterruptedException {
    String boundary = "zhitong-" + UUID.randomUUID();
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append("--")
                .append(boundary)
                .append("\r\n")
                .append("Content-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n")
                .append("Content-Type: application/json; charset=UTF-8\r\n\r\n")
                .append(value)
                .append("\r\n"));
    body.append("--")
        .append(boundary)
        .append("\r\n")
        .append("Content-Disposition: form-data; name=\"file\"; filename=\"")
        .append(fileName)
        .append("\"\r\n")
        .append("Content-Type: application/octet-stream\r\n\r\n")
        .append(content)
        .append("\r\n--")
        .append(boundary)
        .append("--\r\n");
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
            .build());
  }

  /** Waits until the service is ready, that is until its index has caught up. */
  public void awaitReady(Duration limit) throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + limit.toNanos();
    while (true) {
      try {
        HttpResponse<Void> response =
            client.send(
                request("/q/health/ready").GET().build(), HttpResponse.BodyHandlers.discarding());
        if (response.statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        if (System.nanoTime() > giveUp) {
          throw e;
        }
      }
      if (System.nanoTime() > giveUp) {
        throw new IOException("the service at " + service.url() + " did not become ready");
      }
      Thread.sleep(300);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(service.url() + path)).header("Accept", "*/*");
    if (service.token() != null) {
      builder.header("Authorization", "Bearer " + service.token());
    }
    return builder;
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    String body = body(request);
    return body.isBlank() ? Json.MAPPER.nullNode() : Json.MAPPER.readTree(body);
  }

  private String body(HttpRequest request) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() / 100 == 2) {
        return response.body();
      }
      boolean shed = response.statusCode() == 429 || response.statusCode() == 503;
      if (!shed || attempt == TRIES) {
        throw new IOException(
            request.method()
                + " "
                + request.uri()
                + " gave "
                + response.statusCode()
                + ": "
                + response.body());
      }
      long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
      Thread.sleep(Math.min(30, Math.max(1, seconds)) * 1000);
    }
  }
}
