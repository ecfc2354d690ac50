package cn.zhitong.eval;

import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.CorpusLoader;
import cn.zhitong.eval.drive.Service;
import cn.zhitong.eval.questions.QuestionRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "questions",
    description = "Questions as people ask them: shown, answered, rightly, refused, by style.",
    mixinStandardHelpOptions = true)
final class QuestionsCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, description = "JSON Lines of questions with gold.")
  private Path data;

  @Option(names = "--out", required = true, description = "Folder for the results.")
  private Path out;

  @Option(names = "--corpus", description = "Only the questions of this corpus.")
  private String corpus;

  @Option(names = "--policies", arity = "1..*", description = "Policies loaded before asking.")
  private List<Path> policies = List.of();

  @Option(names = "--gate", description = "Bound to keep, e.g. 'shownRight>=.9'; missed: exit 3.")
  private List<String> gates = List.of();

  @Mixin private ServiceOptions options = new ServiceOptions();

  @Override
  public Integer call() throws Exception {
    try (Service service = options.open()) {
      Api api = new Api(service);
      if (!policies.isEmpty()) {
        CorpusLoader.ingest(service, policies, ServiceOptions.home());
        api.awaitReady(Duration.ofMinutes(10));
      }
      return Gates.check(gates, QuestionRun.run(api, data, corpus, out), out);
    }
  }
}
