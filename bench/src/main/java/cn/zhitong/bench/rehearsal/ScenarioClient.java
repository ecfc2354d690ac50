package cn.zhitong.bench.rehearsal;

import cn.zhitong.assistant.demo.AdministratorApi;
import cn.zhitong.common.http.PlainHttp;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.eval.drive.ServiceProcess;
import cn.zhitong.ingest.MultipartForm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls whichever node is up, by turns. A request whose node died is sent to another one: filing is
 * safe by its key, an act by the version it is based on.
 */
final class ScenarioClient implements AdministratorApi {
  private static final int TRIES = 20;
  private static final String JSON = "application/json";

  private final List<ServiceProcess> nodes;
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger failedOver = new AtomicInteger();

  ScenarioClient(List<ServiceProcess> nodes) {
    this.nodes = nodes;
  }

  int failedOver() {
    return failedOver.get();
  }

  @Override
  public JsonNode get(String path) throws IOException, InterruptedException {
    return read(send(new Call("GET", path, true, Map.of(), null, BodyPublishers.noBody())));
  }

  /** Repeats it on another node when its own dies. */
  JsonNode post(String path, JsonNode body, boolean staff, Map<String, String> headers)
      throws IOException, InterruptedException {
    return read(send(new Call("POST", path, staff, headers, JSON, text(body.toString()))));
  }

  @Override
  public JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    return post(path, body, true, Map.of());
  }

  @Override
  public JsonNode postOnce(String path, JsonNode body, String key)
      throws IOException, InterruptedException {
    return post(path, body, true, Map.of("Idempotency-Key", key));
  }

  @Override
  public JsonNode put(String path, JsonNode body) throws IOException, InterruptedException {
    return read(send(new Call("PUT", path, true, Map.of(), JSON, text(body.toString()))));
  }

  @Override
  public JsonNode postLines(String path, String lines) throws IOException, InterruptedException {
    return postRaw(path, "application/x-ndjson", lines);
  }

  JsonNode postRaw(String path, String type, String body) throws IOException, InterruptedException {
    return read(send(new Call("POST", path, true, Map.of(), type, text(body))));
  }

  JsonNode postForm(String path, MultipartForm form) throws IOException, InterruptedException {
    return read(send(new Call("POST", path, true, Map.of(), form.contentType(), form.body())));
  }

  private static BodyPublisher text(String body) {
    return BodyPublishers.ofString(body);
  }

  /** When the answer got lost, looks whether the act had been taken. */
  @Override
  public int act(String path, ObjectNode event) throws IOException, InterruptedException {
    boolean mayBeTaken = false;
    for (int attempt = 1; ; attempt++) {
      int version = get(path).path("version").asInt();
      event.put("basedOn", version);
      try {
        HttpResponse<String> response =
            once(new Call("POST", path + "/events", true, Map.of(), JSON, text(event.toString())));
        // The killed node's transaction may be committed after we looked for it: then ours is
        // stale.
        if (response != null && !(mayBeTaken && response.statusCode() == 409)) {
          return read(response).path("version").asInt();
        }
      } catch (IOException e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
      mayBeTaken = attempt < TRIES;
      JsonNode events = get(path).path("events");
      // The program may have written a reminder in between.
      for (int seq = version; seq < events.size(); seq++) {
        if (events.get(seq).path("type").asText().equals(event.path("type").asText())) {
          return seq + 1;
        }
      }
      failedOver.incrementAndGet();
    }
  }

  /**
   * A request to whichever node.
   *
   * @param type of the body; null for none
   */
  private record Call(
      String method,
      String path,
      boolean staff,
      Map<String, String> headers,
      String type,
      BodyPublisher body) {}

  private HttpResponse<String> send(Call call) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> response = once(call);
        if (response != null) {
          return response;
        }
      } catch (IOException e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
      failedOver.incrementAndGet();
      Thread.sleep(50);
    }
  }

  /** Null when the node said that it was going down. */
  private HttpResponse<String> once(Call call) throws IOException, InterruptedException {
    ServiceProcess node = next();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(node.url() + call.path()))
            .timeout(Duration.ofSeconds(60))
            .method(call.method(), call.body());
    if (call.staff()) {
      request.header("Authorization", "Bearer " + node.token());
    }
    call.headers().forEach(request::header);
    if (call.type() != null) {
      request.header("Content-Type", call.type());
    }
    HttpResponse<String> response =
        PlainHttp.CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    node.countServed();
    return response.statusCode() == 503 ? null : response;
  }

  private ServiceProcess next() throws IOException {
    for (int i = 0; i < nodes.size(); i++) {
      ServiceProcess node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
      if (!node.dead()) {
        return node;
      }
    }
    throw new IOException("没有在运行的节点");
  }

  private JsonNode read(HttpResponse<String> response) throws IOException {
    if (response.statusCode() / 100 != 2) {
      // Not an IOException: sending it again would not help.
      throw new IllegalStateException(
          response.request().method()
              + " "
              + response.uri()
              + " 返回 "
              + response.statusCode()
              + "："
              + response.body());
    }
    return StandardJson.MAPPER.readTree(response.body());
  }
}
