package cn.zhitong.common.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TrainedArtefactTest {
  private static final String QUERY = "encoder.layer.3.attention.self.query.weight";
  private static final String BIAS = "encoder.layer.0.output.dense.bias";

  @Test
  void read_whatWasWritten_isTheSame() throws IOException {
    TrainedArtefact artefact =
        new TrainedArtefact(
            "{\"what\":\"test\"}",
            Map.of(
                "a", new WeightChange.Exact(new float[] {1, 2}),
                "b", WeightChange.Rounded.of(new float[] {.5f, -1, 0, 0}, 2),
                "c", new WeightChange.LowRank(1, new float[] {1, 2}, new float[] {3, 4})),
            Map.of("head", new float[] {7}));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    artefact.write(bytes);
    TrainedArtefact read = TrainedArtefact.read(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(read.header()).isEqualTo(artefact.header());
    assertThat(read.vectors().get("head")).containsExactly(7);
    assertThat(added(read.changes().get("a"), 2)).containsExactly(1, 2);
    assertThat(added(read.changes().get("b"), 4))
        .containsExactly(new float[] {.5f, -1, 0, 0}, within(.004f));
    assertThat(added(read.changes().get("c"), 4)).containsExactly(3, 4, 6, 8);
  }

  @Test
  void rounded_aRow_keepsEachValueWithinHalfAStep() {
    float[] change = {.0013f, -.0127f, .0062f, 3, -1, .5f};
    float[] kept = added(WeightChange.Rounded.of(change, 3), 6);
    for (int i = 0; i < 6; i++) {
      assertThat(kept[i]).isCloseTo(change[i], within((i < 3 ? .0127f : 3) / 127 / 2 + 1e-6f));
    }
  }

  @Test
  void mergeInto_theModelsFile_changesJustTheNamedWeights() throws IOException {
    byte[] model = model();
    OnnxWeights before = OnnxWeights.of(model());
    float[] down = new float[512];
    float[] up = new float[512];
    down[2] = 2;
    up[3] = .25f;
    float[] bias = new float[512];
    bias[511] = 1;
    new TrainedArtefact(
            "{}",
            Map.of(
                QUERY, new WeightChange.LowRank(1, down, up), BIAS, new WeightChange.Exact(bias)),
            Map.of())
        .mergeInto(model);
    OnnxWeights after = OnnxWeights.of(model);
    assertThat(after.shape(QUERY)).isEqualTo(List.of(512, 512));
    assertThat(after.values(QUERY)[2 * 512 + 3] - before.values(QUERY)[2 * 512 + 3])
        .isCloseTo(.5f, within(1e-6f));
    assertThat(after.values(BIAS)[511] - before.values(BIAS)[511]).isCloseTo(1, within(1e-6f));
    String other = "encoder.layer.3.attention.self.key.weight";
    assertThat(Arrays.equals(after.values(other), before.values(other))).isTrue();
  }

  private static float[] added(WeightChange change, int count) {
    float[] values = new float[count];
    change.addTo(values);
    return values;
  }

  private static byte[] model() throws IOException {
    try (InputStream in =
        TrainedArtefactTest.class.getClassLoader().getResourceAsStream("bge-small-zh-v1.5.onnx")) {
      return in.readAllBytes();
    }
  }
}
