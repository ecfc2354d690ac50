package cn.zhitong.common.embedding;

import java.util.Map;

/**
 * How much each character of a question matters where its words are looked up; only the proportion
 * between them counts. In 我和老公离婚孩子归谁 what is asked for stands beside whom it is asked by.
 *
 * @param weights above 0, by character as {@code Words} spells it
 */
public record TermWeights(Map<Character, Float> weights) {
  /** Every character matters the same. */
  public static final TermWeights EVEN = new TermWeights(Map.of());

  /** The mean of the token's characters, 1 where none is known. */
  public float of(String token) {
    float sum = 0;
    int known = 0;
    for (int i = 0; i < token.length(); i++) {
      Float weight = weights.get(token.charAt(i));
      if (weight != null) {
        sum += weight;
        known++;
      }
    }
    return known == 0 ? 1 : sum / known;
  }
}
