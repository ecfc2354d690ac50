package cn.zhitong.eval;

import cn.zhitong.eval.answer.AnswerResults;
import cn.zhitong.eval.answer.AnswerRun;
import cn.zhitong.eval.dataset.BeirFolder;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.Corpus;
import cn.zhitong.eval.drive.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "answer",
    description = "Answers, citations and refusals on a folder in BEIR form.",
    mixinStandardHelpOptions = true)
final class AnswerCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, description = "Folder with corpus, queries and qrels.")
  Path data;

  @Option(names = "--split", required = true, description = "qrels/SPLIT.tsv")
  String split;

  @Option(names = "--out", required = true, description = "Folder for the results.")
  Path out;

  @Option(names = "--with", arity = "1..*", description = "Policies loaded beside the corpus.")
  List<Path> with = List.of();

  @Option(names = "--gate", description = "Bound to keep, e.g. 'answered>=.9'; missed: exit 3.")
  List<String> gates = List.of();

  @Option(names = "--load", description = "Load the corpus into --url too.")
  boolean load;

  @Mixin ServiceOptions options = new ServiceOptions();

  @Override
  public Integer call() throws Exception {
    BeirFolder set = BeirFolder.read(data, split);
    try (Service service = options.open()) {
      if (options.url == null || load) {
        Corpus.load(service, set.corpus(), with, ServiceOptions.home());
      }
      AnswerRun run = new AnswerRun(new Api(service), set.corpus());
      List<AnswerRun.Outcome> answerable = run.run("asking (answerable)", set.queries());
      List<AnswerRun.Outcome> unanswerable = run.run("asking (unanswerable)", set.unanswerable());
      String title = data.toAbsolutePath().normalize().getFileName() + "/" + split;
      return Gates.check(gates, AnswerResults.write(title, answerable, unanswerable, out), out);
    }
  }
}
