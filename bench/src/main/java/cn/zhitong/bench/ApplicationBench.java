package cn.zhitong.bench;

import cn.zhitong.bench.MixedClients.Reply;
import cn.zhitong.common.http.PlainHttp;
import cn.zhitong.eval.ServiceOptions;
import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.CorpusLoader;
import cn.zhitong.eval.drive.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Applications filed at a steady rate beside questions, searches and suggestions: how long each
 * takes, and whether each that was sent is there once, with a chain that holds. Exits 1 when one is
 * lost or doubled.
 */
@Command(
    name = "applications",
    description = "Applications at a steady rate beside other work: none lost (else exit code 1).",
    mixinStandardHelpOptions = true)
final class ApplicationBench implements Callable<Integer> {
  private static final String CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int PAGE = 100;
  private static final int FILERS = 8;

  @Mixin ServiceOptions options = new ServiceOptions();

  @Option(names = "--per-minute", description = "Applications a minute (default 200).")
  int perMinute = 200;

  @Option(names = "--clients", description = "Others at once (default 4).")
  int clients = 4;

  @Option(names = "--seconds", description = "For how long (default 60).")
  int seconds = 60;

  @Option(names = "--out", description = "Folder for applications.json.")
  Path out;

  /** What was sent, and what came of it. */
  private record Filed(String creditCode, String id, double millis, String wrong) {}

  private final Queue<Filed> filed = new ConcurrentLinkedQueue<>();

  @Override
  public Integer call() throws Exception {
    try (Service service = options.open()) {
      Api api = new Api(service);
      if (options.isScratch()) {
        Path home = ServiceOptions.home();
        Path demo = home.resolve("assistant/src/main/resources/demo/policies");
        CorpusLoader.ingest(service, List.of(demo), home);
      }
      api.awaitReady(Duration.ofMinutes(5));
      List<String> questions = BenchQuestions.of(api);
      List<String> codes = enterprises(api, perMinute * seconds / 60);
      String item = item(service, api);
      MixedClients others = new MixedClients(service, questions, true);
      send(api, item, codes, others);
      return report(api, item, codes, others) ? 0 : 1;
    }
  }

  /** Credit codes of so many new files that meet the item. */
  private static List<String> enterprises(Api api, int number) throws Exception {
    List<String> codes = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    int first = ThreadLocalRandom.current().nextInt(1_000_000, 90_000_000);
    for (int i = 0; i < number; i++) {
      String code = creditCode("91990100M", first + i);
      codes.add(code);
      lines
          .append(
              Json.line(
                  Map.of("creditCode", code, "name", "压测企业" + i, "facts", List.of(staff(20)))))
          .append('\n');
    }
    api.postLines("/api/enterprises/import?source=bench", lines.toString());
    return codes;
  }

