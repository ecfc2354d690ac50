package cn.zhitong.common.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The embedding models that a process can load, each at its first use: the one that ships, and the
 * same with an adapter where one is configured. The newest is what policies are to be embedded
 * with; a library of the other goes on being searched with that one.
 */
public final class EmbeddingModels implements AutoCloseable {
  private static final String ADAPTER = "ZHITONG_ENCODER_ADAPTER";

  private final Map<String, Supplier<Embedder>> loaders;
  private final String newest;
  private final Map<String, Embedder> loaded = new LinkedHashMap<>();

  /**
   * @param loaders by model id
   * @param newest which a library that holds nothing yet gets
   */
  public EmbeddingModels(Map<String, Supplier<Embedder>> loaders, String newest) {
    this.loaders = Map.copyOf(loaders);
    this.newest = newest;
  }

  /**
   * The model that ships and, where {@code ZHITONG_ENCODER_ADAPTER} names a file of {@code
   * ./zhitong train encoder}, the newest with it. Passages' vectors are kept in the user's cache.
   *
   * @throws IllegalStateException in Chinese, when the file cannot be read
   */
  public static EmbeddingModels configured(Map<String, String> environment) {
    Map<String, Supplier<Embedder>> loaders = new LinkedHashMap<>();
    loaders.put(BgeEmbedder.BASE_ID, () -> CachedEmbedder.inUserCache(BgeEmbedder.load()));
    String adapter = environment.getOrDefault(ADAPTER, "");
    if (adapter.isBlank()) {
      return new EmbeddingModels(loaders, BgeEmbedder.BASE_ID);
    }
    Path file = Path.of(adapter);
    try {
      String id = BgeEmbedder.adaptedId(file);
      loaders.put(id, () -> adapted(file));
      return new EmbeddingModels(loaders, id);
    } catch (IOException e) {
      throw new IllegalStateException(
          ADAPTER + " 指定的文件 " + file + " 不能作为向量模型的增量读取：" + e.getMessage(), e);
    }
  }

  private static Embedder adapted(Path file) {
    try {
      return CachedEmbedder.inUserCache(BgeEmbedder.load(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String newest() {
    return newest;
  }

  /** Whether this process can load the model of that id. */
  public boolean has(String id) {
    return loaders.containsKey(id);
  }

  /**
   * The same embedder each time.
   *
   * @throws ModelNotConfigured where this process has no such model
   */
  public synchronized Embedder of(String id) {
    Embedder embedder = loaded.get(id);
    if (embedder == null) {
      Supplier<Embedder> loader = loaders.get(id);
      if (loader == null) {
        throw new ModelNotConfigured(id);
      }
      embedder = loader.get();
      loaded.put(id, embedder);
    }
    return embedder;
  }

  @Override
  public synchronized void close() {
    for (Embedder embedder : loaded.values()) {
      if (embedder instanceof AutoCloseable closeable) {
        try {
          closeable.close();
        } catch (Exception e) {
          throw new IllegalStateException("cannot close " + embedder.modelId(), e);
        }
      }
    }
    loaded.clear();
  }
}
