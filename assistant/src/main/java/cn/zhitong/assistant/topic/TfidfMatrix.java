package cn.zhitong.assistant.topic;

import cn.zhitong.common.text.CharacterNGrams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Appeals as unit vectors of TF-IDF weights over words and pairs of characters; a title's count
 * three times, since it names the matter.
 */
final class TfidfMatrix {
  /** Terms of more appeals say nothing of a theme: of 1,000 appeals no theme has 150. */
  private static final double MOST_LETTERS = .15;

  /** Among few appeals a theme may well be in more of them than that. */
  private static final int ALWAYS_KEPT = 80;

  private static final int TITLE_EXTRA = 2;

  final int[][] terms;
  final float[][] weights;
  final int[][] appeals;
  final float[][] postings;

  private TfidfMatrix(int[][] terms, float[][] weights, int[][] appeals, float[][] postings) {
    this.terms = terms;
    this.weights = weights;
    this.appeals = appeals;
    this.postings = postings;
  }

  static TfidfMatrix of(List<TopicDocument> appeals) {
    Map<String, Integer> vocabulary = new HashMap<>();
    List<Map<Integer, Integer>> counts = new ArrayList<>();
    for (TopicDocument appeal : appeals) {
      Map<Integer, Integer> row = new HashMap<>();
      count(appeal.words(), 1, vocabulary, row);
      count(appeal.titleWords(), TITLE_EXTRA, vocabulary, row);
      counts.add(row);
    }
    int[] frequency = new int[vocabulary.size()];
    counts.forEach(row -> row.keySet().forEach(term -> frequency[term]++));
    int n = appeals.size();
    double most = Math.max(ALWAYS_KEPT, MOST_LETTERS * n);
    int[][] terms = new int[n][];
    float[][] weights = new float[n][];
    for (int i = 0; i < n; i++) {
      weigh(counts.get(i), frequency, most, i, terms, weights);
    }
    return inverted(terms, weights, frequency);
  }

  private static void count(
      List<String> words, int times, Map<String, Integer> vocabulary, Map<Integer, Integer> row) {
    StringBuilder text = new StringBuilder();
    for (String word : words) {
      text.append(word);
      if (Han.isWord(word)) {
        row.merge(vocabulary.computeIfAbsent(word, any -> vocabulary.size()), times, Integer::sum);
      }
    }
    for (String pair : CharacterNGrams.all(text.toString(), 2, Han::is)) {
      // Marked, so that a word of two characters is not the pair of them.
      row.merge(
          vocabulary.computeIfAbsent("#" + pair, any -> vocabulary.size()), times, Integer::sum);
    }
  }

  private static void weigh(
      Map<Integer, Integer> counts,
      int[] frequency,
      double most,
      int appeal,
      int[][] terms,
      float[][] weights) {
    int[] kept =
        counts.keySet().stream()
            .mapToInt(Integer::intValue)
            .filter(term -> frequency[term] >= 2 && frequency[term] <= most)
            .sorted()
            .toArray();
    float[] row = new float[kept.length];
    double square = 0;
    for (int i = 0; i < kept.length; i++) {
      double weight =
          (1 + Math.log(counts.get(kept[i])))
              * Math.log((double) terms.length / frequency[kept[i]]);
      row[i] = (float) weight;
      square += weight * weight;
    }
    float length = (float) Math.max(1e-9, Math.sqrt(square));
    for (int i = 0; i < row.length; i++) {
      row[i] /= length;
    }
    terms[appeal] = kept;
    weights[appeal] = row;
  }

  private static TfidfMatrix inverted(int[][] terms, float[][] weights, int[] frequency) {
    int[][] appeals = new int[frequency.length][];
    float[][] postings = new float[frequency.length][];
    int[] filled = new int[frequency.length];
    for (int appeal = 0; appeal < terms.length; appeal++) {
      for (int i = 0; i < terms[appeal].length; i++) {
        int term = terms[appeal][i];
        if (appeals[term] == null) {
          appeals[term] = new int[frequency[term]];
          postings[term] = new float[frequency[term]];
        }
        appeals[term][filled[term]] = appeal;
        postings[term][filled[term]++] = weights[appeal][i];
      }
    }
    return new TfidfMatrix(terms, weights, appeals, postings);
  }

  int vocabulary() {
    return appeals.length;
  }

  /** Adds {@code factor} times the cosine of the appeal and every appeal to {@code sums}. */
  void addCosines(int appeal, float factor, float[] sums) {
    for (int i = 0; i < terms[appeal].length; i++) {
      int term = terms[appeal][i];
      float weight = factor * weights[appeal][i];
      int[] others = appeals[term];
      float[] values = postings[term];
      for (int p = 0; p < others.length; p++) {
        sums[others[p]] += weight * values[p];
      }
    }
  }

  /** The mean of the appeals' rows, one entry a term. */
  float[] mean(int[] members) {
    float[] mean = new float[vocabulary()];
    for (int appeal : members) {
      for (int i = 0; i < terms[appeal].length; i++) {
        mean[terms[appeal][i]] += weights[appeal][i] / members.length;
      }
    }
    return mean;
  }

  float dot(int appeal, float[] mean) {
    float sum = 0;
    for (int i = 0; i < terms[appeal].length; i++) {
      sum += weights[appeal][i] * mean[terms[appeal][i]];
    }
    return sum;
  }
}
