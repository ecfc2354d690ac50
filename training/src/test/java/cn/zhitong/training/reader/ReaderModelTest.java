package cn.zhitong.training.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.AnswerReader;
import cn.zhitong.common.embedding.OnnxWeights;
import cn.zhitong.common.embedding.ReaderPassage;
import cn.zhitong.common.embedding.ReaderTokens;
import cn.zhitong.common.embedding.TrainedArtefact;
import cn.zhitong.training.BaseModel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Loads PyTorch and the model, and takes a few steps, which is some seconds. */
@Timeout(300)
class ReaderModelTest {
  private static final ReaderOptions OPTIONS =
      new ReaderOptions(4, 1, 1, 2048, 1e-4f, 0, 7, false, null);

  @Test
  void learn_someSteps_lowersTheLossAndTheServiceSaysTheSame() throws IOException {
    try (NDManager manager = NDManager.newBaseManager("PyTorch");
        ReaderTokens tokens = ReaderTokens.load();
        ReaderModel model = new ReaderModel(manager, OnnxWeights.of(BaseModel.bytes()), OPTIONS)) {
      List<Example> examples = examples(tokens);
      float first = model.learn(examples, 1e-4f);
      for (int i = 0; i < 5; i++) {
        model.learn(examples, 1e-4f);
      }
      assertThat(model.learn(examples, 1e-4f)).isLessThan(first);
      List<ReaderTokens.Pair> pairs = examples.stream().map(Example::pair).toList();
      float[] trained = model.values(pairs);
      Map<String, float[]> vectors = model.head();
      vectors.put(AnswerReader.CALIBRATION, new float[] {1, 0});
      try (AnswerReader served =
          AnswerReader.of(new TrainedArtefact("{}", model.changes(), vectors), 1)) {
        assertThat(served.values(pairs)).containsExactly(trained, within(.01f));
      }
    }
  }

  private static List<Example> examples(ReaderTokens tokens) {
    ReaderPassage fee = new ReaderPassage("路灯管理办法", "收费", "第九条 迁移路灯的费用由申请人承担。");
    ReaderPassage time = new ReaderPassage("路灯管理办法", "审批", "第五条 迁移路灯的，应当在施工十五日前提出申请，逾期不予受理。");
    return List.of(
        example(tokens, "挪路灯谁出钱", fee, true),
        example(tokens, "挪路灯谁出钱", time, false),
        example(tokens, "挪路灯提前几天申请", time, true),
        example(tokens, "挪路灯提前几天申请", fee, false));
  }

  private static Example example(
      ReaderTokens tokens, String question, ReaderPassage passage, boolean answers) {
    return new Example(
        0,
        ExampleBuilder.SOURCE,
        question,
        "short",
        passage,
        tokens.pair(question, passage),
        answers ? 1 : 0,
        Example.Kind.WRITTEN,
        -1,
        0,
        HeldOut.TRAINED);
  }
}
