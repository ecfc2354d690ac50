package cn.zhitong.assistant.triage.model;

import cn.zhitong.assistant.triage.learn.Ranker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What was learnt from a history.
 *
 * @param embedder model id of the vectors it was trained on; others' mean nothing to it
 * @param categories labels are category codes; null where the history had too few
 * @param departments labels are names as in the history; null where it had too few
 */
record TrainedModel(String embedder, Ranker categories, Ranker departments) {
  /** Layout of {@link #bytes()}; changes whenever features, weights or their order do. */
  static final int FORMAT = 3;

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out =
        new DataOutputStream(new java.io.BufferedOutputStream(new DeflaterOutputStream(bytes)))) {
      out.writeUTF(embedder);
      write(out, categories);
      write(out, departments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Ranker ranker) throws IOException {
    out.writeBoolean(ranker != null);
    if (ranker != null) {
      ranker.write(out);
    }
  }

  static TrainedModel of(byte[] bytes) {
    try (DataInputStream in =
        new DataInputStream(
            new java.io.BufferedInputStream(
                new InflaterInputStream(new ByteArrayInputStream(bytes))))) {
      return new TrainedModel(in.readUTF(), read(in), read(in));
    } catch (IOException e) {
      throw new UncheckedIOException("a stored triage model cannot be read", e);
    }
  }

  private static Ranker read(DataInputStream in) throws IOException {
    return in.readBoolean() ? Ranker.read(in) : null;
  }
}
