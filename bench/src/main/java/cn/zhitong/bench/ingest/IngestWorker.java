package cn.zhitong.bench.ingest;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.SingleConnectionDataSource;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.IngestOutcome;
import cn.zhitong.ingest.IngestReport;
import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.SourceFiles;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceFile;
import cn.zhitong.ingest.read.SourceReader;
import cn.zhitong.ingest.store.CorpusStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Ingests in a process of its own, so that its heap can be bounded and it can be killed: {@code URL
 * USER PASSWORD generated COUNT CHARACTERS} or {@code … file PATH}. Tells on standard output {@code
 * settled N RESULT liveMB} now and then, and the report at the end.
 */
public final class IngestWorker {
  /** Collecting all garbage to see what lives takes some 30 ms. */
  private static final int TELL_EVERY = 50;

  private int settled;

  private IngestWorker() {}

  public static void main(String[] args) throws IOException {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(args[0]);
    database.setUser(args[1]);
    database.setPassword(args[2]);
    CorpusStore store =
        new CorpusStore(new Jdbc(new SingleConnectionDataSource(database)), Clock.systemUTC());
    Ingest ingest =
        new Ingest(new SourceReader(), new PolicyParser(), new StandInEmbedder(), store);
    Iterable<SourceFile> files =
        args[3].equals("file")
            ? SourceFiles.under(List.of(Path.of(args[4])))
            : generated(Integer.parseInt(args[4]), Integer.parseInt(args[5]));
    IngestWorker worker = new IngestWorker();
    IngestReport report =
        ingest.run("bench", files, PolicyMetadata.builder().build(), worker::settled);
    System.out.println("done " + report.summary());
  }

  private void settled(IngestOutcome outcome) {
    settled++;
    if (settled == 1 || settled % TELL_EVERY == 0) {
      System.gc();
      long live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      System.out.printf(
          Locale.ROOT, "settled %d %s %.1f%n", settled, outcome.result(), live / 1048576.0);
    }
    if (outcome.result() == IngestOutcome.Result.FAILED) {
      System.out.println("failed " + outcome.externalId() + " " + outcome.reason());
    }
  }

  /** The same files in every process; each exists only while it is its turn. */
  private static Iterable<SourceFile> generated(int count, int characters) throws IOException {
    SyntheticTexts texts = SyntheticTexts.ofDemo(11);
    Path file = Files.createTempFile("zhitong-ingest-", ".txt");
    file.toFile().deleteOnExit();
    return () ->
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < count;
          }

          @Override
          public SourceFile next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            String name = "policy-" + next + ".txt";
            try {
              Files.writeString(file, texts.policy(next, characters));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            next++;
            return new SourceFile(name, name, file);
          }
        };
  }

  /**
   * The command that runs a worker.
   *
   * @param heap as {@code -Xmx} takes it
   */
  static ProcessBuilder command(String heap, PGSimpleDataSource database, String... work) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.add("-Xmx" + heap);
    command.add("-XX:+ExitOnOutOfMemoryError");
    // -D of the parent, so that the demo's texts are found.
    command.add(
        "-Dzhitong.home=" + System.getProperty("zhitong.home", System.getProperty("user.dir")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(IngestWorker.class.getName());
    command.addAll(List.of(database.getUrl(), database.getUser()));
    command.add(database.getPassword() == null ? "" : database.getPassword());
    command.addAll(List.of(work));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /**
   * What a worker says, until it ends or is killed.
   *
   * @param killAt begin of the line at which it is killed, null to let it finish
   * @throws IllegalStateException when one that was to finish failed
   */
  static List<String> said(ProcessBuilder command, String killAt) throws Exception {
    Process process = command.start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        if (killAt != null && line.startsWith(killAt)) {
          // Closes the stream too: nothing more can be read of it.
          process.destroyForcibly().waitFor();
          return lines;
        }
      }
    }
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IllegalStateException("the worker ended with " + exit + ": " + lines);
    }
    return lines;
  }

  /** The heap's live megabytes each time that it told of them. */
  static double[] liveMegabytes(List<String> said) {
    return said.stream()
        .filter(line -> line.startsWith("settled"))
        .mapToDouble(line -> Double.parseDouble(line.split(" ")[3]))
        .toArray();
  }
}
