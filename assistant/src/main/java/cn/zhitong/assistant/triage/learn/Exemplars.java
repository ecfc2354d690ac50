package cn.zhitong.assistant.triage.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells the category before there is any history: two logistic regressions trained on appeals of
 * our own wording, one on what the appeal does ({@link SpeechActs}), one on what it means
 * (embedding). The forms carry over to letters of any city; the meanings of two hundred exemplars
 * carry less, so they are regularised more and weigh less.
 */
public final class Exemplars {
  private static final double ACTS_PENALTY = .003;
  private static final double MEANING_PENALTY = .002;
  private static final double MEANING_WEIGHT = .5;

  private final Softmax acts;
  private final Softmax meaning;

  private Exemplars(Softmax acts, Softmax meaning) {
    this.acts = acts;
    this.meaning = meaning;
  }

  /**
   * @param labels class of each document, 0 to classes-1
   */
  public static Exemplars train(List<Document> documents, int[] labels, int classes) {
    List<float[]> forms = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    int[] counts = new int[classes];
    for (int i = 0; i < labels.length; i++) {
      forms.add(SpeechActs.of(documents.get(i)));
      vectors.add(documents.get(i).vector());
      counts[labels[i]]++;
    }
    double[] even = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      even[i] = 1.0 / counts[labels[i]];
    }
    return new Exemplars(
        Softmax.train(forms, labels, even, classes, ACTS_PENALTY),
        Softmax.train(vectors, labels, even, classes, MEANING_PENALTY));
  }

  /** Probability of each class, for classes that are equally likely beforehand. */
  public double[] probabilities(Document document) {
    double[] scores = acts.scores(SpeechActs.of(document));
    double[] meant = meaning.scores(document.vector());
    for (int i = 0; i < scores.length; i++) {
      scores[i] += MEANING_WEIGHT * meant[i];
    }
    Softmax.toProbabilities(scores);
    return scores;
  }
}
