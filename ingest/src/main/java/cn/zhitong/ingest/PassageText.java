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
    StringBuilder text = new StringBuilder();
    if (metadata.title() != null) {
      text.append(metadata.title()).append('\n');
    }
    if (!passage.headings().isBlank()) {
      text.append(passage.headings()).append('\n');
    }
    return text.append(passage.text()).toString();
  }
}
