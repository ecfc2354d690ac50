package cn.zhitong.common.embedding;

/**
 * What the reader is shown of a passage.
 *
 * @param title of the policy; empty where it has none
 * @param headings of the clauses around it, joined by spaces; empty for none
 * @param text verbatim
 */
public record ReaderPassage(String title, String headings, String text) {
  public ReaderPassage {
    title = title == null ? "" : title;
    headings = headings == null ? "" : headings;
  }

  /** A text without a policy around it. */
  public static ReaderPassage of(String text) {
    return new ReaderPassage("", "", text);
  }
}
