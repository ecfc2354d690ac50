package cn.zhitong.common.embedding;

import cn.zhitong.common.embedding.VectorFile.Entry;
import cn.zhitong.common.embedding.VectorFile.Key;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Vectors on disk by model and text digest, in generations: a full one is left for the next and
 * deleted. A cache that cannot be read or written never stops the work; it logs once and is off.
 */
final class VectorCache implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(VectorCache.class);

  /** A gigabyte of vectors a generation; the index of one takes about 60 MB of heap when full. */
  private static final int GENERATION_RECORDS = 500_000;

  /** In one process the operating system's file locks do not exclude each other. */
  private static final Object APPENDING = new Object();

  private final String model;
  private final Path folder;
  private final int dimensions;
  private final int capacity;
  private int generation;
  private VectorFile file;

  VectorCache(Path folder, String model, int dimensions) {
    this(folder, model, dimensions, GENERATION_RECORDS);
  }

  VectorCache(Path folder, String model, int dimensions, int capacity) {
    this.model = model;
    this.folder = folder;
    this.dimensions = dimensions;
    this.capacity = capacity;
    try {
      generation = newestGeneration();
      file = new VectorFile(folder, name(generation), dimensions);
    } catch (IOException | RuntimeException e) {
      switchOff(e);
    }
  }

  private String name(int number) {
    return model.replaceAll("[^A-Za-z0-9.-]", "_") + "-" + number;
  }

  private int newestGeneration() throws IOException {
    Files.createDirectories(folder);
    String prefix = name(0).substring(0, name(0).length() - 1);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith(prefix) && name.endsWith(".keys"))
          .map(name -> name.substring(prefix.length(), name.length() - ".keys".length()))
          .filter(number -> number.matches("\\d{1,9}"))
          .mapToInt(Integer::parseInt)
          .max()
          .orElse(0);
    }
  }

  /** One vector a text, null where it is not cached. */
  synchronized List<float[]> get(List<String> texts) {
    List<float[]> found = new ArrayList<>(texts.size());
    try {
      if (file != null) {
        file.refresh();
      }
      for (String text : texts) {
        found.add(file == null ? null : file.get(key(text)));
      }
    } catch (IOException e) {
      switchOff(e);
      while (found.size() < texts.size()) {
        found.add(null);
      }
    }
    return found;
  }

  synchronized void put(Map<String, float[]> vectors) {
    if (file == null || vectors.isEmpty()) {
      return;
    }
    List<Entry> entries = new ArrayList<>();
    vectors.forEach((text, vector) -> entries.add(new Entry(key(text), vector)));
    try {
      synchronized (APPENDING) {
        file.append(entries);
        if (file.size() >= capacity) {
          nextGeneration();
        }
      }
    } catch (IOException e) {
      switchOff(e);
    }
  }

  private void nextGeneration() throws IOException {
    file.close();
    Files.deleteIfExists(folder.resolve(name(generation) + ".keys"));
    Files.deleteIfExists(folder.resolve(name(generation) + ".vectors"));
    generation++;
    file = new VectorFile(folder, name(generation), dimensions);
  }

  private Key key(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(model.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      ByteBuffer bytes = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
      return new Key(bytes.getLong(), bytes.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void switchOff(Exception cause) {
    LOG.warnf(cause, "vectors are not cached: %s cannot be used", folder);
    close();
    file = null;
  }

  @Override
  public synchronized void close() {
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        LOG.debug("closing the vector cache", e);
      }
      file = null;
    }
  }
}
