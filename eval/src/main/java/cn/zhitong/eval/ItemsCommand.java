package cn.zhitong.eval;

import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.Service;
import cn.zhitong.eval.items.ItemResults;
import cn.zhitong.eval.items.ItemRun;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "items",
    description = "Conditions read from labelled texts, and matching of labelled rules and files.",
    mixinStandardHelpOptions = true)
final class ItemsCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      description =
          "Folder with items.jsonl, enterprises.jsonl, outcomes.jsonl, perhaps cases.jsonl.")
  private Path data;

  @Option(names = "--out", required = true, description = "Folder for the results.")
  private Path out;

  @Option(names = "--gate", description = "Bound to keep, e.g. 'leafF1>=.85'; missed: exit 3.")
  private List<String> gates = List.of();

  @Mixin private ServiceOptions options = new ServiceOptions();

  @Override
  public Integer call() throws Exception {
    try (Service service = options.open()) {
      ItemResults results = ItemRun.run(new Api(service), data, out);
      for (List<String> row : results.table().rows()) {
        System.out.printf("%-22s %8s %10s  %s%n", row.toArray());
      }
      return Gates.keep(gates, results.metrics(), out);
    }
  }
}
