package cn.zhitong.bench;

import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.drive.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that ask, search and want suggestions, each without a pause. */
final class MixedClients {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final Service service;
  private final List<String> questions;
  private final boolean patient;

  /**
   * @param patient whether those that are shed wait as they are told
   */
  MixedClients(Service service, List<String> questions, boolean patient) {
    this.service = service;
    this.questions = List.copyOf(questions);
    this.patient = patient;
  }

  /**
   * One reply.
   *
   * @param status 0 for none
   * @param outcome of a question, empty for all else
   * @param wrong null where nothing is
   */
  record Reply(String path, int status, double millis, String outcome, String wrong) {
    boolean shed() {
      return status == 429 || status == 503;
    }
  }

  Collection<Reply> replies() {
    return replies;
  }

  /** Returns when the time is over. */
  void run(int clients, Duration time) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + time.toNanos();
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        int first = client * 7;
        running.add(
            pool.submit(
                () -> {
                  for (int i = first; System.nanoTime() < end; i++) {
                    one(i, questions.get(i % questions.size()));
                  }
                  return null;
                }));
      }
      for (Future<?> client : running) {
        client.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  /** Two answers to one search and one suggestion. */
  private void one(int turn, String question) throws InterruptedException {
    String path =
        switch (turn % 4) {
          case 0 -> "/api/search";
          case 1 -> "/api/triage";
          default -> "/api/questions";
        };
    Map<String, Object> body =
        switch (turn % 4) {
          case 0 -> Map.of("query", question);
          case 1 -> Map.of("title", "请问", "text", question);
          default -> Map.of("question", question);
        };
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service.url() + path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + service.token())
            .POST(HttpRequest.BodyPublishers.ofString(Json.line(body)))
            .build();
    long begin = System.nanoTime();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      double millis = (System.nanoTime() - begin) / 1e6;
      Reply reply =
          new Reply(path, response.statusCode(), millis, outcome(response), wrong(response));
      replies.add(reply);
      if (patient && reply.shed()) {
        // As long as the service asks for: a client that keeps to it is what is measured.
        Thread.sleep(1000 * response.headers().firstValueAsLong("Retry-After").orElse(1));
      }
    } catch (IOException e) {
      replies.add(new Reply(path, 0, (System.nanoTime() - begin) / 1e6, "", e.toString()));
    }
  }

  private static String outcome(HttpResponse<String> response) throws IOException {
    return response.statusCode() == 200
        ? Json.text(Json.MAPPER.readTree(response.body()), "outcome")
        : "";
  }

  /** Null for an answer, and for a request that was shed as it should be. */
  private static String wrong(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status == 200) {
      return null;
    }
    if (status != 429 && status != 503) {
      return status + " " + response.body();
    }
    return response.headers().firstValue("Retry-After").isPresent()
        ? null
        : status + " without Retry-After: " + response.body();
  }
}
