package cn.zhitong.bench.ingest;

import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.file.Folders;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import cn.zhitong.common.jdbc.SingleConnectionDataSource;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.EmbeddedDatabase;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.IngestOutcome.Result;
import cn.zhitong.ingest.IngestReport;
import cn.zhitong.ingest.PassageText;
import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.SourceFiles;
import cn.zhitong.ingest.policy.ParsedPolicy;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceReader;
import cn.zhitong.ingest.read.SourceText;
import cn.zhitong.ingest.store.CorpusStore;
import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.DocumentSplitter;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15.BgeSmallZhV15EmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Ingestion end to end: beside LangChain4j's EmbeddingStoreIngestor over the same model, passages
 * and database with pgvector; or, with {@code --stand-in}, without the model: memory by number of
 * documents, and going on after kill -9.
 */
@Command(
    name = "ingest",
    description = "Ingestion end to end beside LangChain4j's; memory and kill -9 by --stand-in.",
    mixinStandardHelpOptions = true)
public final class IngestBench implements Callable<Integer> {
  /** As the service makes it at its start; an ingest into a running library pays for it. */
  private static final List<String> INDEX =
      List.of(
          "create extension if not exists vector",
          """
          create index if not exists passage_embedding_hnsw on corpus.passage
          using hnsw ((embedding::halfvec(512)) halfvec_cosine_ops)
          """);

  /** One in twenty changes: 95 % stay as they were. */
  private static final int CHANGED = 20;

  private static final int WARM_UP = 10;

  @Option(names = "--documents", description = "How many (default 500).")
  int documents = 500;

  @Option(names = "--characters", description = "Characters a document (default 450).")
  int characters = 450;

  @Option(names = "--stand-in", description = "Measure memory and kill -9 without the model.")
  boolean standIn;

  @Option(names = "--scale", split = ",", description = "With --stand-in: documents a run.")
  List<Integer> scale = List.of(1000, 5000, 20_000);

