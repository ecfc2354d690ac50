package cn.zhitong.training.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class TrainedWeightsTest {
  @TempDir private Path folder;

  @Test
  void step_onASquaredDistance_comesToItsLeastValue() {
    try (NDManager manager = NDManager.newBaseManager("PyTorch");
        TrainedWeights weights = new TrainedWeights(manager)) {
      NDArray weight = manager.create(new float[] {0, 0});
      weights.add("w", weight, 1);
      for (int i = 0; i < 400; i++) {
        learn(manager, weights, weight);
      }
      assertThat(weight.toFloatArray()[0]).isCloseTo(1, within(.05f));
      assertThat(weight.toFloatArray()[1]).isCloseTo(-2, within(.05f));
    }
  }

  @Test
  void load_stateSavedHalfWay_goesOnToTheSameValues() throws IOException {
    Path file = folder.resolve("state.bin");
    try (NDManager manager = NDManager.newBaseManager("PyTorch");
        TrainedWeights whole = new TrainedWeights(manager);
        TrainedWeights resumed = new TrainedWeights(manager)) {
      NDArray first = manager.create(new float[] {0, 0});
      whole.add("w", first, 1);
      for (int i = 0; i < 5; i++) {
        learn(manager, whole, first);
      }
      whole.save(file);
      NDArray second = manager.create(new float[] {9, 9}, new Shape(2));
      resumed.add("w", second, 1);
      resumed.load(file);
      for (int i = 0; i < 5; i++) {
        learn(manager, whole, first);
        learn(manager, resumed, second);
      }
      assertThat(resumed.steps()).isEqualTo(10);
      assertThat(second.toFloatArray()).containsExactly(first.toFloatArray());
    }
  }

  private static void learn(NDManager manager, TrainedWeights weights, NDArray weight) {
    try (NDManager scope = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray wanted = scope.create(new float[] {1, -2});
      collector.backward(wanted.sub(weight).square().sum());
    }
    weights.step(.05f);
  }
}
