package cn.zhitong.assistant.operation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.SourceFiles;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceReader;
import cn.zhitong.ingest.store.CorpusStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Loads the embedding model in both its forms. */
@Timeout(300)
class ReembedCommandTest {
  @TempDir Path folder;

  private record Run(int exitCode, String output) {}

  private static Run run(Map<String, String> environment, String... arguments) {
    CommandLine command = DatabaseCommand.commandLine(environment);
    StringWriter output = new StringWriter();
    command.setOut(new PrintWriter(output));
    int exitCode = command.execute(arguments);
    return new Run(exitCode, output.toString());
  }

  @Test
  void reembed_libraryOfAnotherModel_replacesItsVectorsOnce() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      Path adapter = EncoderAdapters.slight(folder);
      Map<String, String> environment =
          Map.of(
              "ZHITONG_DB_URL",
              postgres.getJdbcUrl("postgres", "postgres"),
              "ZHITONG_DB_USER",
              "postgres",
              "ZHITONG_DB_PASSWORD",
              "postgres",
              "ZHITONG_ENCODER_ADAPTER",
              adapter.toString());
      Jdbc jdbc = new Jdbc(postgres.getPostgresDatabase());
      Migrations.migrateCorpus(postgres.getPostgresDatabase());
      storedWithoutAdapter(jdbc);

      Run rehearsed = run(environment, "reembed", "--dry-run");
      assertThat(rehearsed.exitCode()).isZero();
      assertThat(rehearsed.output()).contains(BgeEmbedder.BASE_ID, "什么也没有改");
      assertThat(model(jdbc)).isEqualTo(BgeEmbedder.BASE_ID);

      Run done = run(environment, "reembed");
      assertThat(done.output()).contains("已生成 1 / 1", "已改用新的向量");
      assertThat(done.exitCode()).isZero();
      assertThat(model(jdbc)).isEqualTo(BgeEmbedder.adaptedId(adapter));

      assertThat(run(environment, "reembed").output()).contains("没有要做的");
    }
  }

  private void storedWithoutAdapter(Jdbc jdbc) throws Exception {
    Path file = folder.resolve("冷库.txt");
    Files.writeString(file, "关于支持冷库的若干措施\n\n一、租用冷库的，每平方米每月补贴8元。\n");
    try (BgeEmbedder before = BgeEmbedder.load()) {
      new Ingest(
              new SourceReader(),
              new PolicyParser(),
              before,
              new CorpusStore(jdbc, Clock.systemUTC()))
          .run(
              "test",
              SourceFiles.under(List.of(file)),
              PolicyMetadata.builder().build(),
              outcome -> {});
    }
  }

  private static String model(Jdbc jdbc) {
    return jdbc.first("select embedding_model from corpus.writer", row -> row.getString(1))
        .orElseThrow();
  }
}
