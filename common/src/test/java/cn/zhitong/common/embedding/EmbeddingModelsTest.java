package cn.zhitong.common.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Slow, since it loads the embedding model with and without an adapter. */
@Tag("slow")
@Timeout(120)
class EmbeddingModelsTest {
  private static final List<String> TEXTS = List.of("租用冷库的，每平方米每月补贴8元。");

  @TempDir Path folder;

  /** An adapter that turns every vector a little, by chance. */
  private Path adapter(String header, float size) throws IOException {
    Random random = new Random(7);
    float[] down = new float[512];
    float[] up = new float[512];
    for (int i = 0; i < 512; i++) {
      down[i] = (float) random.nextGaussian();
      up[i] = size * (float) random.nextGaussian();
    }
    String matrix = "encoder.layer.0.attention.output.dense.weight";
    TrainedArtefact artefact =
        new TrainedArtefact(
            header, Map.of(matrix, new WeightChange.LowRank(1, down, up)), Map.of());
    Path file = Files.createTempFile(folder, "adapter", ".bin");
    try (OutputStream out = Files.newOutputStream(file)) {
      artefact.write(out);
    }
    return file;
  }

  private static EmbeddingModels configured(Path adapter) {
    return EmbeddingModels.configured(Map.of("ZHITONG_ENCODER_ADAPTER", adapter.toString()));
  }

  @Test
  void of_configuredAdapter_isTheNewestAndGivesOtherVectors() throws IOException {
    try (EmbeddingModels models = configured(adapter("{}", .01f))) {
      Embedder base = models.of(BgeEmbedder.BASE_ID);
      Embedder newest = models.of(models.newest());

      assertThat(models.of(models.newest())).isSameAs(newest);
      assertThat(newest.modelId()).startsWith(BgeEmbedder.BASE_ID + "+");
      float[] vector = newest.embedPassages(TEXTS).get(0);
      assertThat(Vectors.dot(vector, vector)).isCloseTo(1, within(1e-4));
      assertThat(Vectors.dot(vector, base.embedPassages(TEXTS).get(0))).isBetween(.3, .9999);
    }
  }

  @Test
  void newest_sameWeightsUnderAnotherHeader_isTheSameModel() throws IOException {
    String one = configured(adapter("{\"date\":1}", .01f)).newest();
    assertThat(configured(adapter("{\"date\":2}", .01f)).newest()).isEqualTo(one);
    assertThat(configured(adapter("{\"date\":1}", .02f)).newest()).isNotEqualTo(one);
  }

  @Test
  void newest_withoutAdapter_isTheModelThatShips() {
    try (EmbeddingModels models = EmbeddingModels.configured(Map.of())) {
      assertThat(models.newest()).isEqualTo(BgeEmbedder.BASE_ID);
    }
  }

  @Test
  void of_modelThatIsNotConfigured_saysWhatToDo() {
    try (EmbeddingModels models = EmbeddingModels.configured(Map.of())) {
      assertThat(models.has(BgeEmbedder.BASE_ID)).isTrue();
      assertThat(models.has(BgeEmbedder.BASE_ID + "+ffffffffffff")).isFalse();
      assertThatThrownBy(() -> models.of(BgeEmbedder.BASE_ID + "+ffffffffffff"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("./zhitong database reembed");
    }
  }

  @Test
  void configured_fileThatIsNoAdapter_namesIt() throws IOException {
    Path file = Files.write(folder.resolve("notes.txt"), Arrays.asList("这不是模型"));
    assertThatThrownBy(() -> configured(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("notes.txt");
  }
}
