package cn.zhitong.common.embedding;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import cn.zhitong.common.text.Words;
import java.util.HashMap;
import java.util.Map;

/** Brings the states of tokens to the characters that the tokens stand for. */
final class TokenHiddenStates {
  private TokenHiddenStates() {}

  /**
   * @param spans of the tokens, in Unicode characters of the text; null for what is not in it. The
   *     tokenizer may count more of them than there are where the text is not well-formed.
   * @param states of the same tokens, or none
   * @return for each character that any token has, the mean of its tokens' states
   */
  static Map<Character, float[]> of(String text, CharSpan[] spans, float[][] states) {
    String folded = Words.fold(text);
    int length = folded.codePointCount(0, folded.length());
    Map<Character, float[]> sums = new HashMap<>();
    Map<Character, Integer> counts = new HashMap<>();
    for (int t = 0; t < states.length; t++) {
      if (spans[t] == null || spans[t].getEnd() > length) {
        continue;
      }
      int from = folded.offsetByCodePoints(0, spans[t].getStart());
      int to = folded.offsetByCodePoints(0, spans[t].getEnd());
      for (int i = from; i < to; i++) {
        char character = folded.charAt(i);
        Vectors.add(sums.computeIfAbsent(character, c -> new float[states[0].length]), states[t]);
        counts.merge(character, 1, Integer::sum);
      }
    }
    sums.forEach((c, sum) -> Vectors.scale(sum, 1f / counts.get(c)));
    return sums;
  }
}
