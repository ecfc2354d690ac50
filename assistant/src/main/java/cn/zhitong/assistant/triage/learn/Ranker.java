package cn.zhitong.assistant.triage.learn;

import cn.zhitong.assistant.appeal.AppealDocument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ranks classes (categories, or departments) for an appeal, with calibrated probabilities. */
public final class Ranker {
  private final ClassFeatures evidence;
  private final EnsembleRanker blend;

  Ranker(ClassFeatures evidence, EnsembleRanker blend) {
    this.evidence = evidence;
    this.blend = blend;
  }

  /**
   * @param label exactly as in the training history
   */
  public record Ranked(int index, String label, double probability) {}

  /** Every class, best first. */
  public List<Ranked> rank(AppealDocument document) {
    return ranked(
        evidence.labels(), blend.probabilities(evidence.of(document), evidence.ofAppeal(document)));
  }

  static List<Ranked> ranked(List<String> labels, double[] probabilities) {
    List<Ranked> ranked = new ArrayList<>();
    for (int c = 0; c < probabilities.length; c++) {
      ranked.add(new Ranked(c, labels.get(c), probabilities[c]));
    }
    ranked.sort(Comparator.comparingDouble(Ranked::probability).reversed());
    return ranked;
  }

  /** Similar past cases, best first; {@code row} counts the rows that were trained on. */
  public List<Neighbours.Near> similar(AppealDocument document, int count) {
    return evidence.similar(document, count);
  }

  /** The words that speak most for a class, best first. */
  public List<String> tellingWords(AppealDocument document, Ranked ranked, int count) {
    return evidence.tellingWords(document, ranked.index(), count);
  }

  /** How much each kind of evidence counts, standardised: for the model's record. */
  public Map<String, Double> weights() {
    Map<String, Double> weights = new LinkedHashMap<>();
    double[] values = blend.weights();
    for (int k = 0; k < values.length; k++) {
      String kind = ClassFeatures.Kind.values()[k].name().toLowerCase(Locale.ROOT);
      weights.put(kind, Math.round(values[k] * 1000) / 1000.0);
    }
    return weights;
  }

  public void write(DataOutput out) throws IOException {
    evidence.write(out);
    blend.write(out);
  }

  public static Ranker read(DataInput in) throws IOException {
    return new Ranker(ClassFeatures.read(in), EnsembleRanker.read(in));
  }
}
