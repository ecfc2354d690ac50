package cn.zhitong.ingest.bench;

import cn.zhitong.ingest.IngestBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./zhitong bench embed|ingest}. Figures are for comparing, not for tests. */
@Command(
    name = "bench",
    description = "Times embedding and ingestion beside LangChain4j's.",
    mixinStandardHelpOptions = true,
    subcommands = {EmbedBench.class, IngestBench.class})
public final class IngestBenchCommand {
  private IngestBenchCommand() {}

  public static void main(String[] args) {
    CommandLine line = new CommandLine(new IngestBenchCommand());
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          failure.printStackTrace();
          return 1;
        });
    System.exit(line.execute(args));
  }
}
