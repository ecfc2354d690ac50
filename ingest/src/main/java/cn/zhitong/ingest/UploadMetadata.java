package cn.zhitong.ingest;

import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceText;
import java.util.List;

/** Lays what a publisher gave over what a source says of itself. */
final class UploadMetadata {
  private UploadMetadata() {}

  static SourceText lay(PolicyMetadata given, SourceText text) {
    return text.withGiven(over(text.given(), given));
  }

  private static PolicyMetadata over(PolicyMetadata below, PolicyMetadata above) {
    return new PolicyMetadata(
        pick(above.title(), below.title()),
        pick(above.displayTitle(), below.displayTitle()),
        pick(above.documentNumber(), below.documentNumber()),
        pick(above.indexNumber(), below.indexNumber()),
        pick(above.issuer(), below.issuer()),
        pick(above.level(), below.level()),
        pick(above.region(), below.region()),
        pick(above.kind(), below.kind()),
        pick(above.issuedOn(), below.issuedOn()),
        pick(above.generatedOn(), below.generatedOn()),
        pick(above.publishedOn(), below.publishedOn()),
        pick(above.effectiveFrom(), below.effectiveFrom()),
        pick(above.effectiveTo(), below.effectiveTo()),
        pick(above.status(), below.status()),
        pickList(above.themes(), below.themes()),
        pickList(above.industries(), below.industries()),
        pick(above.attachedTitle(), below.attachedTitle()),
        pick(above.replyClass(), below.replyClass()),
        pick(above.about(), below.about()),
        pickList(above.supersedes(), below.supersedes()),
        pick(above.explains(), below.explains()),
        pick(above.sourceUrl(), below.sourceUrl()));
  }

  private static <T> T pick(T above, T below) {
    return above != null ? above : below;
  }

  private static <T> List<T> pickList(List<T> above, List<T> below) {
    return above.isEmpty() ? below : above;
  }
}
