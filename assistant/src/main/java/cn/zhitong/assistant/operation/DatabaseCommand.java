package cn.zhitong.assistant.operation;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./zhitong database}: where one server is outgrown, and when the model is another. */
@Command(
    name = "database",
    mixinStandardHelpOptions = true,
    description = "把数据库分布到几台服务器（Citus），检查它，重新生成向量。")
public final class DatabaseCommand implements Runnable {
  @Spec private CommandSpec spec;

  private DatabaseCommand() {}

  /** Runs the command and exits. */
  public static void main(String[] args) {
    System.exit(commandLine(System.getenv()).execute(args));
  }

  static CommandLine commandLine(Map<String, String> environment) {
    return new CommandLine(new DatabaseCommand())
        .addSubcommand(new DistributeCommand(environment))
        .addSubcommand(new DatabaseCheckCommand(environment))
        .addSubcommand(new ReembedCommand(environment));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "请写明 distribute、check 或 reembed。");
  }
}
