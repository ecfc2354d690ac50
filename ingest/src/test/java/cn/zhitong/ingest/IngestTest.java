package cn.zhitong.ingest;

import static cn.zhitong.ingest.IngestOutcome.Result.CREATED;
import static cn.zhitong.ingest.IngestOutcome.Result.FAILED;
import static cn.zhitong.ingest.IngestOutcome.Result.SKIPPED;
import static cn.zhitong.ingest.IngestOutcome.Result.UNCHANGED;
import static cn.zhitong.ingest.IngestOutcome.Result.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.IngestOutcome.Result;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceReader;
import cn.zhitong.ingest.store.CorpusDatabase;
import cn.zhitong.ingest.store.CorpusStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
  private static final PolicyMetadata NOTHING_GIVEN = PolicyMetadata.builder().build();
  private static final String POLICY =
      """
      测试省人民政府关于扶持企业的若干措施

      一、总体要求

      对符合条件的企业给予补助。

      二、附则

      本措施自2024年1月1日起施行。
      """;

  @TempDir Path folder;
  private final FakeEmbedder embedder = new FakeEmbedder();
  private final Map<String, IngestOutcome> outcomes = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();
  private CorpusStore store;
  private Jdbc jdbc;
  private Ingest ingest;

  @BeforeEach
  void open() {
    Clock clock = Clock.fixed(Instant.parse("2025-05-01T00:00:00Z"), ZoneId.of("Asia/Shanghai"));
    jdbc = new Jdbc(CorpusDatabase.fresh());
    store = new CorpusStore(jdbc, clock);
    ingest = new Ingest(new SourceReader(), new PolicyParser(), embedder, store);
  }

  @Test
  void folder_ingestedTwice_isReadOnlyWhereItChanged() throws IOException {
    write("b/省级.txt", POLICY);
    write("a.md", POLICY.replace("扶持", "帮助"));
    write("图.png", "not a policy");
    write(".hidden/x.txt", POLICY);

    assertThat(run(folder)).isEqualTo(counts(2, 0, 0, 1, 0));
    assertThat(outcomes.get("b/省级.txt").result()).isEqualTo(CREATED);
    assertThat(outcomes.get("图.png").result()).isEqualTo(SKIPPED);
    assertThat(embedder.calls()).as("both files in one call").hasSize(1);

    write("a.md", POLICY.replace("扶持", "支持"));
    assertThat(run(folder)).isEqualTo(counts(0, 1, 1, 1, 0));
    assertThat(outcomes.get("a.md").result()).isEqualTo(UPDATED);
    assertThat(outcomes.get("b/省级.txt").result()).isEqualTo(UNCHANGED);
    assertThat(embedder.calls()).hasSize(2);
  }

  @Test
  void jsonLinesFile_ingested_isReadByEveryLine() throws IOException {
    String line = "{\"_id\": \"%s\", \"title\": \"公告%s\", \"text\": \"%s\"}\n";
    String text = "一、禁止进口。二、违者没收。";
    write(
        "feed.jsonl",
        line.formatted("n1", 1, text)
            + "{broken\n"
            + line.formatted("n1", 2, text)
            + "{\"title\": \"无编号\", \"text\": \"三、自发布之日起施行。\"}\n");

    assertThat(run(folder.resolve("feed.jsonl"))).isEqualTo(counts(2, 0, 0, 0, 2));

    assertThat(outcomes.get("feed.jsonl#2").result()).isEqualTo(FAILED);
    assertThat(outcomes.get("feed.jsonl#4").result()).isEqualTo(CREATED);
    assertThat(failures).anySatisfy(reason -> assertThat(reason).contains("不止一次"));
    assertThat(run(folder.resolve("feed.jsonl"))).isEqualTo(counts(0, 0, 2, 0, 2));
  }

  @Test
  void withdrawnPolicy_ingestedAgain_staysOutUntilItsContentsChange() throws IOException {
    write("a.txt", POLICY);
    run(folder);
    store.withdraw(store.known("files", "a.txt").orElseThrow().id(), "发布有误");

    run(folder);
    assertThat(outcomes.get("a.txt").reason()).contains("撤回");
    assertThat(store.known("files", "a.txt").orElseThrow().withdrawn()).isTrue();

    write("a.txt", POLICY + "三、补充。\n");
    run(folder);
    assertThat(store.known("files", "a.txt").orElseThrow().withdrawn()).isFalse();
  }

  @Test
  void run_cutOff_isContinued() throws IOException {
    int files = 30;
    for (int i = 0; i < files; i++) {
      write("p%03d.txt".formatted(i), POLICY + "第" + i + "份。\n");
    }
    List<Path> all = List.of(folder);
    assertThatThrownBy(
            () ->
                ingest.run(
                    "files",
                    SourceFiles.under(all),
                    NOTHING_GIVEN,
                    outcome -> {
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    long stored = count("corpus.policy");
    assertThat(stored).isPositive().isLessThan(files);
    assertThat(
            count(
                "corpus.policy p where not exists "
                    + "(select 1 from corpus.passage a where a.policy_id = p.id)"))
        .isZero();

    assertThat(run(folder)).isEqualTo(counts((int) (files - stored), 0, (int) stored, 0, 0));
  }

  @Test
  void metadata_given_wins() throws IOException {
    write("a.txt", POLICY);
    PolicyMetadata given = PolicyMetadata.builder().issuer("测试省工信厅").build();
    ingest.run("upload", SourceFiles.under(List.of(folder)), given, outcome -> {});

    PolicyMetadata stored =
        store.policy(store.known("upload", "a.txt").orElseThrow().id()).orElseThrow().metadata();
    assertThat(stored.issuer()).isEqualTo("测试省工信厅");
  }

  private Map<Result, Integer> run(Path path) throws IOException {
    outcomes.clear();
    IngestReport report =
        ingest.run(
            "files",
            SourceFiles.under(List.of(path)),
            NOTHING_GIVEN,
            outcome -> {
              outcomes.put(outcome.externalId(), outcome);
              if (outcome.result() == FAILED) {
                failures.add(outcome.reason());
              }
            });
    Map<Result, Integer> counts = new LinkedHashMap<>();
    for (Result result : Result.values()) {
      counts.put(result, report.count(result));
    }
    return counts;
  }

  private static Map<Result, Integer> counts(
      int created, int updated, int unchanged, int skipped, int failed) {
    return Map.of(
        CREATED, created, UPDATED, updated, UNCHANGED, unchanged, SKIPPED, skipped, FAILED, failed);
  }

  private long count(String from) {
    return jdbc.first("select count(*) from " + from, row -> row.getLong(1)).orElseThrow();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
