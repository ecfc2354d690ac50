package cn.zhitong.common.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15.BgeSmallZhV15EmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Slow, since it loads the model twice and LangChain4j's beside it. */
@Tag("slow")
class BgeEmbedderTest {
  private static final List<String> TEXTS =
      List.of(
          "企业咨询多久能得到答复？",
          "对新认定的高新技术企业，给予一次性奖励20万元。",
          "A公司 2025年1-3月 ＡＢＣ，①②③；R&D 投入≥5%",
          "一、申报条件：在本省注册的中小微企业，".repeat(12));
  private static BgeEmbedder embedder;

  @BeforeAll
  static void load() {
    embedder = BgeEmbedder.load();
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  @Test
  void vectors_comparedWithLangChain4jsEncoder_agree() {
    EmbeddingModel peer = new BgeSmallZhV15EmbeddingModel();
    List<float[]> vectors = embedder.embedPassages(TEXTS);
    for (int i = 0; i < TEXTS.size(); i++) {
      float[] expected = peer.embed(TEXTS.get(i)).content().vector();
      assertThat(Vectors.dot(vectors.get(i), expected)).as(TEXTS.get(i)).isGreaterThan(.9995);
    }
  }

  @Test
  void vectors_ofQuestionAndPassageOfTheSameText_haveLengthOneAndAgree() {
    float[] passage = embedder.embedPassages(List.of("稳岗返还怎么申请")).get(0);
    float[] question = embedder.embedQuery("稳岗返还怎么申请");
    assertThat(passage).hasSize(512);
    assertThat(Vectors.dot(passage, passage)).isBetween(.9999, 1.0001);
    assertThat(Vectors.dot(passage, question)).isGreaterThan(.9999);
  }

  @Test
  void characters_ofAQuestion_areWeighed() {
    String question = "2024年ＩＴ企业的𠮷税怎么减免？";
    assertThat(embedder.read(question).states().keySet())
        .contains('企', '业', '税', '减', '免', '2', 'i', 't');
    TermWeights emphasis = embedder.embedQuestion(question).emphasis();
    assertThat(emphasis.of("减免")).isPositive().isNotEqualTo(emphasis.of("怎么"));
    assertThat(embedder.embedQuestion("").emphasis().of("税")).isEqualTo(1);
  }

  @Test
  void text_beyondTheModelsLength_isTruncated() {
    List<float[]> vectors =
        embedder.embedPassages(List.of("税".repeat(510) + "奖补".repeat(600), "税".repeat(510)));
    assertThat(Vectors.dot(vectors.get(0), vectors.get(1))).isGreaterThan(.9995);
  }

  @Test
  void lastLayer_ofTheModel_isCutToTheFirstToken() throws IOException {
    byte[] model;
    try (InputStream file = getClass().getResourceAsStream("/bge-small-zh-v1.5.onnx")) {
      model = file.readAllBytes();
    }
    assertThat(ClsGraphPruner.of(model, 3)).isNotEqualTo(model);
    assertThat(ClsGraphPruner.of(model, 4)).as("a layer that it has not").isSameAs(model);
  }

  @Test
  void close_whileEmbedding_waits() throws Exception {
    BgeEmbedder own = BgeEmbedder.load();
    List<String> texts = Collections.nCopies(16, "对中小微企业，".repeat(60));
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<List<float[]>> running =
        CompletableFuture.supplyAsync(
            () -> {
              begun.countDown();
              return own.embedPassages(texts);
            });
    begun.await();
    own.close();
    running.handle((vectors, failure) -> null).get(60, TimeUnit.SECONDS);
    assertThatThrownBy(() -> own.embedQuery("稳岗返还"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void vector_inAnyBatchOrThread_isTheSame() {
    List<String> many = new ArrayList<>(TEXTS);
    many.add("");
    for (int i = 1; i < 40; i++) {
      many.add("第" + i + "条 " + "企业应当按照规定报送材料。".repeat(i % 7 + 1));
    }
    CompletableFuture<List<float[]>> other =
        CompletableFuture.supplyAsync(() -> embedder.embedPassages(many));
    List<float[]> mine = embedder.embedPassages(many);
    for (int i = 0; i < many.size(); i++) {
      float[] alone = embedder.embedPassages(List.of(many.get(i))).get(0);
      assertThat(Vectors.dot(alone, mine.get(i))).isGreaterThan(.9999);
      assertThat(Vectors.dot(alone, other.join().get(i))).isGreaterThan(.9999);
    }
  }
}
