package cn.zhitong.assistant.question;

import cn.zhitong.assistant.retrieval.Hit;

/**
 * Sentences of a passage in a row that are quoted together.
 *
 * @param from offset in the passage's text
 * @param to exclusive end offset in the passage's text
 */
record QuoteSpan(Hit hit, int from, int to, double score) {
  String text() {
    return hit.text().substring(from, to);
  }

  int length() {
    return to - from;
  }
}
