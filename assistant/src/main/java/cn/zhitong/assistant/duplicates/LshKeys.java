package cn.zhitong.assistant.duplicates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys by which a repeat is looked up among any number of cases: texts that share one are compared,
 * others never are (locality-sensitive hashing). Bands of the min-hash find appeals of nearly the
 * same words; bands of signs of random projections (Charikar 2002) find appeals of nearly the same
 * meaning. The projections are taken from the middle of where bge's vectors lie: its cone is
 * narrow, and from its tip all appeals look alike.
 */
final class LshKeys {
  /**
   * 24 bands of 20 bits: vectors of centred cosine .95 share a band with probability .95, of .9
   * with .67; unrelated ones with 2 in 100,000.
   */
  private static final int BANDS = 24;

  private static final int BITS = 20;

  /** Marks the keys of meaning, so that they never meet one of the text's. */
  private static final long MEANING = 0x5DEECE66DL;

  private static final float[] CENTRE = centre();

  private LshKeys() {}

  /**
   * @param vector as embedded, of {@link #CENTRE}'s dimensions, else only the text gives keys
   */
  static List<Long> of(MinHashSignature sketch, float[] vector) {
    List<Long> keys = new ArrayList<>(sketch.bands());
    if (vector.length == CENTRE.length) {
      for (int band = 0; band < BANDS; band++) {
        keys.add(band(vector, band));
      }
    }
    return keys;
  }

  private static long band(float[] vector, int band) {
    long bits = 0;
    for (int bit = 0; bit < BITS; bit++) {
      double sum = 0;
      long seed = (long) band * BITS + bit + 1;
      long signs = 0;
      for (int i = 0; i < vector.length; i++) {
        if (i % Long.SIZE == 0) {
          signs = spread(seed * 0x9E3779B97F4A7C15L + i);
        }
        float value = vector[i] - CENTRE[i];
        sum += (signs & 1) == 0 ? value : -value;
        signs >>>= 1;
      }
      bits = bits << 1 | (sum > 0 ? 1 : 0);
    }
    return spread(bits ^ (band + 1) * MEANING);
  }

  private static long spread(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  private static float[] centre() {
    try (InputStream in = LshKeys.class.getResourceAsStream("/triage/centre.csv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<Float> values =
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .flatMap(line -> java.util.Arrays.stream(line.split(",")))
              .map(Float::valueOf)
              .toList();
      float[] centre = new float[values.size()];
      for (int i = 0; i < centre.length; i++) {
        centre[i] = values.get(i);
      }
      return centre;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
