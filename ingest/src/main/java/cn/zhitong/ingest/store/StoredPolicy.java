package cn.zhitong.ingest.store;

import cn.zhitong.ingest.policy.FieldSource;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.time.LocalDate;
import java.util.List;

/**
 * A policy as stored.
 *
 * @param text the stored text; offsets everywhere are UTF-16 chars into it
 * @param sources where each recognised field was found
 * @param warnings what a publisher should look at, in Chinese
 */
public record StoredPolicy(
    LibraryEntry entry, String text, List<FieldSource> sources, List<String> warnings) {
  public StoredPolicy {
    sources = List.copyOf(sources);
    warnings = List.copyOf(warnings);
  }

  public PolicyId id() {
    return entry.id();
  }

  public PolicyMetadata metadata() {
    return entry.metadata();
  }

  public Validity validity() {
    return entry.validity();
  }

  public PolicyStatus statusOn(LocalDate day) {
    return entry.statusOn(day);
  }
}
