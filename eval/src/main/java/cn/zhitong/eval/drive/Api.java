package cn.zhitong.eval.drive;

import cn.zhitong.common.http.PlainHttp;
import cn.zhitong.eval.dataset.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;

/** Calls of the service's HTTP contract. A reply other than 2xx is an {@link IOException}. */
public final class Api {
  private static final int TRIES = 5;

  private final Service service;

  public Api(Service service) {
    this.service = service;
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  public JsonNode postJson(String path, Object body) throws IOException, InterruptedException {
    return send(json(path, body).build());
  }

  /**
   * A body with what came beside it.
   *
   * @param header value of the header that was asked for, empty where there is none
   */
  public record Answer(JsonNode body, Optional<String> header) {}

  /** The same, with one of the reply's headers. */
  public Answer postJson(String path, Object body, String header)
      throws IOException, InterruptedException {
    HttpResponse<String> response = exchange(json(path, body).build());
    return new Answer(Json.MAPPER.readTree(response.body()), response.headers().firstValue(header));
  }

  /**
   * Posts and reads server-sent events.
   *
   * @param event name of the event that is waited for
   * @return milliseconds to its first occurrence; empty when the stream ended without it
   * @throws IOException when the stream tells of a problem
   */
  public OptionalDouble millisToEvent(String path, Object body, String event)
      throws IOException, InterruptedException {
    HttpRequest request = json(path, body).setHeader("Accept", "text/event-stream").build();
    long begin = System.nanoTime();
    HttpResponse<Stream<String>> response = PlainHttp.CLIENT.send(request, BodyHandlers.ofLines());
    try (Stream<String> lines = response.body()) {
      OptionalDouble first = OptionalDouble.empty();
      for (String line : (Iterable<String>) lines::iterator) {
        String name = line.startsWith("event:") ? line.substring(6).strip() : "";
        if (response.statusCode() != 200 || name.equals("problem")) {
          throw new IOException("stream of " + request.uri() + " failed: " + line);
        }
        if (first.isEmpty() && name.equals(event)) {
          first = OptionalDouble.of((System.nanoTime() - begin) / 1e6);
        }
      }
      return first;
    }
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
            PlainHttp.CLIENT.send(
                request("/q/health/ready").GET().build(), BodyHandlers.discarding());
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

  private HttpRequest.Builder json(String path, Object body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(Json.line(body)));
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
    return exchange(request).body();
  }

  private HttpResponse<String> exchange(HttpRequest request)
      throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      HttpResponse<String> response =
          PlainHttp.CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() / 100 == 2) {
        return response;
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
