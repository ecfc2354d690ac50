package cn.zhitong.training.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import cn.zhitong.common.embedding.BgeEmbeddingModel;
import cn.zhitong.common.embedding.OnnxWeights;
import cn.zhitong.common.embedding.TrainedArtefact;
import cn.zhitong.common.embedding.Vectors;
import cn.zhitong.training.BaseModel;
import cn.zhitong.training.bert.TextTokens;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Loads PyTorch and the model, and takes a few steps, which is some seconds. */
@Timeout(300)
class EncoderModelTest {
  private static final EncoderOptions OPTIONS =
      new EncoderOptions(2, 1, 2, .03f, 1e-3f, 64, 1, 3, false);
  private static final List<String> QUESTIONS = List.of("挪路灯谁出钱", "下雨天谁发预警");
  private static final List<String> ANSWERS = List.of("第九条 迁移路灯的费用由申请人承担。", "第三条 暴雨预警信号由气象台站统一发布。");

  @Test
  void learn_someSteps_lowersTheLossAndMergesIntoTheModelsWeights() throws IOException {
    try (NDManager manager = NDManager.newBaseManager("PyTorch");
        TextTokens tokens = TextTokens.load(64)) {
      List<int[]> asked = QUESTIONS.stream().map(tokens::of).toList();
      List<int[]> told = ANSWERS.stream().map(tokens::of).toList();
      byte[] file = BaseModel.bytes();
      float[] adapted;
      TrainedArtefact changes;
      try (EncoderModel model = new EncoderModel(manager, OnnxWeights.of(file), OPTIONS)) {
        boolean[][] none = new boolean[2][2];
        float first = model.learn(asked, told, none, 1e-3f);
        for (int i = 0; i < 4; i++) {
          model.learn(asked, told, none, 1e-3f);
        }
        assertThat(model.learn(asked, told, none, 1e-3f)).isLessThan(first);
        adapted = model.embed(asked).get(0);
        changes = new TrainedArtefact("{}", model.changes(), Map.of());
      }
      try (BgeEmbeddingModel merged = BgeEmbeddingModel.adapted(changes)) {
        double cosine = Vectors.dot(adapted, merged.embedTexts(QUESTIONS).get(0));
        assertThat(cosine).isCloseTo(1, within(1e-4));
      }
    }
  }
}
