package cn.zhitong.assistant.citation;

import java.util.List;

/**
 * A sentence with what it rests on.
 *
 * @param text one sentence, without markers
 * @param citations at least one
 */
public record CitedSentence(String text, List<Citation> citations) {
  public CitedSentence {
    citations = List.copyOf(citations);
    if (text.isBlank()) {
      throw new IllegalArgumentException("a sentence needs a text");
    }
    if (citations.isEmpty()) {
      throw new IllegalArgumentException("a sentence needs a citation: " + text);
    }
  }
}
