package cn.zhitong.training.bert;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A BERT layer that multiplies in bfloat16. DJL's binding has no such type (a cast to it ends the
 * process), but PyTorch's own script language has, so the layer is a script: {@code
 * encoder-layer.py} in the archive that PyTorch reads scripts from.
 */
final class Bfloat16Layer implements AutoCloseable {
  private static final String SCRIPT = "encoder-layer.py";

  /** The weights of a layer in the order in which the script takes them, after the layer's name. */
  private static final List<String> WEIGHTS =
      List.of(
          "attention.self.query.weight",
          "attention.self.query.bias",
          "attention.self.key.weight",
          "attention.self.key.bias",
          "attention.self.value.weight",
          "attention.self.value.bias",
          "attention.output.dense.weight",
          "attention.output.dense.bias",
          "attention.output.LayerNorm.weight",
          "attention.output.LayerNorm.bias",
          "intermediate.dense.weight",
          "intermediate.dense.bias",
          "output.dense.weight",
          "output.dense.bias",
          "output.LayerNorm.weight",
          "output.LayerNorm.bias");

  private final Model model = Model.newInstance("encoder-layer", "PyTorch");
  private final ParameterStore none;

  Bfloat16Layer(NDManager manager) {
    none = new ParameterStore(manager, false);
    try {
      model.load(new ByteArrayInputStream(archive()));
    } catch (MalformedModelException e) {
      throw new IllegalStateException("PyTorch does not take the layer's script", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the layer makes of all tokens for those that ask. */
  NDArray forward(
      NDArray asking,
      NDArray all,
      NDArray attention,
      float dropout,
      Function<String, NDArray> weights) {
    NDList inputs = new NDList(asking, all, attention, asking.getManager().create(dropout));
    for (String name : WEIGHTS) {
      inputs.add(weights.apply(name));
    }
    return model.getBlock().forward(none, inputs, true).singletonOrThrow();
  }

  private static byte[] archive() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("data.pkl", emptyModule());
    try (InputStream in = Bfloat16Layer.class.getResourceAsStream(SCRIPT)) {
      files.put("code/__torch__.py", in.readAllBytes());
    }
    // The pickle of an empty tuple: the script has no constants.
    files.put("constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
    files.put("version", ascii("3"));
    files.put("byteorder", ascii("little"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry("layer/" + file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** The pickle of a module whose one attribute says that it is in training. */
  private static byte[] emptyModule() {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.writeBytes(new byte[] {(byte) 0x80, 2});
    pickle.writeBytes(ascii("c__torch__\nEncoderLayer\nq"));
    pickle.writeBytes(new byte[] {0, ')', (byte) 0x81, '}', '(', 'X', 8, 0, 0, 0});
    pickle.writeBytes(ascii("trainingq"));
    pickle.writeBytes(new byte[] {1, (byte) 0x88, 'u', 'b', 'q', 2, '.'});
    return pickle.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    model.close();
  }
}
