package cn.zhitong.eval;

import cn.zhitong.eval.dataset.BeirFolder;
import cn.zhitong.eval.drive.CorpusLoader;
import cn.zhitong.eval.drive.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What runs over a folder in BEIR form have in common. */
final class BeirOptions {
  @Option(names = "--data", required = true, description = "Folder with corpus, queries and qrels.")
  private Path data;

  @Option(names = "--split", required = true, description = "qrels/SPLIT.tsv")
  private String split;

  @Option(names = "--out", required = true, description = "Folder for the results.")
  Path out;

  @Option(names = "--with", arity = "1..*", description = "Policies loaded beside the corpus.")
  private List<Path> with = List.of();

  @Option(names = "--gate", description = "Bound to keep, e.g. 'ndcg@10>=.9'; missed: exit 3.")
  List<String> gates = List.of();

  @Option(names = "--load", description = "Load the corpus into --url too.")
  private boolean load;

  @Option(names = "--against", description = "Results of an earlier run to compare with.")
  Path against;

  @Option(
      names = "--ablation",
      description = "CSV with a header (part, figures…) to show in the report.")
  Path ablation;

  @Option(
      names = "--held-out",
      description =
          "Only queries whose documents are of the fifth that nothing is trained on (by hash of id).")
  private boolean heldOut;

  @Mixin private ServiceOptions options = new ServiceOptions();

  BeirFolder read() throws IOException {
    BeirFolder set = BeirFolder.read(data, split);
    return heldOut ? set.heldOut() : set;
  }

  /** A service that holds the set's corpus. */
  Service open(BeirFolder set) throws IOException, InterruptedException {
    Service service = options.open();
    if (options.isScratch() || load) {
      CorpusLoader.load(service, set.corpus(), with, ServiceOptions.home());
    }
    return service;
  }

  String title() {
    return data.toAbsolutePath().normalize().getFileName()
        + "/"
        + split
        + (heldOut ? " (held out)" : "");
  }
}
