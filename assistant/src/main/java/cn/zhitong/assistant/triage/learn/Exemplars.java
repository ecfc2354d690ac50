package cn.zhitong.assistant.triage.learn;

import cn.zhitong.assistant.appeal.AppealDocument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the category before there is any history: two logistic regressions trained on appeals of
 * our own wording, one on what the appeal does ({@link SpeechActs}), one on what it means
 * (embedding). Neither saw a real appeal; penalties and the weight between the two were chosen on
 * three cities' appeals, where the figures are flat around them (docs/triage.md).
 */
public final class Exemplars {
  private static final double ACTS_PENALTY = .003;
  private static final double MEANING_PENALTY = .002;
  private static final double MEANING_WEIGHT = 1.5;

  private final List<String> classes;
  private final Softmax acts;
  private final Softmax meaning;
  private final double meaningWeight;

  private Exemplars(List<String> classes, Softmax acts, Softmax meaning, double meaningWeight) {
    this.classes = List.copyOf(classes);
    this.acts = acts;
    this.meaning = meaning;
    this.meaningWeight = meaningWeight;
  }

  /**
   * @param labels class of each document, as a place in {@code classes}
   */
  public static Exemplars train(
      List<AppealDocument> documents, int[] labels, List<String> classes) {
    return train(documents, labels, classes, ACTS_PENALTY, MEANING_PENALTY, MEANING_WEIGHT);
  }

  static Exemplars train(
      List<AppealDocument> documents,
      int[] labels,
      List<String> classes,
      double actsPenalty,
      double meaningPenalty,
      double meaningWeight) {
    List<float[]> forms = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    int[] counts = new int[classes.size()];
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
        classes,
        Softmax.train(forms, labels, even, classes.size(), actsPenalty),
        Softmax.train(vectors, labels, even, classes.size(), meaningPenalty),
        meaningWeight);
  }

  /** Probability of each class, for classes that are equally likely beforehand. */
  public double[] probabilities(AppealDocument document) {
    double[] scores = acts.scores(SpeechActs.of(document));
    double[] meant = meaning.scores(document.vector());
    for (int i = 0; i < scores.length; i++) {
      scores[i] += meaningWeight * meant[i];
    }
    Softmax.toProbabilities(scores);
    return scores;
  }

  /** Natural logarithm of the probability of a class; that of a very unlikely one if unknown. */
  double logProbability(double[] probabilities, String label) {
    int place = classes.indexOf(label);
    return Math.log(Math.max(1e-4, place < 0 ? 0 : probabilities[place]));
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(classes.size());
    for (String label : classes) {
      out.writeUTF(label);
    }
    acts.write(out);
    meaning.write(out);
    out.writeDouble(meaningWeight);
  }

  static Exemplars read(DataInput in) throws IOException {
    List<String> classes = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      classes.add(in.readUTF());
    }
    return new Exemplars(classes, Softmax.read(in), Softmax.read(in), in.readDouble());
  }
}
