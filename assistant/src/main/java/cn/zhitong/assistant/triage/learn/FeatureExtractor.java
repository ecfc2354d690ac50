package cn.zhitong.assistant.triage.learn;

import cn.zhitong.assistant.appeal.AppealDocument;
import cn.zhitong.common.embedding.Vectors;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** How a document becomes numbers: text features by {@link Vocabulary}, then dense ones. */
final class FeatureExtractor {
  /** Weight of the vector, its mean taken off, beside text features of norm 1.4. */
  private static final float VECTOR_WEIGHT = 1.2f;

  private static final float ACTS_WEIGHT = .4f;

  private final Vocabulary space;
  private final float[] mean; // of the vectors
  private final boolean speechActs;

  private FeatureExtractor(Vocabulary space, float[] mean, boolean speechActs) {
    this.space = space;
    this.mean = mean;
    this.speechActs = speechActs;
  }

  /**
   * What rows of the history look like; needs no labels, so that all rows are read alike, whichever
   * fold they are in.
   *
   * @param longest longest character n-gram
   * @param wordPairs whether pairs of words are features
   * @param fewest documents that a text feature must stand in
   * @param speechActs whether what the appeal does is a feature: for categories
   */
  static FeatureExtractor fit(
      List<AppealDocument> documents,
      int longest,
      boolean wordPairs,
      int fewest,
      boolean speechActs) {
    return new FeatureExtractor(
        Vocabulary.fit(documents, longest, wordPairs, fewest),
        Vectors.mean(documents.stream().map(AppealDocument::vector).toList()),
        speechActs);
  }

  /** Number of text features. */
  int features() {
    return space.size();
  }

  Sparse text(AppealDocument document) {
    return space.vector(document);
  }

  /** The number of a word's own text feature, or -1. */
  int ofWord(String word) {
    return space.ofWord(word);
  }

  /** The document's vector less the mean of all, as a unit vector. */
  float[] centred(AppealDocument document) {
    return Vectors.centred(document.vector(), mean);
  }

  /** The vector and what {@link #ofAppeal} says, weighed against the text features. */
  float[] dense(AppealDocument document) {
    float[] vector = centred(document);
    float[] acts = ofAppeal(document);
    float[] dense = Arrays.copyOf(vector, vector.length + acts.length);
    for (int i = 0; i < vector.length; i++) {
      dense[i] *= VECTOR_WEIGHT;
    }
    for (int i = 0; i < acts.length; i++) {
      dense[vector.length + i] = acts[i] * ACTS_WEIGHT;
    }
    return dense;
  }

  /** What the forest looks at of the appeal itself: for categories what it does. */
  float[] ofAppeal(AppealDocument document) {
    return speechActs ? SpeechActs.of(document) : new float[0];
  }

  void write(DataOutput out) throws IOException {
    space.write(out);
    ArrayIO.write(out, mean);
    out.writeBoolean(speechActs);
  }

  static FeatureExtractor read(DataInput in) throws IOException {
    return new FeatureExtractor(Vocabulary.read(in), ArrayIO.read(in), in.readBoolean());
  }
}
