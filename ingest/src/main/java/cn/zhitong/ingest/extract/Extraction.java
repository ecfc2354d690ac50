package cn.zhitong.ingest.extract;

import cn.zhitong.ingest.policy.FieldSource;
import cn.zhitong.ingest.policy.PolicyMetadata;
import java.util.List;

/**
 * What was recognised in a text.
 *
 * @param sources where each field was found
 * @param warnings in Chinese, one sentence each
 */
public record Extraction(
    PolicyMetadata metadata, List<FieldSource> sources, List<String> warnings) {
  public Extraction {
    sources = List.copyOf(sources);
    warnings = List.copyOf(warnings);
  }
}
