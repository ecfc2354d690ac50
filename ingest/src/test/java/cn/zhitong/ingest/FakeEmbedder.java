package cn.zhitong.ingest;

import cn.zhitong.common.embedding.Embedder;
import java.util.ArrayList;
import java.util.List;

/** Vectors that depend on the text alone; remembers how many texts each call had. */
public final class FakeEmbedder implements Embedder {
  private final List<Integer> calls = new ArrayList<>();

  List<Integer> calls() {
    return calls;
  }

  @Override
  public String modelId() {
    return "fake/4";
  }

  @Override
  public int dimensions() {
    return 4;
  }

  @Override
  public List<float[]> embedPassages(List<String> texts) {
    if (!texts.isEmpty()) {
      calls.add(texts.size());
    }
    return texts.stream().map(this::embedQuery).toList();
  }

  @Override
  public float[] embedQuery(String question) {
    float[] vector = new float[4];
    vector[Math.floorMod(question.hashCode(), 4)] = 1;
    return vector;
  }
}
