package cn.zhitong.assistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.ProblemBody;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.embedding.EmbeddingModels;
import cn.zhitong.ingest.store.LibraryEmbedder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that was started without the adapter that the library's vectors were made with. */
@Timeout(120)
class MissingModelTest {
  private static final Embedder LIBRARY = new HashedEmbedder(1);
  private static final Embedder OTHER = new HashedEmbedder(2);
  private static final String TITLE = "关于支持冷库的若干措施";

  @TempDir static Path folder;
  private static Database database;

  @BeforeAll
  static void open() {
    database = new Database(folder.resolve("data"), null);
    database.jdbc().update("update corpus.writer set embedding_model = ?", LIBRARY.modelId());
    new StoredCorpus(database.jdbc(), LIBRARY)
        .publish(StoredCorpus.policy(TITLE).passage("一、补贴", "租用冷库的，每平方米每月补贴8元。"));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static SearchIndexes node(String vectors, Embedder configured) {
    EmbeddingModels models =
        new EmbeddingModels(Map.of(configured.modelId(), () -> configured), configured.modelId());
    OpenRetrieval.Config config =
        new OpenRetrieval.Config(
            Optional.empty(), vectors, Duration.ofMillis(50), Duration.ofSeconds(60), 100, 600);
    return new SearchIndexes(
        SearchDatabase.alone(database.jdbc()),
        new LibraryEmbedder(database.jdbc(), models),
        config,
        Clock.systemUTC());
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

  @Test
  void search_withTheLibrarysModel_finds() {
    try (SearchIndexes node = node("lucene", LIBRARY)) {
      node.start();
      assertThat(node.retrieval().search(query())).extracting(Hit::title).containsExactly(TITLE);
    }
  }
}
