package cn.zhitong.eval.drive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Loads what a run searches: the judged corpus, and other policies beside it. */
public final class CorpusLoader {
  /** Small enough that a progress bar moves, large enough that embedding runs in full batches. */
  private static final int LINES_A_POST = 50;

  private CorpusLoader() {}

  /**
   * @param with files and folders that are loaded beside it by the ordinary ingest command
   * @throws IOException when a document is refused: a run on half a corpus would mislead
   */
  public static void load(Service service, Path jsonl, List<Path> with, Path home)
      throws IOException, InterruptedException {
    Api api = new Api(service);
    List<String> lines =
        Files.readAllLines(jsonl).stream().filter(line -> !line.isBlank()).toList();
    ConsoleProgress progress = new ConsoleProgress("loading " + jsonl, lines.size());
    for (int from = 0; from < lines.size(); from += LINES_A_POST) {
      List<String> part = lines.subList(from, Math.min(lines.size(), from + LINES_A_POST));
      JsonNode reply =
          api.postFile(
              "/api/policies",
              "corpus.jsonl",
              String.join("\n", part),
              java.util.Map.of("metadata", "{\"source\":\"eval\"}"));
      int stored = reply.path("policies").size();
      if (stored != part.size()) {
        throw new IOException(
            "of " + part.size() + " documents " + stored + " were taken: " + reply);
      }
      progress.step(part.size());
    }
    if (!with.isEmpty()) {
      ingest(service, with, home);
    }
    api.awaitReady(Duration.ofMinutes(10));
  }

  /** Loads files and folders by the ordinary ingest command. */
  public static void ingest(Service service, List<Path> paths, Path home)
      throws IOException, InterruptedException {
    List<String> command =
        new java.util.ArrayList<>(List.of(home.resolve("zhitong").toString(), "ingest"));
    paths.forEach(path -> command.add(path.toAbsolutePath().toString()));
    command.addAll(List.of("--url", service.url()));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("ZHITONG_TOKEN", service.token());
    int exit = builder.start().waitFor();
    if (exit != 0) {
      throw new IOException("loading " + paths + " ended with exit code " + exit);
    }
  }
}
