package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.embedding.TermWeights;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A question's text with how much each of its characters matters: a token counts for the mean of
 * its characters.
 */
record WeightedQuery(String text, TermWeights emphasis) {

  /** Cut once, for every unit that is scored by them. */
  Tokens tokens() {
    Map<TokenKind, Map<String, Float>> tokens = new EnumMap<>(TokenKind.class);
    for (TokenKind kind : TokenKind.values()) {
      Map<String, Float> weights = new TreeMap<>();
      for (String token : kind.cut(text)) {
        weights.merge(token, emphasis.of(token), Float::sum);
      }
      tokens.put(kind, weights);
    }
    return new Tokens(tokens);
  }

  /**
   * A question's tokens.
   *
   * @param weights each token's emphasis times how often the question has it
   */
  record Tokens(Map<TokenKind, Map<String, Float>> weights) {

    /** At most so many of a kind, each once with its weight, above 0. */
    List<Map.Entry<String, Float>> of(TokenKind kind, int most) {
      return weights.get(kind).entrySet().stream()
          .filter(token -> token.getValue() > 0)
          .limit(most)
          .toList();
    }
  }
}
