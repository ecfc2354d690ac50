package cn.zhitong.ingest.embed;

import java.util.List;

/**
 * bge-small-zh-v1.5 in this process, single precision, with the prefix its authors give queries.
 */
public final class BgeEmbedder implements Embedder, AutoCloseable {
  /** From the model's card; what it gives is in docs/retrieval.md. */
  public static final String QUERY_PREFIX = "为这个句子生成表示以用于检索相关文章：";

  private final BgeEmbeddingModel model;

  public BgeEmbedder(BgeEmbeddingModel model) {
    this.model = model;
  }

  /** Loads the model, which takes about a second; make one a process. */
  public static BgeEmbedder load() {
    return new BgeEmbedder(BgeEmbeddingModel.fp32());
  }

  @Override
  public String modelId() {
    return "bge-small-zh-v1.5/fp32";
  }

  @Override
  public int dimensions() {
    return BgeEmbeddingModel.DIMENSIONS;
  }

  @Override
  public List<float[]> embedPassages(List<String> texts) {
    return model.embedTexts(texts);
  }

  @Override
  public float[] embedQuery(String question) {
    return model.embedMean(List.of(QUERY_PREFIX + question, question));
  }

  @Override
  public void close() {
    model.close();
  }
}
