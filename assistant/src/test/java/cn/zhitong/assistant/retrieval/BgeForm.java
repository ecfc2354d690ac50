package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.BgeEmbeddingModel;
import cn.zhitong.common.embedding.EmbeddedQuestion;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.embedding.EncodedQuery;
import cn.zhitong.common.embedding.TermWeightModel;
import cn.zhitong.common.embedding.TermWeights;
import cn.zhitong.common.embedding.Vectors;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import java.util.List;

/**
 * The encoder in one of its precisions with one of the ways to spell a question; a question's
 * vector is the mean of its spellings.
 */
record BgeForm(BgeEmbeddingModel model, String precision, String spelling, List<String> prefixes)
    implements Embedder {
  /** The model that the shipped query map was trained for. */
  static final String MAPPED = "bge-small-zh-v1.5/fp32";

  private static final String PREFIX = BgeEmbedder.QUERY_PREFIX;

  static BgeEmbeddingModel int8() {
    return BgeEmbeddingModel.load("bge-small-zh-v1.5-q.onnx", 2);
  }

  /** The shipped way first. */
  static List<BgeForm> spellings(BgeEmbeddingModel model, String precision) {
    return List.of(
        new BgeForm(model, precision, "without prefix", List.of("")),
        new BgeForm(model, precision, "with prefix", List.of(PREFIX)),
        new BgeForm(model, precision, "mean of both", List.of(PREFIX, "")));
  }

  String name() {
    return precision + " " + spelling;
  }

  /** Passages are spelt one way, so that their vectors are kept once a precision. */
  @Override
  public String modelId() {
    return "bge-small-zh-v1.5/" + precision;
  }

  @Override
  public int dimensions() {
    return BgeEmbeddingModel.DIMENSIONS;
  }

  @Override
  public List<float[]> embedPassages(List<String> texts) {
    List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
    return model.embedAll(segments).content().stream().map(Embedding::vector).toList();
  }

  @Override
  public float[] embedQuery(String question) {
    return embedQuestion(question).vector();
  }

  @Override
  public EmbeddedQuestion embedQuestion(String question) {
    float[] mean = new float[BgeEmbeddingModel.DIMENSIONS];
    EncodedQuery reading = null;
    for (String prefix : prefixes) {
      reading = model.read(prefix + question);
      Vectors.add(mean, reading.vector());
    }
    Vectors.normalise(mean);
    // Characters as they are after the last prefix.
    TermWeights emphasis = TermWeightModel.forModel(MAPPED).of(reading.states());
    return new EmbeddedQuestion(mean, emphasis);
  }
}
