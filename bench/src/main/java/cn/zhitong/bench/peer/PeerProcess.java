package cn.zhitong.bench.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A peer in a process of its own, on the class path that its module's build wrote down. Waits
 * without using the processor until it is told to evaluate.
 */
public final class PeerProcess implements AutoCloseable {
  /** The engines, each with the module under {@code bench} that has it. */
  public enum Engine {
    CEL("peer-cel", "cn.zhitong.peer.cel.CelRules"),
    DMN("peer-dmn", "cn.zhitong.peer.dmn.DmnRules");

    private final String module;
    private final String rules;

    Engine(String module, String rules) {
      this.module = module;
      this.rules = rules;
    }
  }

  private final Path task;
  private final Process process;
  private final BufferedReader answers;
  private final double compileSeconds;

  private PeerProcess(Path task, Process process) throws IOException {
    this.task = task;
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.compileSeconds = Double.parseDouble(answer());
  }

  /**
   * Starts the engine and waits until it has compiled the rules.
   *
   * @param rules in the engine's language
   * @param files what each enterprise file says, by the names that the rules use; values of the JDK
   */
  public static PeerProcess start(
      Engine engine, List<String> rules, List<Map<String, Object>> files) throws IOException {
    Path task = Files.createTempFile("peer", ".task");
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(task))) {
      out.writeObject(new ArrayList<>(rules));
      out.writeObject(new ArrayList<>(files.stream().map(HashMap::new).toList()));
    }
    Path classes = ownClasses();
    Path built = classes.resolve("../../" + engine.module + "/target").normalize();
    String engineClassPath = Files.readString(built.resolve("classpath")).strip();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-cp",
                String.join(
                    System.getProperty("path.separator"),
                    classes.toString(),
                    built.resolve("classes").toString(),
                    engineClassPath),
                PeerRounds.class.getName(),
                engine.rules,
                task.toString())
            .redirectError(ProcessBuilder.Redirect.to(errors(task).toFile()))
            .start();
    return new PeerProcess(task, process);
  }

  private static Path ownClasses() {
    try {
      return Path.of(PeerRounds.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path errors(Path task) {
    return task.resolveSibling(task.getFileName() + ".errors");
  }

  /** Seconds from the process's start of work until all rules were compiled. */
  public double compileSeconds() {
    return compileSeconds;
  }

  /** First letters of the outcomes' codes, files in order within rules in order. */
  public String outcomes() {
    return ask(PeerRounds.OUTCOMES);
  }

  /** Evaluates all pairs once; the seconds that took, without the process's start. */
  public double round() {
    return Double.parseDouble(ask(PeerRounds.ROUND));
  }

  private String ask(String command) {
    try {
      OutputStream commands = process.getOutputStream();
      commands.write((command + "\n").getBytes(StandardCharsets.UTF_8));
      commands.flush();
      return answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      String said = Files.readString(errors(task));
      throw new IOException("the peer ended: " + said.substring(0, Math.min(2000, said.length())));
    }
    return line;
  }

  /** Ends the process: it stops at the end of its input. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.destroy();
    Files.deleteIfExists(task);
    Files.deleteIfExists(errors(task));
  }
}
