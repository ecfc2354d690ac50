package cn.zhitong.common.embedding;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What was trained on a model's vectors, kept beside a class; the model's id stands first. */
public final class ModelWeights {
  private ModelWeights() {}

  /** How it is written after the model's id. */
  public interface Form<T> {
    T read(DataInputStream data) throws IOException;
  }

  /**
   * None where it was trained for another model.
   *
   * @throws IllegalStateException when there is no such resource: a file that lost its name must
   *     not quietly make answers worse
   */
  public static <T> Optional<T> read(Class<?> owner, String name, String modelId, Form<T> form) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing " + name + " beside " + owner.getName());
      }
      DataInputStream data = new DataInputStream(in);
      return data.readUTF().equals(modelId) ? Optional.of(form.read(data)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
