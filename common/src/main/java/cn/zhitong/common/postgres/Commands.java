package cn.zhitong.common.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end, with a bound on the time it may take. */
final class Commands {
  private Commands() {}

  /**
   * @param exitCode what the program returned
   * @param output both of its streams
   */
  record Result(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  static Result run(List<String> command, int timeoutSeconds) throws IOException {
    // A file, not a pipe: a server that the program leaves behind would keep a pipe open for ever.
    Path output = Files.createTempFile("zhitong-", ".out");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      // The user that PostgreSQL runs as may not be able to enter our own working directory.
      builder.directory(Path.of("/").toFile());
      builder.environment().put("LC_ALL", "C");
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(timeoutSeconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command.get(0) + " took more than " + timeoutSeconds + " s");
      }
      return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + command.get(0), e);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
