package cn.zhitong.assistant.triage.learn;

import cn.zhitong.assistant.appeal.AppealDocument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The features that a training set knows, with their inverse document frequencies. Vectors are
 * {@code (1 + ln tf) · idf}, each kind of feature normalised to its weight.
 */
final class Vocabulary {
  private final int longest;
  private final boolean wordPairs;
  private final long[] keys;
  private final float[] idf;

  private Vocabulary(int longest, boolean wordPairs, long[] keys, float[] idf) {
    this.longest = longest;
    this.wordPairs = wordPairs;
    this.keys = keys;
    this.idf = idf;
  }

  /**
   * @param fewest documents that a feature must stand in: one of a single document teaches nothing
   *     about others
   */
  static Vocabulary fit(
      List<AppealDocument> documents, int longest, boolean wordPairs, int fewest) {
    Map<Long, int[]> frequency = new HashMap<>();
    for (int d = 0; d < documents.size(); d++) {
      int document = d;
      HashedNGrams.each(
          documents.get(d),
          longest,
          wordPairs,
          (kind, key) -> {
            int[] seen = frequency.computeIfAbsent(key, any -> new int[] {0, -1});
            if (seen[1] != document) {
              seen[0]++;
              seen[1] = document;
            }
          });
    }
    long[] keys =
        frequency.entrySet().stream()
            .filter(entry -> entry.getValue()[0] >= fewest)
            .mapToLong(Map.Entry::getKey)
            .sorted()
            .toArray();
    float[] idf = new float[keys.length];
    for (int i = 0; i < keys.length; i++) {
      idf[i] = (float) (Math.log((1.0 + documents.size()) / (1 + frequency.get(keys[i])[0])) + 1);
    }
    return new Vocabulary(longest, wordPairs, keys, idf);
  }

  int size() {
    return keys.length;
  }

  Sparse vector(AppealDocument document) {
    Map<Integer, int[]> counts = new HashMap<>();
    HashedNGrams.each(
        document,
        longest,
        wordPairs,
        (kind, key) -> {
          int at = Arrays.binarySearch(keys, key);
          if (at >= 0) {
            counts.computeIfAbsent(at, any -> new int[] {0, kind.ordinal()})[0]++;
          }
        });
    int[] index = counts.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    float[] value = new float[index.length];
    double[] norms = new double[HashedNGrams.Kind.values().length];
    for (int i = 0; i < index.length; i++) {
      int[] count = counts.get(index[i]);
      value[i] = (float) ((1 + Math.log(count[0])) * idf[index[i]]);
      norms[count[1]] += (double) value[i] * value[i];
    }
    for (int i = 0; i < index.length; i++) {
      int kind = counts.get(index[i])[1];
      value[i] *= (float) (HashedNGrams.Kind.values()[kind].weight / Math.sqrt(norms[kind]));
    }
    return new Sparse(index, value);
  }

  /** The number of a word's own feature, or -1: for telling people which words weighed. */
  int ofWord(String word) {
    int at = Arrays.binarySearch(keys, HashedNGrams.hash(word));
    return at >= 0 ? at : -1;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(longest);
    out.writeBoolean(wordPairs);
    out.writeInt(keys.length);
    for (int i = 0; i < keys.length; i++) {
      out.writeLong(keys[i]);
      out.writeFloat(idf[i]);
    }
  }

  static Vocabulary read(DataInput in) throws IOException {
    int longest = in.readInt();
    boolean wordPairs = in.readBoolean();
    long[] keys = new long[in.readInt()];
    float[] idf = new float[keys.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = in.readLong();
      idf[i] = in.readFloat();
    }
    return new Vocabulary(longest, wordPairs, keys, idf);
  }
}