  @Option(names = "--out", description = "Folder for ingest.json.")
  Path out;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("zhitong-bench-");
    Report report = new Report(standIn ? "ingest-stand-in" : "ingest");
    try (DataFolder data = DataFolder.open(folder.resolve("data"));
        EmbeddedDatabase database = EmbeddedDatabase.start(data, System.getenv("ZHITONG_PG_BIN"))) {
      Migrations.migrateCorpus(database.dataSource());
      if (standIn) {
        PGSimpleDataSource source = (PGSimpleDataSource) database.dataSource();
        memory(report, source);
        killed(report, source);
      } else {
        new Jdbc(database.dataSource()).update(INDEX.get(0));
        new Jdbc(database.dataSource()).update(INDEX.get(1));
        try (SingleConnectionDataSource kept =
            new SingleConnectionDataSource(database.dataSource())) {
          compare(report, kept, folder);
        }
      }
    } finally {
      Folders.delete(folder);
    }
    report.write(out);
    return 0;
  }

  private void compare(Report report, DataSource database, Path folder) throws Exception {
    Path files = Files.createDirectory(folder.resolve("files"));
    write(files, 1);
    EmbeddingModel peer = new BgeSmallZhV15EmbeddingModel();
    try (CachedEmbedder embedder =
        new CachedEmbedder(BgeEmbedder.load(), folder.resolve("vectors"))) {
      CorpusStore store = new CorpusStore(new Jdbc(database), Clock.systemUTC());
      Ingest ingest = new Ingest(new SourceReader(), new PolicyParser(), embedder, store);
      EmbeddingStoreIngestor ingestor = ingestor(peer, database);
      warmUp(ingest, ingestor, folder);

      report.put("documents", documents);
      double cold = seconds(() -> run(ingest, files, documents));
      report.put("cold:seconds:ours", cold);
      double theirCold = seconds(() -> ingestor.ingest(documents(files)));
      report.put("cold:seconds:langchain4j", theirCold);
      report.put("cold:ratio", theirCold / cold);

      write(files, CHANGED);
      double again = seconds(() -> run(ingest, files, documents / CHANGED));
      report.put("unchanged95:seconds:ours", again);
      double theirAgain = seconds(() -> ingestor.ingest(documents(files)));
      report.put("unchanged95:seconds:langchain4j", theirAgain);
      report.put("unchanged95:ratio", theirAgain / again);
      new Jdbc(database)
          .first("select count(*)::int as n from corpus.passage", row -> row.getInt("n"))
          .ifPresent(n -> report.put("passages", n));
    }
  }

  /**
   * A few files through both, so that neither pays for loading dictionaries and for the JIT alone.
   */
  private void warmUp(Ingest ingest, EmbeddingStoreIngestor ingestor, Path folder)
      throws Exception {
    Path few = Files.createDirectory(folder.resolve("warm"));
    SyntheticTexts texts = SyntheticTexts.ofDemo(9);
    for (int i = 0; i < WARM_UP; i++) {
      Files.writeString(few.resolve("warm-" + i + ".txt"), texts.policy(i, characters));
    }
    run(ingest, few, WARM_UP);
    ingestor.ingest(documents(few));
  }

  /** All files, or, a second time, every so many with another sentence at its end. */
  private void write(Path files, int every) throws Exception {
    SyntheticTexts texts = SyntheticTexts.ofDemo(5);
    for (int i = 0; i < documents; i++) {
      String text = texts.policy(i, characters);
      if (i % every == 0) {
        String added = every == 1 ? "" : "本措施由测试省人民政府办公厅负责解释。\n";
        Files.writeString(files.resolve("policy-" + i + ".txt"), text + added);
      }
    }
  }

  private static void run(Ingest ingest, Path files, int expected) throws Exception {
    IngestReport report =
        ingest.run(
            "bench",
            SourceFiles.under(List.of(files)),
            PolicyMetadata.builder().build(),
            outcome -> {});
    int stored = report.count(Result.CREATED) + report.count(Result.UPDATED);
    if (stored != expected) {
      throw new IllegalStateException(expected + " were to be stored: " + report.summary());
    }
  }

  /** LangChain4j's ingestor, with our passages. */
  private static EmbeddingStoreIngestor ingestor(EmbeddingModel model, DataSource database) {
    PolicyParser parser = new PolicyParser();
    return EmbeddingStoreIngestor.builder()
        .documentSplitter(splitter(parser))
        .embeddingModel(model)
        .embeddingStore(
            PgVectorEmbeddingStore.datasourceBuilder()
                .datasource(database)
                .table("langchain4j")
                .dimension(model.dimension())
                .build())
        .build();
  }

  private static DocumentSplitter splitter(PolicyParser parser) {
    return document -> {
      SourceText text = new SourceText("x", "x.txt", document.text(), List.of(), null, null);
      ParsedPolicy policy = parser.parse(text);
      return policy.passages().stream()
          .map(passage -> TextSegment.from(PassageText.forEmbedding(policy.metadata(), passage)))
          .toList();
    };
  }

  private List<Document> documents(Path files) throws Exception {
    List<Document> all = new ArrayList<>();
    try (Stream<Path> paths = Files.list(files)) {
      for (Path path : paths.sorted().toList()) {
        all.add(Document.from(Files.readString(path)));
      }
    }
    return all;
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  private void memory(Report report, PGSimpleDataSource database) throws Exception {
    for (int count : scale) {
      empty(database);
      long begin = System.nanoTime();
      List<String> said =
          IngestWorker.said(
              IngestWorker.command("256m", database, "generated", "" + count, "300"), null);
      double seconds = (System.nanoTime() - begin) / 1e9;
      double[] live = IngestWorker.liveMegabytes(said);
      report.put("liveHeapMb:afterFirst@" + count, live[0]);
      report.put("liveHeapMb:median@" + count, Report.median(live));
      report.put("liveHeapMb:last@" + count, live[live.length - 1]);
      report.put("documentsPerSecond@" + count, count / seconds);
    }
  }

  private void killed(Report report, PGSimpleDataSource database) throws Exception {
    empty(database);
    String count = "1000";
    IngestWorker.said(
        IngestWorker.command("256m", database, "generated", count, "300"), "settled 500");
    Jdbc jdbc = new Jdbc(database);
    int kept =
        jdbc.first("select count(*)::int as n from corpus.policy", row -> row.getInt("n"))
            .orElseThrow();
    List<String> said =
        IngestWorker.said(IngestWorker.command("256m", database, "generated", count, "300"), null);
    report.put("killed:stored", kept);
    report.put("killed:afterwards", said.get(said.size() - 1));
  }

  private static void empty(DataSource database) {
    Jdbc jdbc = new Jdbc(database);
    jdbc.update("delete from corpus.change");
    jdbc.update("delete from corpus.policy");
  }
}
