package cn.zhitong.assistant.operation;

import cn.zhitong.common.embedding.TrainedArtefact;
import cn.zhitong.common.embedding.WeightChange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Adapters of the encoder for tests. */
final class EncoderAdapters {
  private static final int WIDTH = 512;

  private EncoderAdapters() {}

  /** One that turns every vector a little. */
  static Path slight(Path folder) throws IOException {
    float[] down = new float[WIDTH];
    float[] up = new float[WIDTH];
    Arrays.fill(down, .1f);
    Arrays.fill(up, .1f);
    Path file = folder.resolve("adapter.bin");
    try (OutputStream out = Files.newOutputStream(file)) {
      new TrainedArtefact(
              "{}",
              Map.of(
                  "encoder.layer.0.attention.output.dense.weight",
                  new WeightChange.LowRank(1, down, up)),
              Map.of())
          .write(out);
    }
    return file;
  }
}
