package cn.zhitong.common.embedding;

import cn.zhitong.common.artefact.ArtefactHeader;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What {@code ./zhitong train} made on top of an embedding model: a header that says from what it
 * was made (JSON, for people and for the re-embedding), the changes of the model's weights, and
 * named vectors of its own (a head, a calibration).
 *
 * @param header JSON: name, base model, data with hashes, rows, seed, commit, date, figures
 */
public record TrainedArtefact(
    String header, Map<String, WeightChange> changes, Map<String, float[]> vectors) {
  private static final String MAGIC = "zhitong-trained/1";

  public TrainedArtefact {
    changes = Map.copyOf(changes);
    vectors = Map.copyOf(vectors);
  }

  public static TrainedArtefact read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(new GZIPInputStream(in, 1 << 16));
    String magic = data.readUTF();
    if (!magic.equals(MAGIC)) {
      throw new IOException("not an artefact of zhitong train: " + magic);
    }
    String header = new String(data.readNBytes(data.readInt()), StandardCharsets.UTF_8);
    Map<String, WeightChange> changes = new LinkedHashMap<>();
    for (int left = data.readInt(); left > 0; left--) {
      changes.put(data.readUTF(), WeightChange.read(data));
    }
    Map<String, float[]> vectors = new LinkedHashMap<>();
    for (int left = data.readInt(); left > 0; left--) {
      String name = data.readUTF();
      float[] values = new float[data.readInt()];
      for (int i = 0; i < values.length; i++) {
        values[i] = data.readFloat();
      }
      vectors.put(name, values);
    }
    return new TrainedArtefact(header, changes, vectors);
  }

  /** In order of names, so that the same training gives the same bytes. */
  public void write(OutputStream out) throws IOException {
    try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out, 1 << 16))) {
      data.writeUTF(MAGIC);
      byte[] json = header.getBytes(StandardCharsets.UTF_8);
      data.writeInt(json.length);
      data.write(json);
      writeWeights(data);
    }
  }

  private void writeWeights(DataOutputStream data) throws IOException {
    data.writeInt(changes.size());
    for (Map.Entry<String, WeightChange> change : new TreeMap<>(changes).entrySet()) {
      data.writeUTF(change.getKey());
      change.getValue().write(data);
    }
    data.writeInt(vectors.size());
    for (Map.Entry<String, float[]> vector : new TreeMap<>(vectors).entrySet()) {
      data.writeUTF(vector.getKey());
      data.writeInt(vector.getValue().length);
      for (float value : vector.getValue()) {
        data.writeFloat(value);
      }
    }
  }

  /** SHA-256 of what was learned, in hexadecimal; the header is no part of it. */
  public String weightsHash() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream data = new DataOutputStream(bytes)) {
      writeWeights(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ArtefactHeader.sha256(bytes.toByteArray());
  }

  /** Merges the changes into the base model's weights, in place. */
  public void mergeInto(byte[] model) {
    OnnxWeights weights = OnnxWeights.of(model);
    Map<String, float[]> merged = new LinkedHashMap<>();
    changes.forEach(
        (name, change) -> {
          float[] values = weights.values(name);
          change.addTo(values);
          merged.put(name, values);
        });
    weights.replace(merged);
  }
}