  /** An item for enterprises of a staff up to a hundred, published as a publisher does it. */
  private static String item(Service service, Api api) throws IOException, InterruptedException {
    Map<String, Object> leaf =
        Map.of(
            "type",
            "leaf",
            "field",
            "staff",
            "op",
            "<=",
            "value",
            100,
            "quote",
            "从业人员",
            "strength",
            "hard",
            "mode",
            "data");
    Map<String, Object> content =
        Map.of(
            "title",
            "压测用工补贴",
            "text",
            "从业人员100人以下的企业。",
            "conditions",
            leaf,
            "kind",
            "奖补",
            "mode",
            "普通",
            "department",
            "压测办理部门",
            "amount",
            "最高10万元");
    String path = "/api/items/" + api.postJson("/api/items", content).path("itemId").asText();
    api.postJson(path + "/confirmations", Map.of());
    List<Map<String, Object>> examples =
        List.of(
            example("met", List.of(staff(100))),
            example("not_met", List.of(staff(101))),
            example("unknown", List.of()));
    HttpRequest put =
        HttpRequest.newBuilder(URI.create(service.url() + path + "/examples"))
            .header("Authorization", "Bearer " + service.token())
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(Json.line(Map.of("examples", examples))))
            .build();
    PlainHttp.CLIENT.send(put, HttpResponse.BodyHandlers.discarding());
    return api.postJson(path + "/publication", Map.of()).path("itemId").asText();
  }

  private static Map<String, Object> example(String expected, List<?> facts) {
    return Map.of("name", expected, "expected", expected, "facts", facts, "asOf", "2026-01-01");
  }

  private static Map<String, Object> staff(int number) {
    return Map.of("field", "staff", "value", number, "source", "人社", "observedAt", "2026-01-01");
  }

  private void send(Api api, String item, List<String> codes, MixedClients others)
      throws Exception {
    ScheduledExecutorService filers = Executors.newScheduledThreadPool(FILERS);
    try {
      List<Future<?>> sent = new ArrayList<>();
      long pause = Duration.ofMinutes(1).toMillis() / perMinute;
      for (int i = 0; i < codes.size(); i++) {
        String code = codes.get(i);
        sent.add(filers.schedule(() -> file(api, item, code), pause * i, TimeUnit.MILLISECONDS));
      }
      others.run(clients, Duration.ofSeconds(seconds));
      for (Future<?> one : sent) {
        one.get();
      }
    } finally {
      filers.shutdownNow();
    }
  }

  private void file(Api api, String item, String code) {
    long begin = System.nanoTime();
    try {
      JsonNode reply =
          api.postJson(
              "/api/applications", Map.of("itemId", item, "creditCode", code, "amount", 10_000));
      double millis = (System.nanoTime() - begin) / 1e6;
      filed.add(new Filed(code, reply.path("applicationId").asText(), millis, null));
    } catch (IOException e) {
      filed.add(new Filed(code, null, (System.nanoTime() - begin) / 1e6, e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean report(Api api, String item, List<String> codes, MixedClients others)
      throws IOException, InterruptedException {
    BenchFigures figures = new BenchFigures("applications");
    figures.put("perMinute", perMinute);
    figures.put("seconds", seconds);
    figures.put("clients", clients);
    List<Filed> taken = filed.stream().filter(one -> one.wrong() == null).toList();
    figures.put("sent", codes.size());
    figures.put("taken", taken.size());
    figures.percentiles("filedMillis", taken.stream().mapToDouble(Filed::millis).toArray());
    List<Reply> served = others.replies().stream().filter(one -> one.status() == 200).toList();
    figures.put("besideServed", served.size());
    figures.put("besideShed", others.replies().stream().filter(Reply::shed).count());
    figures.put("besideErrors", others.replies().stream().filter(r -> r.wrong() != null).count());
    figures.percentiles("besideMillis", LoadBench.millis(served));
    Set<String> there = new HashSet<>();
    Set<String> listed = new HashSet<>();
    int total = listed(api, item, listed, there);
    boolean intact = api.get("/api/cases/verification").path("intact").asBoolean();
    figures.put("listed", total);
    figures.put("intact", intact);
    filed.stream()
        .filter(one -> one.wrong() != null)
        .limit(3)
        .forEach(one -> figures.put("refused:" + one.creditCode(), one.wrong()));
    figures.write(out);
    Set<String> ids = new HashSet<>();
    taken.forEach(one -> ids.add(one.id()));
    return total == codes.size()
        && there.equals(new HashSet<>(codes))
        && listed.equals(ids)
        && ids.size() == codes.size()
        && intact;
  }

  /**
   * @return how many the list says there are
   */
  private static int listed(Api api, String item, Set<String> ids, Set<String> codes)
      throws IOException, InterruptedException {
    for (int page = 1; ; page++) {
      JsonNode list =
          api.get("/api/applications?item=" + item + "&pageSize=" + PAGE + "&page=" + page);
      for (JsonNode one : list.path("items")) {
        ids.add(one.path("applicationId").asText());
        codes.add(one.path("creditCode").asText());
      }
      if (page * PAGE >= list.path("total").asInt()) {
        return list.path("total").asInt();
      }
    }
  }

  /** A made-up unified social credit code with its check character (GB 32100-2015). */
  private static String creditCode(String start, int number) {
    String head = start + String.format("%0" + (17 - start.length()) + "d", number);
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < head.length(); i++) {
      sum += CODE_CHARACTERS.indexOf(head.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return head + CODE_CHARACTERS.charAt((31 - sum % 31) % 31);
  }
}
