package cn.zhitong.assistant.triage.learn;

import cn.zhitong.assistant.appeal.AppealDocument;
import cn.zhitong.assistant.appeal.HanLpWords;
import cn.zhitong.common.embedding.Vectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the duties that an appeal is about: BM25 over HanLP words beside the cosine of embeddings.
 * Words find the named thing (社保, 烟花), embeddings the same thing in an enterprise's own words.
 */
public final class DutyIndex {
  private static final double K1 = 1.2;
  private static final double B = .75;

  private final List<Duty> duties;
  private final float[] mean;
  private final float[][] meanings;
  private final Map<String, List<int[]>> postings = new HashMap<>();
  private final int[] lengths;
  private final double averageLength;

  /**
   * A duty to find.
   *
   * @param owner whose it is
   * @param vector unit vector of {@code text}
   * @param given what the caller wants back
   */
  public record Duty(String owner, String text, float[] vector, Object given) {}

  /**
   * @param words BM25 divided by what the appeal's words could give at most, 0 to 1
   * @param meaning cosine after the duties' mean is taken off, -1 to 1
   */
  public record Match(Duty duty, double words, double meaning) {
    /** How much of either there is; the weights put their spreads on one scale. */
    public double score() {
      return .5 * words + .5 * Math.max(0, meaning);
    }
  }

  public DutyIndex(List<Duty> duties) {
    this.duties = List.copyOf(duties);
    this.mean = Vectors.mean(this.duties.stream().map(Duty::vector).toList());
    this.meanings =
        this.duties.stream().map(duty -> centred(duty.vector())).toArray(float[][]::new);
    this.lengths = new int[duties.size()];
    long total = 0;
    for (int i = 0; i < duties.size(); i++) {
      List<String> words = terms(HanLpWords.of(duties.get(i).text()));
      lengths[i] = words.size();
      total += words.size();
      Map<String, Integer> counts = new HashMap<>();
      words.forEach(word -> counts.merge(word, 1, Integer::sum));
      int at = i;
      counts.forEach(
          (word, count) ->
              postings.computeIfAbsent(word, any -> new ArrayList<>()).add(new int[] {at, count}));
    }
    this.averageLength = duties.isEmpty() ? 1 : Math.max(1, (double) total / duties.size());
  }

  /** Each owner's best duty for the appeal, unordered. */
  public List<Match> bestByOwner(AppealDocument appeal) {
    if (duties.isEmpty()) {
      return List.of();
    }
    double[] words = bm25(appeal);
    float[] centred = centred(appeal.vector());
    Map<String, Match> best = new HashMap<>();
    for (int i = 0; i < duties.size(); i++) {
      Match match = new Match(duties.get(i), words[i], cosine(centred, meanings[i]));
      best.merge(match.duty().owner(), match, (a, b) -> a.score() >= b.score() ? a : b);
    }
    return List.copyOf(best.values());
  }

  private double[] bm25(AppealDocument appeal) {
    double[] scores = new double[duties.size()];
    Set<String> asked = new HashSet<>(terms(appeal.words()));
    double possible = 0;
    for (String word : asked) {
      List<int[]> found = postings.getOrDefault(word, List.of());
      if (found.isEmpty()) {
        continue;
      }
      double idf = Math.log(1 + (duties.size() - found.size() + .5) / (found.size() + .5));
      possible += idf;
      for (int[] posting : found) {
        double length = 1 - B + B * lengths[posting[0]] / averageLength;
        scores[posting[0]] += idf * posting[1] * (K1 + 1) / (posting[1] + K1 * length);
      }
    }
    // Saturates: a duty that shares three telling words is as good as certain.
    double scale = Math.max(4, Math.min(possible, 12));
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.min(1, scores[i] / scale);
    }
    return scores;
  }

  /** Words that can tell duties apart: two characters or more, no digits or punctuation. */
  private static List<String> terms(List<String> words) {
    return words.stream()
        .filter(word -> word.length() > 1 && Character.isLetter(word.charAt(0)))
        .toList();
  }

  private float[] centred(float[] vector) {
    float[] result = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      result[i] = vector[i] - mean[i];
    }
    return result;
  }

  static double cosine(float[] a, float[] b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return aa == 0 || bb == 0 ? 0 : dot / Math.sqrt(aa * bb);
  }
}
