package cn.zhitong.bench;

import cn.zhitong.eval.ServiceOptions;
import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.CorpusLoader;
import cn.zhitong.eval.drive.Parallel;
import cn.zhitong.eval.drive.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Times whole answers over HTTP: {@code bench answer [--with PATH…] [--url U]}, one at a time or by
 * several clients. Without {@code --url} a scratch service is started and the paths are ingested
 * into it. What is asked for warmth is not asked again, so that none is answered from what the
 * service remembers.
 */
@Command(
    name = "answer",
    description = "Wall time of POST /api/questions; distinct answers a second.",
    mixinStandardHelpOptions = true)
final class AnswerBench implements Callable<Integer> {
  /** Asked first and not counted: the JIT needs some hundred answers to settle. */
  private static final int WARM_UP = 40;

  @Mixin ServiceOptions options = new ServiceOptions();

  @Option(
      names = "--with",
      arity = "1..*",
      description = "Policies to load into a scratch service.")
  List<Path> with = List.of();

  @Option(
      names = "--questions",
      description = "JSON Lines with \"question\" (default: plain ones and headings).")
  Path file;

  @Option(names = "--clients", description = "How many ask at once (default 1).")
  int clients = 1;

  @Option(names = "--out", description = "Folder for answer.json.")
  Path out;

  @Override
  public Integer call() throws Exception {
    try (Service service = options.open()) {
      if (options.isScratch()) {
        CorpusLoader.ingest(service, with, ServiceOptions.home());
      }
      Api api = new Api(service);
      List<String> all = file == null ? BenchQuestions.of(api) : read(file);
      int warm = Math.min(WARM_UP, all.size() / 2);
      for (int i = 0; i < WARM_UP; i++) {
        ask(api, all.get(i % warm));
      }
      List<String> questions = all.subList(warm, all.size());
      long begin = System.nanoTime();
      List<Asked> asked =
          Parallel.map("asking", questions, clients, question -> timed(api, question));
      double seconds = (System.nanoTime() - begin) / 1e9;
      double[] millis = asked.stream().mapToDouble(Asked::millis).toArray();
      Map<String, Long> outcomes =
          asked.stream()
              .collect(Collectors.groupingBy(Asked::outcome, TreeMap::new, Collectors.counting()));
      BenchFigures figures = new BenchFigures("answer");
      figures.put("policies", api.get("/api/policies?pageSize=1").path("total").asInt());
      figures.put("clients", clients);
      figures.put("questions", millis.length);
      figures.put("perSecond", millis.length / seconds);
      figures.put("outcomes", outcomes);
      figures.put("p50Millis", BenchFigures.at(millis, .5));
      figures.put("p95Millis", BenchFigures.at(millis, .95));
      figures.put("p99Millis", BenchFigures.at(millis, .99));
      figures.put("maxMillis", BenchFigures.at(millis, 1));
      figures.write(out);
    }
    return 0;
  }

  private record Asked(String outcome, double millis) {}

  private static Asked timed(Api api, String question) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    String outcome = ask(api, question).path("outcome").asText();
    return new Asked(outcome, (System.nanoTime() - begin) / 1e6);
  }

  private static List<String> read(Path file) throws IOException {
    List<String> questions =
        Json.lines(file).stream().map(line -> Json.text(line, "question")).distinct().toList();
    if (questions.size() < 2 || questions.contains("")) {
      throw new IOException(
          file + ": each line needs a \"question\", and there must be two of them at least");
    }
    return questions;
  }

  private static JsonNode ask(Api api, String question) throws IOException, InterruptedException {
    return api.postJson("/api/questions", Map.of("question", question));
  }
}
