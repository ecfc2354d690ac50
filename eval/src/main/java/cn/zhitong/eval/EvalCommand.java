package cn.zhitong.eval;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./zhitong eval}: measures a running assistant over HTTP. */
@Command(
    name = "eval",
    description = "Measures retrieval, answers and triage of a running assistant over HTTP.",
    mixinStandardHelpOptions = true,
    subcommands = {
      RetrievalCommand.class,
      AnswerCommand.class,
      QuestionsCommand.class,
      TriageCommand.class,
      DraftCommand.class,
      ItemsCommand.class
    })
public final class EvalCommand {
  private EvalCommand() {}

  public static void main(String[] args) {
    CommandLine line = new CommandLine(new EvalCommand());
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          System.err.println("eval failed: " + failure.getMessage());
          return 1;
        });
    System.exit(line.execute(args));
  }
}
