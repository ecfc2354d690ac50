package cn.zhitong.ingest;

import cn.zhitong.ingest.policy.Passage;
import cn.zhitong.ingest.policy.PolicyMetadata;

/** What of a passage the embedding model sees. */
public final class PassageText {
  /** Part of the digest: changing the form embeds every policy anew. */
  static final String FORM = "title-headings-text/1";

  private PassageText() {}

  /** A clause such as 每户补贴5万元 says little without its policy's title and its headings. */
  public static String forEmbedding(PolicyMetadata metadata, Passage passage) {
    return forEmbedding(metadata.title(), passage.headings(), passage.text());
  }

  /**
   * The same of a stored passage.
   *
   * @param title of its policy; null where it has none
   */
  public static String forEmbedding(String title, String headings, String text) {
    StringBuilder seen = new StringBuilder();
    if (title != null) {
      seen.append(title).append('\n');
    }
    if (!headings.isBlank()) {
      seen.append(headings).append('\n');
    }
    return seen.append(text).toString();
  }
}
