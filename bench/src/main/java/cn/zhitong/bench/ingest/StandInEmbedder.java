package cn.zhitong.bench.ingest;

import cn.zhitong.common.embedding.Embedder;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Vectors by a text's hash, of the model's size and at no cost: for measuring all but the model.
 */
public final class StandInEmbedder implements Embedder {
  private static final int DIMENSIONS = 512;

  @Override
  public String modelId() {
    return "stand-in/512";
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public List<float[]> embedPassages(List<String> texts) {
    return texts.stream().map(this::embedQuery).toList();
  }

  @Override
  public float[] embedQuery(String question) {
    SplittableRandom random = new SplittableRandom(question.hashCode());
    float[] vector = new float[DIMENSIONS];
    double squares = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) random.nextDouble() - .5f;
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }
}
