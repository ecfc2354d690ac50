package cn.zhitong.assistant;

import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;

/** Entry of the service. */
@QuarkusMain
public final class ZhitongMain {
  private ZhitongMain() {}

  public static void main(String[] args) {
    int exitCode =
        new CommandLine(new ServeCommand())
            .setExecutionExceptionHandler(ServeCommand::explain)
            .execute(args);
    // Zero means that the service has run and stopped; the virtual machine is ending already.
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }
}
