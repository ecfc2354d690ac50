package cn.zhitong.training.data;

import cn.zhitong.common.embedding.ReaderPassage;

/**
 * A passage of a policy.
 *
 * @param doc the policy's externalId
 * @param start in the stored text, in UTF-16 chars
 */
public record LibraryPassage(
    String doc, String title, String headings, int start, int end, String text) {
  public ReaderPassage shown() {
    return new ReaderPassage(title, headings, text);
  }

  /** What the embedding model sees of it, in the form that the service stores vectors for. */
  public String embedded() {
    return (title.isEmpty() ? "" : title + "\n")
        + (headings.isBlank() ? "" : headings + "\n")
        + text;
  }
}
