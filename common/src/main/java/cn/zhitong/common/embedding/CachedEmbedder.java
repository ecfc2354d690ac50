package cn.zhitong.common.embedding;

import cn.zhitong.common.cache.LeastRecentlyUsed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An embedder that computes each text once: passages' vectors are kept on disk across runs and
 * processes, questions' in memory (they are many, short-lived, and may be private).
 */
public final class CachedEmbedder implements Embedder, AutoCloseable {
  /** 4 KB each with the characters' weights, 16 MB in all. */
  private static final int QUESTIONS_KEPT = 4096;

  private final Embedder embedder;
  private final VectorCache passages;
  private final LeastRecentlyUsed<String, EmbeddedQuestion> questions =
      new LeastRecentlyUsed<>(QUESTIONS_KEPT);

  /**
   * @param folder where vectors are kept; made when missing
   */
  public CachedEmbedder(Embedder embedder, Path folder) {
    this.embedder = embedder;
    this.passages = new VectorCache(folder, embedder.modelId(), embedder.dimensions());
  }

  /** Keeps vectors in {@code $XDG_CACHE_HOME/zhitong}, by default {@code ~/.cache/zhitong}. */
  public static CachedEmbedder inUserCache(Embedder embedder) {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path root =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return new CachedEmbedder(embedder, root.resolve("zhitong"));
  }

  @Override
  public String modelId() {
    return embedder.modelId();
  }

  @Override
  public int dimensions() {
    return embedder.dimensions();
  }

  @Override
  public List<float[]> embedPassages(List<String> texts) {
    List<float[]> vectors = new ArrayList<>(passages.get(texts));
    Map<String, float[]> missing = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      if (vectors.get(i) == null) {
        missing.put(texts.get(i), null);
      }
    }
    if (missing.isEmpty()) {
      return vectors;
    }
    List<String> order = List.copyOf(missing.keySet());
    List<float[]> computed = embedder.embedPassages(order);
    for (int i = 0; i < order.size(); i++) {
      missing.put(order.get(i), computed.get(i));
    }
    passages.put(missing);
    for (int i = 0; i < texts.size(); i++) {
      if (vectors.get(i) == null) {
        vectors.set(i, missing.get(texts.get(i)));
      }
    }
    return vectors;
  }

  @Override
  public float[] embedQuery(String question) {
    return embedQuestion(question).vector();
  }

  @Override
  public EmbeddedQuestion embedQuestion(String question) {
    EmbeddedQuestion embedded = questions.get(question);
    if (embedded == null) {
      embedded = embedder.embedQuestion(question);
      questions.put(question, embedded);
    }
    return new EmbeddedQuestion(embedded.vector().clone(), embedded.emphasis());
  }

  @Override
  public void close() throws Exception {
    passages.close();
    if (embedder instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }
}
