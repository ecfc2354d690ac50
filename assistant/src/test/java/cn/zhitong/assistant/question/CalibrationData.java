package cn.zhitong.assistant.question;

import cn.zhitong.assistant.retrieval.BigramEmbedder;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.assistant.retrieval.OpenRetrieval;
import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.retrieval.SearchQuery;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.SourceFiles;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceReader;
import cn.zhitong.ingest.store.CorpusStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes what search finds for each question of a BEIR folder, so that composing and refusing can
 * be measured and calibrated again and again in seconds: {@code CalibrationData DIR OUT [--quick]}.
 * OUT holds third-party text: keep it out of the repository. {@code --quick} searches without the
 * embedding model: fine for composing, useless for refusing.
 */
final class CalibrationData {
  static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private CalibrationData() {}

  /**
   * One question with what was found.
   *
   * @param answer gold answer, null where the corpus has none
   * @param right ids of the documents that hold it
   */
  record Asked(String id, String text, String answer, Set<String> right, List<Hit> hits) {}

  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    Clock clock = Clock.systemUTC();
    boolean quick = args.length > 2 && args[2].equals("--quick");
    Embedder embedder =
        quick ? new BigramEmbedder() : CachedEmbedder.inUserCache(BgeEmbedder.load());
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        BufferedWriter out = Files.newBufferedWriter(Path.of(args[1]))) {
      Migrations.migrateCorpus(postgres.getPostgresDatabase());
      Jdbc jdbc = new Jdbc(postgres.getPostgresDatabase());
      CorpusStore store = new CorpusStore(jdbc, clock);
      var report =
          new Ingest(new SourceReader(), new PolicyParser(), embedder, store)
              .run(
                  "calibration",
                  SourceFiles.under(List.of(data.resolve("corpus.jsonl"))),
                  PolicyMetadata.builder().build(),
                  outcome -> {});
      System.err.println(report);
      Retrieval retrieval = OpenRetrieval.over(jdbc, embedder, clock);
      Map<String, Set<String>> right = new java.util.HashMap<>();
      for (String line : Files.readAllLines(data.resolve("qrels/dev-answer.tsv"))) {
        String[] cells = line.split("\t");
        right.computeIfAbsent(cells[0], id -> new HashSet<>()).add(cells[1]);
      }
      ask(data.resolve("queries.jsonl"), right, retrieval, out);
      ask(data.resolve("queries-unanswerable.jsonl"), right, retrieval, out);
    }
    System.exit(0);
  }

  private static void ask(
      Path queries, Map<String, Set<String>> right, Retrieval retrieval, BufferedWriter out)
      throws Exception {
    for (String line : Files.readAllLines(queries)) {
      JsonNode query = JSON.readTree(line);
      String text = query.get("text").asText();
      String id = query.get("_id").asText();
      List<Hit> hits =
          retrieval.search(new SearchQuery(text, 20, null, LocalDate.now(), Set.of(), true));
      String answer = query.hasNonNull("answer") ? query.get("answer").asText() : null;
      Asked asked = new Asked(id, text, answer, right.getOrDefault(id, Set.of()), hits);
      out.write(JSON.writeValueAsString(asked));
      out.newLine();
    }
  }
}
