package cn.zhitong.bench;

import cn.zhitong.assistant.matching.condition.MatchBench;
import cn.zhitong.assistant.retrieval.SearchBench;
import cn.zhitong.assistant.retrieval.WordsBench;
import cn.zhitong.bench.ingest.EmbedBench;
import cn.zhitong.bench.ingest.IngestBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./zhitong bench}: times the running program. Figures are for comparing, not for tests. */
@Command(
    name = "bench",
    description = "Times the running program; figures are medians of one run on this machine.",
    mixinStandardHelpOptions = true,
    subcommands = {
      AnswerBench.class,
      SearchBench.class,
      WordsBench.class,
      LoadBench.class,
      ApplicationBench.class,
      EmbedBench.class,
      IngestBench.class,
      TriageBench.class,
      MatchBench.class
    })
public final class BenchCommand {
  private BenchCommand() {}

  public static void main(String[] args) {
    CommandLine line = new CommandLine(new BenchCommand());
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          System.err.println("bench failed: " + failure.getMessage());
          return 1;
        });
    System.exit(line.execute(args));
  }
}
