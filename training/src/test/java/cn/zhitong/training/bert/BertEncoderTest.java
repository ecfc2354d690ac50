package cn.zhitong.training.bert;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.OnnxWeights;
import cn.zhitong.common.embedding.Vectors;
import cn.zhitong.training.BaseModel;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Loads PyTorch and the model, which takes some seconds. */
@Timeout(300)
class BertEncoderTest {
  private static final List<String> TEXTS =
      List.of("开网店要不要办营业执照", "企业吸纳登记失业半年以上人员就业的，按每人2000元给予一次性补贴，同一企业每年最高20万元。", "ABC-123 ２０２５年");

  @Test
  void firstTokens_ofLoadedWeights_equalTheOnnxModelsVectors() throws IOException {
    List<float[]> expected;
    try (BgeEmbedder embedder = BgeEmbedder.load()) {
      expected = embedder.embedPassages(TEXTS);
    }
    assertThat(smallestCosine(expected, vectors(false))).isGreaterThan(.9999);
  }

  @Test
  void firstTokens_multipliedInBfloat16_areNearTheOnnxModelsVectors() throws IOException {
    List<float[]> expected;
    try (BgeEmbedder embedder = BgeEmbedder.load()) {
      expected = embedder.embedPassages(TEXTS);
    }
    assertThat(smallestCosine(expected, vectors(true))).isGreaterThan(.999);
  }

  private static double smallestCosine(List<float[]> expected, float[][] vectors) {
    double smallest = 1;
    for (int i = 0; i < vectors.length; i++) {
      Vectors.normalise(vectors[i]);
      smallest = Math.min(smallest, Vectors.dot(expected.get(i), vectors[i]));
    }
    return smallest;
  }

  private static float[][] vectors(boolean fast) throws IOException {
    try (NDManager manager = NDManager.newBaseManager("PyTorch");
        TextTokens tokens = TextTokens.load(512);
        BertEncoder encoder = new BertEncoder(manager, OnnxWeights.of(BaseModel.bytes()), fast)) {
      List<int[]> rows = TEXTS.stream().map(tokens::of).toList();
      NDArray states = encoder.encode(TokenBatch.of(manager, rows), 0).first();
      float[][] vectors = new float[rows.size()][];
      for (int i = 0; i < vectors.length; i++) {
        vectors[i] = states.get(i).toFloatArray();
      }
      return vectors;
    }
  }
}
