package cn.zhitong.bench;

import cn.zhitong.eval.ServiceOptions;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.CorpusLoader;
import cn.zhitong.eval.drive.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin ServiceOptions options = new ServiceOptions();

  @Option(
      names = "--with",
      arity = "1..*",
      description = "Policies to load into a scratch service.")
  List<Path> with = List.of();

  @Option(names = "--out", description = "Folder for answer.json.")
  Path out;

  @Override
  public Integer call() throws Exception {
    try (Service service = options.open()) {
      if (options.isScratch()) {
        CorpusLoader.ingest(service, with, ServiceOptions.home());
      }
      Api api = new Api(service);
      List<String> questions = BenchQuestions.of(api);
      for (int i = 0; i < WARM_UP; i++) {
        ask(api, questions.get(i % questions.size()));
      }
      Map<String, Integer> outcomes = new LinkedHashMap<>();
      double[] millis =
          BenchFigures.millis(
              questions,
              question ->
                  outcomes.merge(ask(api, question).path("outcome").asText(), 1, Integer::sum));
      BenchFigures figures = new BenchFigures("answer");
      figures.put("policies", api.get("/api/policies?pageSize=1").path("total").asInt());
      figures.put("questions", millis.length);
      figures.put("outcomes", outcomes);
      figures.put("p50Millis", BenchFigures.at(millis, .5));
      figures.put("p95Millis", BenchFigures.at(millis, .95));
      figures.put("p99Millis", BenchFigures.at(millis, .99));
      figures.put("maxMillis", BenchFigures.at(millis, 1));
      figures.write(out);
    }
    return 0;
  }

  private static JsonNode ask(Api api, String question) throws IOException, InterruptedException {
    return api.postJson("/api/questions", Map.of("question", question));
  }
}
