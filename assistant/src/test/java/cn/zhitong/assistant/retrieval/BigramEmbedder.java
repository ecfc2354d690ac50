package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.embedding.Embedder;
import java.util.List;

/** A stand-in for the embedding model: hashed character bigrams, so that like texts are near. */
public final class BigramEmbedder implements Embedder {
  private static final int DIMENSIONS = 512;

  @Override
  public String modelId() {
    return "bigrams";
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
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i + 2 <= question.length(); i++) {
      vector[Math.floorMod(question.substring(i, i + 2).hashCode() * 31, DIMENSIONS)]++;
    }
    double norm = 1e-9;
    for (float value : vector) {
      norm += value * value;
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] /= (float) Math.sqrt(norm);
    }
    return vector;
  }
}
