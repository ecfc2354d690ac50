package cn.zhitong.assistant.question;

import cn.zhitong.assistant.llm.LanguageModel;
import cn.zhitong.assistant.retrieval.OpenRetrieval;
import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.runtime.LibraryLoading;
import cn.zhitong.common.embedding.AnswerReader;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.SourceFiles;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceReader;
import cn.zhitong.ingest.store.CorpusStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Policies in a database of their own, the demonstration's or others, on 1 September 2025. */
final class DemoLibrary implements AutoCloseable {
  static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-09-01T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

  private static final PassageReader READER = new EncoderPassageReader(AnswerReader.load(), 1);

  private final EmbeddedPostgres postgres;
  private final Jdbc jdbc;
  private final Embedder embedder;
  private final Retrieval retrieval;

  DemoLibrary() throws Exception {
    this(Path.of(DemoLibrary.class.getResource("/demo/policies").toURI()));
  }

  /** The policies of a folder. */
  DemoLibrary(Path folder) throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    var dataSource = postgres.getPostgresDatabase();
    Migrations.migrateCorpus(dataSource);
    Migrations.migrate(dataSource, "assistant", AnswerPipeline.class.getClassLoader());
    jdbc = new Jdbc(dataSource);
    embedder = CachedEmbedder.inUserCache(BgeEmbedder.load());
    new Ingest(new SourceReader(), new PolicyParser(), embedder, new CorpusStore(jdbc, CLOCK))
        .run(
            "demo",
            SourceFiles.under(List.of(folder)),
            PolicyMetadata.builder().build(),
            outcome -> {});
    retrieval = OpenRetrieval.over(jdbc, embedder, CLOCK);
  }

  Jdbc jdbc() {
    return jdbc;
  }

  AnswerPipeline answers(LanguageModel model) {
    return new AnswerPipeline(
        retrieval,
        model,
        new CorpusStore(jdbc, CLOCK),
        Gazetteer.standard(),
        jdbc,
        embedder,
        READER,
        new LibraryLoading(),
        List.of(),
        CLOCK);
  }

  static QuestionRequest question(String text, UUID conversation) {
    return new QuestionRequest(text, conversation, null, LocalDate.now(CLOCK), false);
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  /** No model: the way of the embedded default. */
  static final class NoModel implements LanguageModel {
    @Override
    public boolean configured() {
      return false;
    }

    @Override
    public String modelName() {
      return null;
    }

    @Override
    public Outcome complete(Request request) {
      return new Unavailable("not_configured");
    }
  }
}
