package cn.zhitong.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.EmbeddedDatabase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Ingestion in a process of its own: what it needs of memory, and what a kill leaves behind. */
class IngestScaleTest {
  private static final int MEGABYTES = 45;

  @TempDir static Path cluster;
  private static DataFolder data;
  private static EmbeddedDatabase server;
  private static PGSimpleDataSource database;
  private static Jdbc jdbc;
  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    data = DataFolder.open(cluster.resolve("data"));
    server = EmbeddedDatabase.start(data, System.getenv("ZHITONG_PG_BIN"));
    database = (PGSimpleDataSource) server.dataSource();
    Migrations.migrateCorpus(database);
    jdbc = new Jdbc(database);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    data.close();
  }

  @BeforeEach
  void empty() {
    jdbc.update("delete from corpus.change");
    jdbc.update("delete from corpus.policy");
  }

  @Test
  void file_farLargerThanTheHeap_goesIn() throws Exception {
    Path file = folder.resolve("large.jsonl");
    int lines = writeLines(file);
    List<String> said = run(IngestWorker.command("72m", database, "file", file.toString()));
    assertThat(said.get(said.size() - 1)).startsWith("done").contains("新增 " + lines);
    assertThat(count("corpus.policy")).isEqualTo(lines);
  }

  @Test
  void liveMemory_withMoreFiles_doesNotGrow() throws Exception {
    List<String> said = run(IngestWorker.command("160m", database, "generated", "250", "300"));
    double[] live = IngestWorker.liveMegabytes(said);
    assertThat(live).hasSize(6);
    double early = live[1];
    double late = live[live.length - 1];
    assertThat(late - early).as("MB more after 250 files than after 50").isLessThan(3);
  }

  @Test
  void run_killed_isContinuedWhereItStopped() throws Exception {
    int all = 200;
    List<String> killed =
        IngestWorker.said(
            IngestWorker.command("256m", database, "generated", "" + all, "300"), "settled 50");
    assertThat(killed).as("it had stored some").anyMatch(line -> line.startsWith("settled 50"));
    int kept = count("corpus.policy");
    assertThat(kept).isBetween(50, all - 1);
    assertThat(
            count(
                "corpus.policy p where not exists"
                    + " (select 1 from corpus.passage s where s.policy_id = p.id)"))
        .as("policies without passages")
        .isZero();

    List<String> said = run(IngestWorker.command("256m", database, "generated", "" + all, "300"));
    assertThat(said.get(said.size() - 1)).contains("新增 " + (all - kept)).contains("未变 " + kept);
    assertThat(count("corpus.policy")).isEqualTo(all);
  }

  /**
   * Lines as feeds have them: a text, and beside it the page it came from, which is most of the
   * bytes and is skipped.
   */
  private static int writeLines(Path file) throws IOException {
    SyntheticTexts texts = SyntheticTexts.ofDemo(3);
    String page = texts.text(300_000);
    int lines = 0;
    long bytes = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      while (bytes < MEGABYTES * 1_000_000L) {
        String line =
            "{\"_id\":\"n%d\",\"title\":\"公告第%d号\",\"page\":\"%s\",\"text\":\"%s\"}\n"
                .formatted(lines, lines, page, texts.text(2000));
        out.write(line);
        bytes += line.getBytes(StandardCharsets.UTF_8).length;
        lines++;
      }
    }
    return lines;
  }

  private static List<String> run(ProcessBuilder command) throws Exception {
    return IngestWorker.said(command, null);
  }

  private int count(String from) {
    return jdbc.first("select count(*)::int as n from " + from, row -> row.getInt("n"))
        .orElseThrow();
  }
}
