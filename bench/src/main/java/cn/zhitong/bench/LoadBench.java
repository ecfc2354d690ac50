package cn.zhitong.bench;

import cn.zhitong.bench.MixedClients.Reply;
import cn.zhitong.eval.ServiceOptions;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.CorpusLoader;
import cn.zhitong.eval.drive.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
      MixedClients mixed = new MixedClients(service, questions, patient);
      mixed.run(clients, Duration.ofSeconds(seconds));
      return report(List.copyOf(mixed.replies())) ? 0 : 1;
    }
  }

  private boolean report(List<Reply> replies) throws IOException {
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
    figures.put(
        "outcomes",
        served.stream()
            .filter(r -> !r.outcome().isEmpty())
            .collect(Collectors.groupingBy(Reply::outcome, TreeMap::new, Collectors.counting())));
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

  static double[] millis(List<Reply> some) {
    return some.stream().mapToDouble(Reply::millis).toArray();
  }
}
