package cn.zhitong.assistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.ProblemBody;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.embedding.EmbeddingModels;
import cn.zhitong.ingest.store.LibraryEmbedder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that was started without the adapter that the library's vectors are made with. */
@Timeout(120)
class MissingModelTest {
  private static final Embedder LIBRARY = new HashedEmbedder(1);
  private static final Embedder OTHER = new HashedEmbedder(2);
  private static final String TITLE = "关于支持冷库的若干措施";

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = new Database(folder.resolve("data"), null);
    database.jdbc().update("update corpus.writer set embedding_model = ?", LIBRARY.modelId());
    new StoredCorpus(database.jdbc(), LIBRARY)
        .publish(StoredCorpus.policy(TITLE).passage("一、补贴", "租用冷库的，每平方米每月补贴8元。"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private SearchIndexes node(String vectors, Embedder configured) {
    OpenRetrieval.Config config =
        new OpenRetrieval.Config(
            Optional.of(folder.resolve("index")),
            vectors,
            Duration.ofMillis(50),
            Duration.ofSeconds(60),
            100,
            OptionalInt.of(600));
    return new SearchIndexes(
        SearchDatabase.alone(database.jdbc()),
        new LibraryEmbedder(database.jdbc(), models(configured)),
        config,
        Clock.systemUTC());
  }

  /** The first is the newest. */
  private static EmbeddingModels models(Embedder... all) {
    return new EmbeddingModels(
        Arrays.stream(all).collect(Collectors.toMap(Embedder::modelId, one -> () -> one)),
        all[0].modelId());
  }

  private void reembed(Embedder before, Embedder after) {
    new Reembedding(database.jdbc(), models(after, before))
        .run(
            new Reembedding.Progress() {
              @Override
              public void embedded(Reembedding.State state) {}

              @Override
              public void indexing() {}
            });
  }

  private static SearchQuery query() {
    return new SearchQuery("冷库补贴", 10, null, LocalDate.of(2026, 1, 1), Set.of(), true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "lucene"})
  void search_withoutTheLibrarysModel_isAProblemThatNamesWhatToSet(String vectors) {
    try (SearchIndexes node = node(vectors, OTHER)) {
      node.start();

      Problem problem = catchThrowableOfType(Problem.class, () -> node.retrieval().search(query()));

      assertThat(problem).isNotNull();
      ProblemBody body = ProblemBody.of(problem);
      assertThat(body.status()).isEqualTo(503);
      assertThat(body.type()).isEqualTo("urn:zhitong:problem:misconfigured");
      assertThat(body.title()).isEqualTo("服务配置有误");
      assertThat(body.detail())
          .contains("政策库的向量由没有配置的模型")
          .contains(LIBRARY.modelId())
          .contains("ZHITONG_ENCODER_ADAPTER")
          .contains("database reembed");
      // Trying again does not help, so nobody is told when to.
      assertThat(body.extensions()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "lucene"})
  void search_afterAnotherNodeReembedded_isAProblemWhileTheWordsAreFollowed(String vectors) {
    IndexFolder words = new IndexFolder(folder.resolve("index/words-" + TextIndex.FORM));
    try (SearchIndexes node = node(vectors, LIBRARY)) {
      node.start();
      assertThat(node.retrieval().search(query())).extracting(Hit::title).containsExactly(TITLE);

      reembed(LIBRARY, OTHER);

      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(
                          catchThrowableOfType(
                              Problem.Misconfigured.class, () -> node.retrieval().search(query())))
                      .hasMessageContaining(OTHER.modelId()));
      assertThat(node.follower().ready()).isTrue();

      new StoredCorpus(database.jdbc(), OTHER)
          .publish(StoredCorpus.policy("关于扶持驿站的通知").passage("一、补贴", "新建驿站的，一次性补贴3万元。"));
      await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .until(() -> !words.placesOf("驿站").isEmpty());

      reembed(OTHER, LIBRARY);

      await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptionsInstanceOf(Problem.Misconfigured.class)
          .untilAsserted(
              () ->
                  assertThat(nearest(node, "关于扶持驿站的通知\n一、补贴\n新建驿站的，一次性补贴3万元。")).isGreaterThan(.5));
    }
  }

  /** The cosine of the nearest passage, which is of vectors, not of words. */
  private static double nearest(SearchIndexes node, String text) {
    SearchQuery query = new SearchQuery(text, 10, null, LocalDate.of(2026, 1, 1), Set.of(), true);
    return node.retrieval().search(query).stream().mapToDouble(Hit::dense).max().orElse(-1);
  }

  @Test
  void search_withTheLibrarysModel_finds() {
    try (SearchIndexes node = node("lucene", LIBRARY)) {
      node.start();
      assertThat(node.retrieval().search(query())).extracting(Hit::title).containsExactly(TITLE);
    }
  }
}
