package cn.zhitong.bench.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A peer's process: compiles the rules once, then evaluates all pairs whenever its standard input
 * says so. It runs on the engine's class path, so it uses nothing but the JDK; an engine is a
 * {@code Function} from a rule's text to a function from a file's values to an outcome's code.
 *
 * <p>Arguments: the engine's class, the file that {@link PeerProcess} wrote.
 */
public final class PeerRounds {
  /** Answered by one line: the outcomes of each rule over all files, a letter each, by rule. */
  static final String OUTCOMES = "outcomes";

  /** Answered by one line: the seconds that all pairs took. */
  static final String ROUND = "round";

  private final List<Function<Map<String, Object>, String>> rules = new ArrayList<>();
  private final List<Map<String, Object>> files;

  private PeerRounds(
      Function<String, Function<Map<String, Object>, String>> engine,
      List<String> texts,
      List<Map<String, Object>> files) {
    texts.forEach(text -> rules.add(engine.apply(text)));
    this.files = files;
  }

  public static void main(String[] arguments) throws Exception {
    // Engines log to standard output, which is ours to answer on.
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    long begin = System.nanoTime();
    PeerRounds peer = read(arguments[0], Path.of(arguments[1]));
    answers.println((System.nanoTime() - begin) / 1e9);
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      answers.println(line.equals(OUTCOMES) ? peer.outcomes() : String.valueOf(peer.round()));
    }
  }

  @SuppressWarnings("unchecked") // what PeerProcess wrote, by the same program
  private static PeerRounds read(String engine, Path task)
      throws IOException, ReflectiveOperationException {
    try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(task))) {
      return new PeerRounds(
          (Function<String, Function<Map<String, Object>, String>>)
              Class.forName(engine).getConstructor().newInstance(),
          (List<String>) in.readObject(),
          (List<Map<String, Object>>) in.readObject());
    }
  }

  private String outcomes() {
    StringBuilder letters = new StringBuilder();
    rules.forEach(rule -> files.forEach(file -> letters.append(rule.apply(file).charAt(0))));
    return letters.toString();
  }

  private double round() {
    long begin = System.nanoTime();
    long length = 0;
    for (Function<Map<String, Object>, String> rule : rules) {
      for (Map<String, Object> file : files) {
        length += rule.apply(file).length();
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (length == 0) {
      throw new IllegalStateException("no pairs");
    }
    return seconds;
  }
}
