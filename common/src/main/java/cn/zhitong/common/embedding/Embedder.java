package cn.zhitong.common.embedding;

import java.util.List;

/** Turns texts into unit vectors. Implementations are thread-safe and bounded in concurrency. */
public interface Embedder {

  /** Model name and precision, e.g. {@code bge-small-zh-v1.5/fp32}; stored with each vector. */
  String modelId();

  /** 512 for bge-small-zh-v1.5. */
  int dimensions();

  /** One unit vector a text, in order; texts over the model's 512 tokens are truncated. */
  List<float[]> embedPassages(List<String> texts);

  /** A question's unit vector, with the model's query prefix where it has one. */
  float[] embedQuery(String question);

  /** The same with how much each character matters, where the model tells. */
  default EmbeddedQuestion embedQuestion(String question) {
    return new EmbeddedQuestion(embedQuery(question), TermWeights.EVEN);
  }
}
