package cn.zhitong.bench.rehearsal;

import cn.zhitong.common.http.PlainHttp;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.eval.drive.ServiceProcess;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Sends single requests to the nodes by turns, and tells a refusal from an answer that got lost.
 */
final class FaultClient {
  /** A commit may wait for its replica; longer than that nobody waits. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final String PROBLEM = "urn:zhitong:problem:";

  private final AtomicReferenceArray<ServiceProcess> nodes;
  private final AtomicInteger turn = new AtomicInteger();
  private final Map<String, Integer> refusals = new ConcurrentSkipListMap<>();
  private final Map<String, Integer> unclear = new ConcurrentSkipListMap<>();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();

  FaultClient(List<ServiceProcess> nodes) {
    this.nodes = new AtomicReferenceArray<>(nodes.toArray(new ServiceProcess[0]));
  }

  /** What came of a request; the body is null unless it was done. */
  record Outcome(JsonNode body, String problem) {
    boolean done() {
      return body != null;
    }
  }

  ServiceProcess node(int index) {
    return nodes.get(index);
  }

  /** A node that was started again in place of one that ended. */
  void replace(int index, ServiceProcess node) {
    nodes.set(index, node);
  }

  int answered() {
    return answered.get();
  }

  int lost() {
    return lost.get();
  }

  /** Refusals by their code. */
  Map<String, Integer> refusals() {
    return refusals;
  }

  /** Refusals that were none of the program's problems, or its own failure. */
  Map<String, Integer> unclear() {
    return unclear;
  }

  Outcome get(String path) throws InterruptedException {
    return send("GET", path, null, true, Map.of());
  }

  Outcome post(String path, JsonNode body, boolean staff, Map<String, String> headers)
      throws InterruptedException {
    return send("POST", path, body, staff, headers);
  }

  private Outcome send(
      String method, String path, JsonNode body, boolean staff, Map<String, String> headers)
      throws InterruptedException {
    ServiceProcess node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.length()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(node.url() + path))
            .timeout(LONGEST)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    if (staff) {
      request.header("Authorization", "Bearer " + node.token());
    }
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          PlainHttp.CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return judged(method + " " + path.replaceAll("[0-9a-f-]{36}", "*"), response);
    } catch (IOException e) {
      lost.incrementAndGet();
      return new Outcome(null, "lost");
    }
  }

  private Outcome judged(String call, HttpResponse<String> response) throws IOException {
    answered.incrementAndGet();
    if (response.statusCode() / 100 == 2) {
      return new Outcome(StandardJson.MAPPER.readTree(response.body()), null);
    }
    String type = type(response);
    if (type.startsWith(PROBLEM) && !type.endsWith(":internal")) {
      String code = response.statusCode() + " " + type.substring(PROBLEM.length());
      refusals.merge(code, 1, Integer::sum);
      return new Outcome(null, type.substring(PROBLEM.length()));
    }
    unclear.merge(call + " " + response.statusCode() + " " + type, 1, Integer::sum);
    return new Outcome(null, "unclear");
  }

  private static String type(HttpResponse<String> response) {
    try {
      return StandardJson.MAPPER.readTree(response.body()).path("type").asText("");
    } catch (IOException notJson) {
      return "";
    }
  }
}
