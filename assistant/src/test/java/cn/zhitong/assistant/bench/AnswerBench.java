package cn.zhitong.assistant.bench;

import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.Corpus;
import cn.zhitong.eval.drive.ScratchService;
import cn.zhitong.eval.drive.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Times whole answers over HTTP, one at a time: {@code bench answer [--with PATH…] [--url U]}.
 * Without {@code --url} a scratch service is started and the paths are ingested into it.
 */
@Command(
    name = "answer",
    description = "Wall time of POST /api/questions, one request at a time.",
    mixinStandardHelpOptions = true)
final class AnswerBench implements Callable<Integer> {
  /** Asked first and not counted: the JIT needs some hundred answers to settle. */
  private static final int WARM_UP = 40;

  @Option(names = "--url", description = "Service to time; its policies are asked about.")
  String url;

  @Option(names = "--token", description = "Administrator's token of --url (else ZHITONG_TOKEN).")
  String token = System.getenv("ZHITONG_TOKEN");

  @Option(
      names = "--with",
      arity = "1..*",
      description = "Policies to load into a scratch service.")
  List<Path> with = List.of();

  @Option(names = "--out", description = "Folder for answer.json.")
  Path out;

  @Override
  public Integer call() throws Exception {
    Path home = Path.of(System.getProperty("zhitong.home", ".")).toAbsolutePath().normalize();
    try (Service service = url == null ? ScratchService.start(home) : Service.at(url, token)) {
      if (url == null) {
        Corpus.ingest(service, with, home);
      }
      Api api = new Api(service);
      List<String> questions = BenchQuestions.of(api);
      for (int i = 0; i < WARM_UP; i++) {
        ask(api, questions.get(i % questions.size()));
      }
      Map<String, Integer> outcomes = new LinkedHashMap<>();
      double[] millis = new double[questions.size()];
      for (int i = 0; i < millis.length; i++) {
        long begin = System.nanoTime();
        JsonNode answer = ask(api, questions.get(i));
        millis[i] = (System.nanoTime() - begin) / 1e6;
        outcomes.merge(answer.path("outcome").asText(), 1, Integer::sum);
      }
      report(api, millis, outcomes);
    }
    return 0;
  }

  private static JsonNode ask(Api api, String question) throws IOException, InterruptedException {
    return api.postJson("/api/questions", Map.of("question", question));
  }

  private void report(Api api, double[] millis, Map<String, Integer> outcomes) throws Exception {
    Arrays.sort(millis);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("policies", api.get("/api/policies?pageSize=1").path("total").asInt());
    figures.put("questions", millis.length);
    figures.put("outcomes", outcomes);
    figures.put("p50Millis", at(millis, .5));
    figures.put("p95Millis", at(millis, .95));
    figures.put("p99Millis", at(millis, .99));
    figures.put("maxMillis", at(millis, 1));
    System.out.println(Json.MAPPER.writeValueAsString(figures));
    if (out != null) {
      Files.createDirectories(out);
      Files.writeString(out.resolve("answer.json"), Json.MAPPER.writeValueAsString(figures));
    }
  }

  private static double at(double[] sorted, double share) {
    int index = (int) Math.min(sorted.length - 1L, Math.round(sorted.length * share));
    return Double.parseDouble(String.format(Locale.ROOT, "%.1f", sorted[index]));
  }
}
