package cn.zhitong.ingest.extract;

import cn.zhitong.ingest.policy.FieldSource;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyMetadataBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Collects fields with their sources while a text is being recognised. */
final class ExtractedMetadata {
  private final PolicyMetadataBuilder builder = PolicyMetadata.builder();
  private final List<FieldSource> sources = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /** Sets a field; an absent one stays empty. */
  <T> void put(String field, Provenance<T> found, BiConsumer<PolicyMetadataBuilder, T> set) {
    if (found != null && found.value() != null) {
      set.accept(builder, found.value());
      sources.add(found.as(field));
    }
  }

  <T> void putAll(
      String field, List<Provenance<T>> found, BiConsumer<PolicyMetadataBuilder, List<T>> set) {
    set.accept(builder, found.stream().map(Provenance::value).toList());
    found.forEach(one -> sources.add(one.as(field)));
  }

  void warn(String warning) {
    warnings.add(warning);
  }

  PolicyMetadata metadata() {
    return builder.build();
  }

  List<FieldSource> sources() {
    return sources;
  }

  List<String> warnings() {
    return warnings;
  }
}
