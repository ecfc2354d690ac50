package cn.zhitong.assistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhitong.assistant.retrieval.ScoreFusion.Evidence;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.embedding.EmbeddingModels;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.IngestOutcome;
import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.SourceFiles;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceReader;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.LibraryEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A library whose vectors are made anew with another model, while it is searched and added to. */
@Timeout(300)
class ReembeddingTest {
  private static final Embedder BEFORE = new HashedEmbedder(1);
  private static final Embedder AFTER = new HashedEmbedder(2);
  private static final int TEXTS = 30;

  @TempDir Path folder;
  private Database database;
  private Jdbc jdbc;
  private final List<SearchIndexes> nodes = new ArrayList<>();

  /** Both models, as the version after has them. */
  private final EmbeddingModels models =
      new EmbeddingModels(
          Map.of(BEFORE.modelId(), () -> BEFORE, AFTER.modelId(), () -> AFTER), AFTER.modelId());

  private static final Reembedding.Progress SILENT =
      new Reembedding.Progress() {
        @Override
        public void embedded(Reembedding.State state) {}

        @Override
        public void indexing() {}
      };

  private void start(String postgres) throws IOException {
    database = new Database(folder.resolve("data"), postgres);
    jdbc = database.jdbc();
    for (int i = 0; i < TEXTS; i++) {
      publish("旧文" + i, () -> BEFORE);
    }
  }

  @AfterEach
  void stop() {
    nodes.forEach(SearchIndexes::close);
    if (database != null) {
      database.close();
    }
  }

  private SearchIndexes node(String vectors) {
    OpenRetrieval.Config config =
        new OpenRetrieval.Config(
            Optional.empty(),
            vectors,
            Duration.ofMillis(50),
            Duration.ofSeconds(60),
            100,
            OptionalInt.of(600));
    SearchIndexes node =
        new SearchIndexes(SearchDatabase.alone(jdbc), library(), config, Clock.systemUTC());
    nodes.add(node);
    node.start();
    node.retrieval().catchUp();
    return node;
  }

  private Supplier<Embedder> library() {
    return new LibraryEmbedder(jdbc, models);
  }

  private IngestOutcome publish(String name, Supplier<Embedder> embedder) throws IOException {
    Path file = folder.resolve(name + ".txt");
    Files.writeString(file, "关于支持%s的若干措施\n\n一、补贴。租用%s冷库的，每平方米每月补贴8元。\n".formatted(name, name));
    List<IngestOutcome> outcomes = new ArrayList<>();
    CorpusStore store = new CorpusStore(jdbc, Clock.systemUTC());
    new Ingest(new SourceReader(), new PolicyParser(), embedder, store)
        .run(
            "test",
            SourceFiles.under(List.of(file)),
            PolicyMetadata.builder().build(),
            outcomes::add);
    return outcomes.get(0);
  }

  /** The cosine that search gives the passage of that text for its own words. */
  private static double nearness(SearchIndexes node, String name) {
    SearchQuery query =
        new SearchQuery(
            "关于支持%s的若干措施\n一、补贴。租用%s冷库的，每平方米每月补贴8元。".formatted(name, name),
            10,
            null,
            LocalDate.of(2026, 1, 1),
            Set.of(),
            true);
    return node.retrieval().search(query).stream()
        .filter(hit -> hit.externalId().equals(name + ".txt"))
        .mapToDouble(Hit::dense)
        .max()
        .orElse(-1);
  }

  @Test
  void run_onALibraryOfAnotherModel_servesTheOldVectorsUntilTheNewOnesAreWhole()
      throws IOException {
    start(null);
    SearchIndexes node = node("auto");
    assertThat(nearness(node, "旧文3")).isGreaterThan(.8);
    List<Double> meanwhile = new ArrayList<>();
    Reembedding work = new Reembedding(jdbc, models);
    assertThat(work.state().isCurrent()).isFalse();

    work.run(
        new Reembedding.Progress() {
          @Override
          public void embedded(Reembedding.State state) {
            meanwhile.add(nearness(node, "旧文3"));
          }

          @Override
          public void indexing() {
            meanwhile.add(nearness(node, "旧文3"));
          }
        });

    assertThat(meanwhile).hasSizeGreaterThan(1).allMatch(near -> near > .8);
    assertThat(work.state().isCurrent()).isTrue();
    assertThat(work.state().done()).isZero();
    assertThat(node.embedder().modelId()).isEqualTo(AFTER.modelId());
    assertThat(nearness(node, "旧文3")).isGreaterThan(.8);
    assertThat(PgVectorStore.installed(jdbc, 10).isPresent()).isEqualTo(database.hasPgvector());
  }

