package cn.zhitong.ingest.extract;

import cn.zhitong.ingest.policy.FieldSource;
import cn.zhitong.ingest.policy.MetadataFields;
import cn.zhitong.ingest.policy.PolicyMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lays metadata that came with a text over what was recognised in it: the publisher knows better.
 */
final class GivenMetadataMerger {
  private GivenMetadataMerger() {}

  static Extraction merge(ExtractedMetadata found, PolicyMetadata given) {
    if (given == null) {
      return new Extraction(found.metadata(), found.sources(), found.warnings());
    }
    Set<String> fields = MetadataFields.known(given).keySet();
    List<FieldSource> sources = new ArrayList<>(found.sources());
    sources.removeIf(source -> fields.contains(source.field()));
    fields.forEach(field -> sources.add(new FieldSource(field, "given", null, null, null)));
    List<String> warnings = new ArrayList<>(found.warnings());
    warnings.removeIf(
        w ->
            w.contains("发布机构") && given.issuer() != null
                || w.contains("成文日期") && given.issuedOn() != null
                || w.contains("适用地区") && given.region() != null);
    return new Extraction(MetadataFields.laid(given, found.metadata()), sources, warnings);
  }
}
