package cn.zhitong.assistant.duplicates;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text's min-hash (Broder 1997): how many of 64 places agree estimates the Jaccard similarity of
 * the texts' character trigrams. It tells near-duplicates without keeping the text.
 */
public final class MinHashSignature {
  private static final int PLACES = 64;

  /** Places a band: texts of Jaccard .6 share one of 16 bands with probability .89. */
  private static final int BAND = 4;

  /** From here on two appeals are the same appeal: title or greeting changed, a sentence added. */
  public static final double SAME = .6;

  private final int[] minima;

  private MinHashSignature(int[] minima) {
    this.minima = minima;
  }

  /** Of appeals and digits only, so that punctuation and white space make no difference. */
  public static MinHashSignature of(String text) {
    String plain = text.replaceAll("[^\\p{L}\\p{N}]", "");
    int[] minima = new int[PLACES];
    Arrays.fill(minima, Integer.MAX_VALUE);
    for (int i = 0; i + 3 <= Math.max(3, plain.length()); i++) {
      int hash =
          plain.substring(Math.min(i, plain.length()), Math.min(i + 3, plain.length())).hashCode();
      for (int place = 0; place < PLACES; place++) {
        minima[place] = Math.min(minima[place], spread(hash, place));
      }
    }
    return new MinHashSignature(minima);
  }

  private static int spread(int hash, int place) {
    long z = (hash + 0x9E3779B97F4A7C15L * (place + 1)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 31)) * 0x94D049BB133111EBL;
    return (int) (z >>> 33);
  }

  /** Estimated Jaccard similarity, 0 to 1. */
  public double similarity(MinHashSignature other) {
    int same = 0;
    for (int place = 0; place < PLACES; place++) {
      same += minima[place] == other.minima[place] ? 1 : 0;
    }
    return (double) same / PLACES;
  }

  public byte[] bytes() {
    ByteBuffer buffer = ByteBuffer.allocate(4 * PLACES);
    buffer.asIntBuffer().put(minima);
    return buffer.array();
  }

  public static MinHashSignature of(byte[] bytes) {
    int[] minima = new int[PLACES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(minima);
    return new MinHashSignature(minima);
  }

  /**
   * Names one group for each set of near-duplicates.
   *
   * @param least similarity from which on two texts are near-duplicates
   */
  public static List<String> groups(List<String> texts, double least) {
    int[] root = new int[texts.size()];
    List<MinHashSignature> sketches = texts.stream().map(MinHashSignature::of).toList();
    Map<Integer, Map<Long, Integer>> seen = new HashMap<>();
    for (int i = 0; i < root.length; i++) {
      root[i] = i;
      for (int band = 0; band < PLACES / BAND; band++) {
        Integer before =
            seen.computeIfAbsent(band, any -> new HashMap<>())
                .putIfAbsent(sketches.get(i).band(band), i);
        if (before != null && sketches.get(i).similarity(sketches.get(before)) >= least) {
          root[find(root, i)] = find(root, before);
        }
      }
    }
    return java.util.stream.IntStream.range(0, root.length)
        .mapToObj(i -> Integer.toString(find(root, i)))
        .toList();
  }

  /** One key a band: texts that share one may be near-duplicates, others hardly are. */
  public List<Long> bands() {
    return java.util.stream.IntStream.range(0, PLACES / BAND).mapToObj(this::band).toList();
  }

  private long band(int band) {
    long key = band;
    for (int i = 0; i < BAND; i++) {
      key = key * 0x100000001B3L ^ minima[band * BAND + i];
    }
    return key;
  }

  private static int find(int[] root, int i) {
    int at = i;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }
}
