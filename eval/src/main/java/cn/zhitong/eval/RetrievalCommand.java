package cn.zhitong.eval;

import cn.zhitong.eval.dataset.BeirFolder;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.Service;
import cn.zhitong.eval.retrieval.RetrievalResults;
import cn.zhitong.eval.retrieval.RetrievalRun;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "retrieval",
    description = "Search quality on a folder in BEIR form.",
    mixinStandardHelpOptions = true)
final class RetrievalCommand implements Callable<Integer> {
  @Mixin BeirOptions options = new BeirOptions();

  @Override
  public Integer call() throws Exception {
    BeirFolder set = options.read();
    try (Service service = options.open(set)) {
      List<RetrievalRun.Outcome> outcomes = RetrievalRun.run(new Api(service), set.queries());
      Map<String, Object> metrics =
          RetrievalResults.write(
              options.title(), outcomes, options.out, options.against, options.ablation);
      return Gates.check(options.gates, metrics, options.out);
    }
  }
}
