package cn.zhitong.common.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * bge-small-zh-v1.5 in this process, single precision. Questions are read as they were written: the
 * prefix that its authors give queries, and the mean of both spellings, find no more and cost twice
 * the time and more (docs/experiments/retrieval.md).
 */
public final class BgeEmbedder implements Embedder, AutoCloseable {
  /** The id of the vectors that the model makes without an adapter. */
  public static final String BASE_ID = "bge-small-zh-v1.5/fp32";

  /** From the model's card; the adapter is trained with and without it. */
  public static final String QUERY_PREFIX = "为这个句子生成表示以用于检索相关文章：";

  private final BgeEmbeddingModel model;
  private final String modelId;
  private final TermWeightModel emphasis;

  public BgeEmbedder(BgeEmbeddingModel model) {
    this(model, BASE_ID);
  }

  /**
   * @param modelId under which its vectors are kept; differs where the weights differ
   */
  public BgeEmbedder(BgeEmbeddingModel model, String modelId) {
    this.model = model;
    this.modelId = modelId;
    this.emphasis = TermWeightModel.forModel(modelId);
  }

  /** Loads the model, which takes about a second; make one a process. */
  public static BgeEmbedder load() {
    return new BgeEmbedder(BgeEmbeddingModel.fp32());
  }

  /**
   * The model with an adapter as {@code ./zhitong train encoder} writes it. Its id is the base
   * model's with the first digits of its weights' SHA-256, so that other numbers have another id.
   */
  public static BgeEmbedder load(Path adapter) throws IOException {
    try (InputStream in = Files.newInputStream(adapter)) {
      TrainedArtefact changes = TrainedArtefact.read(in);
      return new BgeEmbedder(BgeEmbeddingModel.adapted(changes), id(changes));
    }
  }

  /** The id of the vectors that the model makes with this adapter; loads no model. */
  public static String adaptedId(Path adapter) throws IOException {
    try (InputStream in = Files.newInputStream(adapter)) {
      return id(TrainedArtefact.read(in));
    }
  }

  private static String id(TrainedArtefact adapter) {
    return BASE_ID + "+" + adapter.weightsHash().substring(0, 12);
  }

  @Override
  public String modelId() {
    return modelId;
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
    return model.read(question);
  }

  @Override
  public void close() {
    model.close();
  }
}
