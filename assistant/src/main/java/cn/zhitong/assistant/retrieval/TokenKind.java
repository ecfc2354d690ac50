package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.text.Words;
import java.util.List;
import java.util.function.Function;

/**
 * A kind of token: how a text is cut and what it counts. Weights by cross-validation on ncp and
 * stard (docs/experiments/retrieval.md).
 */
enum TokenKind {
  WORDS("w", Words::words, 1),
  PAIRS("b", Words::bigrams, 1),
  SINGLES("c", Words::singles, 1),
  SKIPS("s", Words::skips, .5f),
  TRIGRAMS("t", Words::trigrams, .5f);

  private final String code;
  private final Function<String, List<String>> cut;
  private final float weight;

  TokenKind(String code, Function<String, List<String>> cut, float weight) {
    this.code = code;
    this.cut = cut;
    this.weight = weight;
  }

  String code() {
    return code;
  }

  List<String> cut(String text) {
    return cut.apply(text);
  }

  float weight() {
    return weight;
  }
}
