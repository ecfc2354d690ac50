package cn.zhitong.common.embedding;

import java.util.List;

/**
 * bge-small-zh-v1.5 in this process, single precision, with the prefix its authors give queries.
 */
public final class BgeEmbedder implements Embedder, AutoCloseable {
  private static final String MODEL_ID = "bge-small-zh-v1.5/fp32";

  /** From the model's card; what it gives is in docs/experiments/retrieval.md. */
  public static final String QUERY_PREFIX = "为这个句子生成表示以用于检索相关文章：";

  /** With and without the prefix; characters are weighed by how the question reads without. */
  private static final List<String> PREFIXES = List.of(QUERY_PREFIX, "");

  private final BgeEmbeddingModel model;
  private final TermWeightModel emphasis = TermWeightModel.forModel(MODEL_ID);

  public BgeEmbedder(BgeEmbeddingModel model) {
    this.model = model;
  }

  /** Loads the model, which takes about a second; make one a process. */
  public static BgeEmbedder load() {
    return new BgeEmbedder(BgeEmbeddingModel.fp32());
  }

  @Override
  public String modelId() {
    return MODEL_ID;
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
    return embedQuestion(question).vector();
  }

  @Override
  public EmbeddedQuestion embedQuestion(String question) {
    EncodedQuery reading = read(question);
    return new EmbeddedQuestion(reading.vector(), emphasis.of(reading.states()));
  }

  /** The question's vector and its characters' states. */
  public EncodedQuery read(String question) {
    return model.read(PREFIXES, question);
  }

  @Override
  public void close() {
    model.close();
  }
}
