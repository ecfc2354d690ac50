package cn.zhitong.assistant.triage.model;

import cn.zhitong.common.http.PlainHttp;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Sends a history to a running service, follows the training and tells what came of it. */
final class TrainingClient {
  private static final int WIDTH = 30;
  private static final long POLL_MILLIS = 500;

  private final PrintStream out = System.out;
  private final boolean terminal = System.console() != null;
  private final String url;
  private final String token;
  private String lastStage = "";

  TrainingClient(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /**
   * @return whether a candidate stands
   * @throws IOException with a message for people
   */
  boolean train(String lines, List<String> hubs) throws IOException, InterruptedException {
    String query =
        hubs.stream()
            .map(hub -> "hub=" + URLEncoder.encode(hub, StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", hubs.isEmpty() ? "" : "?", ""));
    JsonNode job =
        send(
            request("/api/triage/models" + query)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(lines))
                .build());
    String path = "/api/triage/models/jobs/" + job.path("id").asText();
    boolean reported = false;
    while (true) {
      job = send(request(path).GET().build());
      if (!reported && job.hasNonNull("data")) {
        new TrainingReport(out).data(job.get("data"));
        reported = true;
      }
      show(job);
      if (!job.path("state").asText().equals("running")) {
        return finished(job);
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private boolean finished(JsonNode job) {
    if (terminal) {
      out.println();
    }
    if (!job.path("state").asText().equals("finished")) {
      System.err.println("训练失败：" + job.path("message").asText("原因见服务日志"));
      return false;
    }
    new TrainingReport(out).figures(job.path("figures"));
    String id = job.path("modelId").asText();
    out.printf("候选模型 %s%n启用：POST %s/api/triage/models/%s/promotion%n", id, url, id);
    return true;
  }

  private void show(JsonNode job) {
    String stage = job.path("stage").asText();
    double progress = job.path("progress").asDouble();
    if (terminal) {
      int filled = (int) (progress * WIDTH);
      out.printf(
          "\r\033[K[%s%s] %3.0f%% %s",
          "█".repeat(filled), "░".repeat(WIDTH - filled), progress * 100, stage);
      out.flush();
    } else if (!stage.equals(lastStage)) {
      out.printf("%3.0f%% %s%n", progress * 100, stage);
      lastStage = stage;
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Authorization", "Bearer " + token)
        .timeout(Duration.ofMinutes(5));
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response;
    try {
      response =
          PlainHttp.CLIENT.send(
              request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (java.net.ConnectException e) {
      throw new IOException("连不上 " + url + "，请确认服务正在运行。", e);
    }
    if (response.statusCode() / 100 == 2) {
      return StandardJson.MAPPER.readTree(response.body());
    }
    String detail;
    try {
      detail = StandardJson.MAPPER.readTree(response.body()).path("detail").asText(response.body());
    } catch (IOException e) {
      detail = response.body();
    }
    throw new IOException("服务没有接受（" + response.statusCode() + "）：" + detail);
  }
}