  @Test
  void run_whereVectorsAreHeldInTheNode_isReadAgainByIt() throws IOException {
    start("bundled");
    SearchIndexes node = node("lucene");
    assertThat(nearness(node, "旧文3")).isGreaterThan(.8);

    new Reembedding(jdbc, models).run(SILENT);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> node.embedder().modelId().equals(AFTER.modelId()));
    node.retrieval().catchUp();
    assertThat(nearness(node, "旧文3")).isGreaterThan(.8);
  }

  @Test
  void run_cutOffAndBegunAgain_keepsWhatWasMade() throws IOException {
    start(null);
    Reembedding work = new Reembedding(jdbc, models);
    assertThatThrownBy(
            () ->
                work.run(
                    new Reembedding.Progress() {
                      @Override
                      public void embedded(Reembedding.State state) {
                        throw new IllegalStateException("cut off");
                      }

                      @Override
                      public void indexing() {}
                    }))
        .hasMessage("cut off");
    long made = work.state().done();
    assertThat(made).isPositive();
    assertThat(work.state().model()).isEqualTo(BEFORE.modelId());

    work.run(SILENT);

    assertThat(work.state().isCurrent()).isTrue();
  }

  @Test
  void storing_whileTheVectorsAreReplaced_isEmbeddedAgain() throws IOException {
    start(null);
    Reembedding work = new Reembedding(jdbc, models);
    boolean[] replaced = new boolean[1];
    Embedder late =
        new Embedder() {
          @Override
          public String modelId() {
            return BEFORE.modelId();
          }

          @Override
          public int dimensions() {
            return BEFORE.dimensions();
          }

          @Override
          public List<float[]> embedPassages(List<String> texts) {
            List<float[]> vectors = BEFORE.embedPassages(texts);
            if (!replaced[0]) {
              replaced[0] = true;
              work.run(SILENT);
            }
            return vectors;
          }

          @Override
          public float[] embedQuery(String question) {
            return BEFORE.embedQuery(question);
          }
        };
    Supplier<Embedder> library = library();

    IngestOutcome outcome = publish("新文", () -> replaced[0] ? library.get() : late);

    assertThat(outcome.result()).isEqualTo(IngestOutcome.Result.CREATED);
    assertThat(nearness(node("auto"), "新文")).isGreaterThan(.8);
  }

  @Test
  void storing_betweenTheLastPassAndTheReplacement_isNotLeftOut() throws IOException {
    start(null);
    new Reembedding(jdbc, models)
        .run(
            new Reembedding.Progress() {
              @Override
              public void embedded(Reembedding.State state) {}

              @Override
              public void indexing() {
                try {
                  publish("迟到", library());
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              }
            });
    assertThat(nearness(node("auto"), "迟到")).isGreaterThan(.8);
  }

  @Test
  void evidence_whereTheModelChangesMeanwhile_isLookedUpAgain() {
    List<Embedder> models = new ArrayList<>(List.of(BEFORE, AFTER, AFTER));
    List<String> searched = new ArrayList<>();
    try (TextIndex text = new TextIndex(null);
        LuceneVectorIndex vectors = new LuceneVectorIndex()) {
      PassageSearch search =
          new PassageSearch(
              () -> models.remove(0),
              id -> {
                searched.add(id);
                return new QueryAdapter(null);
              },
              text,
              vectors,
              (question, scope) -> Map.of(),
              10);
      List<Evidence> found = search.evidence("冷库", new SearchFilter(List.of(), null, List.of()), 5);
      assertThat(found).isEmpty();
    }
    assertThat(searched).containsExactly(BEFORE.modelId(), AFTER.modelId());
  }
}
