package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.text.Words;
import java.util.List;
import java.util.Random;

/** A deterministic stand-in: the sum of a random direction for each pair of characters. */
final class HashedEmbedder implements Embedder {
  private final int salt;

  HashedEmbedder() {
    this(1);
  }

  /**
   * @param salt another one gives vectors that have nothing to do with these
   */
  HashedEmbedder(int salt) {
    this.salt = salt;
  }

  @Override
  public String modelId() {
    return "hashed/" + salt;
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
    add(vector, random(text), .1f);
    for (String pair : Words.bigrams(text)) {
      add(vector, random(pair), 1);
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

  private Random random(String text) {
    return new Random(text.hashCode() + 1_000_003L * (salt - 1));
  }

  private static void add(float[] vector, Random random, float weight) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] += weight * (float) random.nextGaussian();
    }
  }
}
