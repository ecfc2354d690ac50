package cn.zhitong.ingest;

import cn.zhitong.ingest.policy.MetadataFields;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceText;

/** Lays what a publisher gave over what a source says of itself. */
final class UploadMetadata {
  private UploadMetadata() {}

  static SourceText lay(PolicyMetadata given, SourceText text) {
    return text.withGiven(MetadataFields.laid(given, text.given()));
  }
}
