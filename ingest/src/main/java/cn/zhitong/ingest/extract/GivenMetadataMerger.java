package cn.zhitong.ingest.extract;

import cn.zhitong.ingest.policy.FieldSource;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyMetadataBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Lays metadata that came with a text over what was recognised in it: the publisher knows better.
 */
final class GivenMetadataMerger {
  private final PolicyMetadataBuilder builder;
  private final List<FieldSource> sources;

  private GivenMetadataMerger(ExtractedMetadata found) {
    this.builder = found.metadata().toBuilder();
    this.sources = new ArrayList<>(found.sources());
  }

  static Extraction merge(ExtractedMetadata found, PolicyMetadata given) {
    if (given == null) {
      return new Extraction(found.metadata(), found.sources(), found.warnings());
    }
    GivenMetadataMerger merged = new GivenMetadataMerger(found);
    merged.put("title", given.title(), PolicyMetadataBuilder::title);
    merged.put("displayTitle", given.displayTitle(), PolicyMetadataBuilder::displayTitle);
    merged.put("documentNumber", given.documentNumber(), PolicyMetadataBuilder::documentNumber);
    merged.put("indexNumber", given.indexNumber(), PolicyMetadataBuilder::indexNumber);
    merged.put("issuer", given.issuer(), PolicyMetadataBuilder::issuer);
    merged.put("level", given.level(), PolicyMetadataBuilder::level);
    merged.put("region", given.region(), PolicyMetadataBuilder::region);
    merged.put("kind", given.kind(), PolicyMetadataBuilder::kind);
    merged.put("issuedOn", given.issuedOn(), PolicyMetadataBuilder::issuedOn);
    merged.put("generatedOn", given.generatedOn(), PolicyMetadataBuilder::generatedOn);
    merged.put("publishedOn", given.publishedOn(), PolicyMetadataBuilder::publishedOn);
    merged.put("effectiveFrom", given.effectiveFrom(), PolicyMetadataBuilder::effectiveFrom);
    merged.put("effectiveTo", given.effectiveTo(), PolicyMetadataBuilder::effectiveTo);
    merged.put("status", given.status(), PolicyMetadataBuilder::status);
    merged.put("themes", list(given.themes()), PolicyMetadataBuilder::themes);
    merged.put("industries", list(given.industries()), PolicyMetadataBuilder::industries);
    merged.put("attachedTitle", given.attachedTitle(), PolicyMetadataBuilder::attachedTitle);
    merged.put("replyClass", given.replyClass(), PolicyMetadataBuilder::replyClass);
    merged.put("about", given.about(), PolicyMetadataBuilder::about);
    merged.put("supersedes", list(given.supersedes()), PolicyMetadataBuilder::supersedes);
    merged.put("explains", given.explains(), PolicyMetadataBuilder::explains);
    merged.put("sourceUrl", given.sourceUrl(), PolicyMetadataBuilder::sourceUrl);
    List<String> warnings = new ArrayList<>(found.warnings());
    warnings.removeIf(
        w ->
            w.contains("发布机构") && given.issuer() != null
                || w.contains("成文日期") && given.issuedOn() != null
                || w.contains("适用地区") && given.region() != null);
    return new Extraction(merged.builder.build(), merged.sources, warnings);
  }

  private static <T> List<T> list(List<T> given) {
    return given.isEmpty() ? null : given;
  }

  private <T> void put(String field, T value, BiConsumer<PolicyMetadataBuilder, T> set) {
    if (value == null) {
      return;
    }
    set.accept(builder, value);
    sources.removeIf(s -> s.field().equals(field));
    sources.add(new FieldSource(field, "given", null, null, null));
  }
}
