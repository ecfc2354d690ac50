package cn.zhitong.ingest.store;

import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.embedding.EmbeddingModels;
import cn.zhitong.common.jdbc.Jdbc;
import java.util.function.Supplier;

/**
 * The embedder that the library's vectors are of at this moment. Vectors of two models can't be
 * compared, so who searches asks before and after, and who stores is refused where it has changed.
 */
public final class LibraryEmbedder implements Supplier<Embedder> {
  private final LibraryStore library;
  private final EmbeddingModels models;

  /**
   * @param jdbc where the vectors are that it is used with: a replica may be behind
   */
  public LibraryEmbedder(Jdbc jdbc, EmbeddingModels models) {
    this.library = new LibraryStore(jdbc);
    this.models = models;
  }

  /** One short query; the newest model where nothing is stored yet. */
  @Override
  public Embedder get() {
    String model = library.embeddingModel();
    return models.of(model.isEmpty() ? models.newest() : model);
  }
}
