package cn.zhitong.assistant.bench;

import cn.zhitong.eval.ServiceOptions;
import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.CorpusLoader;
import cn.zhitong.eval.drive.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Many clients at once, without a pause between one reply and the next request: what is answered,
 * what is shed, and whether anything else happens. Exits 1 when anything else did.
 */
@Command(
    name = "load",
    description = "Many clients at once: answered, shed, and nothing else (else exit code 1).",
    mixinStandardHelpOptions = true)
final class LoadBench implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @Mixin ServiceOptions options = new ServiceOptions();

  @Option(names = "--with", arity = "1..*", description = "Policies for the scratch service.")
  List<Path> with;

  @Option(names = "--clients", description = "How many at once (default 64).")
  int clients = 64;

  @Option(names = "--seconds", description = "For how long (default 60).")
  int seconds = 60;

  @Option(
      names = "--patient",
      description = "Clients that are shed wait as Retry-After says, as well-behaved ones do.")
  boolean patient;

  @Option(names = "--out", description = "Folder for load.json.")
  Path out;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();
  private final Queue replies = new Queue();

  /** One reply: which path, its status (0 for none), its milliseconds, and what was wrong. */
  private record Reply(String path, int status, double millis, String wrong) {
    boolean shed() {
      return status == 429 || status == 503;
    }
  }

  private static final class Queue extends ConcurrentLinkedQueue<Reply> {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public Integer call() throws Exception {
    try (Service service = options.open()) {
      if (options.isScratch()) {
        Path home = ServiceOptions.home();
        Path demo = home.resolve("assistant/src/main/resources/demo/policies");
        CorpusLoader.ingest(service, with == null ? List.of(demo) : with, home);
      }
      Api api = new Api(service);
      api.awaitReady(Duration.ofMinutes(5));
      List<String> questions = BenchQuestions.of(api);
      for (int i = 0; i < 30; i++) {
        api.postJson("/api/questions", Map.of("question", questions.get(i % questions.size())));
      }
      load(service, questions);
    }
    return report() ? 0 : 1;
  }

  private void load(Service service, List<String> questions) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        int first = client * 7;
        running.add(
            pool.submit(
                () -> {
                  for (int i = first; System.nanoTime() < end; i++) {
                    one(service, i, questions.get(i % questions.size()));
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
  private void one(Service service, int turn, String question) throws InterruptedException {
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
      Reply reply = new Reply(path, response.statusCode(), millis, wrong(response));
      replies.add(reply);
      if (patient && reply.shed()) {
        Thread.sleep(1000 * response.headers().firstValueAsLong("Retry-After").orElse(1));
      }
    } catch (IOException e) {
      replies.add(new Reply(path, 0, (System.nanoTime() - begin) / 1e6, e.toString()));
    }
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

  private boolean report() throws IOException {
    BenchFigures figures = new BenchFigures("load");
    figures.put("clients", clients);
    figures.put("seconds", seconds);
    figures.put("patient", patient);
    figures.put("requests", replies.size());
    Map<String, List<Reply>> byPath = new TreeMap<>();
    replies.forEach(r -> byPath.computeIfAbsent(r.path(), p -> new ArrayList<>()).add(r));
    List<Reply> served = replies.stream().filter(r -> r.status() == 200).toList();
    figures.put("served", served.size());
    figures.put("servedPerSecond", served.size() / (double) seconds);
    figures.put("shed", replies.stream().filter(Reply::shed).count());
    figures.percentiles("servedMillis", millis(served));
    figures.percentiles("shedMillis", millis(replies.stream().filter(Reply::shed).toList()));
    byPath.forEach(
        (path, some) -> {
          List<Reply> good = some.stream().filter(r -> r.status() == 200).toList();
          figures.put(path + ":served", good.size());
          figures.percentiles(path + ":servedMillis", millis(good));
        });
    List<Reply> wrong = replies.stream().filter(r -> r.wrong() != null).toList();
    figures.put("errors", wrong.size());
    Map<String, Integer> kinds = new LinkedHashMap<>();
    wrong.forEach(
        r ->
            kinds.merge(
                r.wrong().substring(0, Math.min(160, r.wrong().length())), 1, Integer::sum));
    if (!kinds.isEmpty()) {
      figures.put("errorKinds", kinds);
    }
    figures.write(out);
    return wrong.isEmpty();
  }

  private static double[] millis(List<Reply> some) {
    return some.stream().mapToDouble(Reply::millis).toArray();
  }
}
