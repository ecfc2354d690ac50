package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.embedding.Embedder;
import java.util.List;

/** An embedder for whose questions every character matters the same. */
record EvenEmbedder(Embedder embedder) implements Embedder {

  @Override
  public String modelId() {
    return embedder.modelId();
  }

  @Override
  public int dimensions() {
    return embedder.dimensions();
  }

  @Override
  public List<float[]> embedPassages(List<String> texts) {
    return embedder.embedPassages(texts);
  }

  @Override
  public float[] embedQuery(String question) {
    return embedder.embedQuery(question);
  }
}
