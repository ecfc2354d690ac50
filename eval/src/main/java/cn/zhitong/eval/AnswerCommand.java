package cn.zhitong.eval;

import cn.zhitong.eval.answer.AnswerResults;
import cn.zhitong.eval.answer.AnswerResults.Extras;
import cn.zhitong.eval.answer.AnswerRun;
import cn.zhitong.eval.dataset.BeirFolder;
import cn.zhitong.eval.dataset.BeirFolder.Query;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.Service;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "answer",
    description = "Answers, citations and refusals on a folder in BEIR form.",
    mixinStandardHelpOptions = true)
final class AnswerCommand implements Callable<Integer> {
  /** Streams are timed one at a time; these take under a minute. */
  private static final int STREAMS = 50;

  @Mixin BeirOptions options = new BeirOptions();

  @Override
  public Integer call() throws Exception {
    BeirFolder set = options.read();
    try (Service service = options.open(set)) {
      AnswerRun run = new AnswerRun(new Api(service), set.corpus());
      List<AnswerRun.Outcome> answerable = run.run("asking (answerable)", set.queries());
      List<AnswerRun.Outcome> unanswerable = run.run("asking (unanswerable)", set.unanswerable());
      Map<String, Object> metrics =
          AnswerResults.write(
              options.title(),
              answerable,
              unanswerable,
              run.firstSentences(spread(set.queries())),
              options.out,
              new Extras(options.against, options.ablation));
      return Gates.check(options.gates, metrics, options.out);
    }
  }

  /** Some questions from all over the set. */
  private static List<Query> spread(List<Query> queries) {
    int step = Math.max(1, queries.size() / STREAMS);
    return IntStream.range(0, Math.min(STREAMS, queries.size()))
        .mapToObj(i -> queries.get(i * step))
        .toList();
  }
}
