package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.text.Words;
import java.util.List;
import java.util.Random;

/** A deterministic stand-in: the sum of a random direction for each pair of characters. */
final class HashedEmbedder implements Embedder {

  @Override
  public String modelId() {
    return "hashed/1";
  }

  @Override
  public int dimensions() {
    return 512;
  }

  @Override
  public List<float[]> embedPassages(List<String> texts) {
    return texts.stream().map(this::embedQuery).toList();
  }

  @Override
  public float[] embedQuery(String text) {
    float[] vector = new float[512];
    add(vector, new Random(text.hashCode()), .1f);
    for (String pair : Words.bigrams(text)) {
      add(vector, new Random(pair.hashCode()), 1);
    }
    double length = 0;
    for (float value : vector) {
      length += value * value;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(length);
    }
    return vector;
  }

  private static void add(float[] vector, Random random, float weight) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] += weight * (float) random.nextGaussian();
    }
  }
}
