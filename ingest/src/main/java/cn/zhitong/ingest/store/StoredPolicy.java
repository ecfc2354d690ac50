package cn.zhitong.ingest.store;

import cn.zhitong.ingest.policy.FieldSource;
import cn.zhitong.ingest.policy.OcrSpan;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyStatus;
import cn.zhitong.ingest.policy.SourcePage;
import java.time.LocalDate;
import java.util.List;

/**
 * A policy as stored.
 *
 * @param text the stored text; offsets everywhere are UTF-16 chars into it
 * @param sources where each recognised field was found
 * @param warnings what a publisher should look at, in Chinese
 * @param pages how each page of the source was read; empty where it has none
 * @param ocr stretches of the text that were read from pictures
 */
public record StoredPolicy(
    LibraryEntry entry,
    String text,
    List<FieldSource> sources,
    List<String> warnings,
    List<SourcePage> pages,
    List<OcrSpan> ocr) {
  public StoredPolicy {
    sources = List.copyOf(sources);
    warnings = List.copyOf(warnings);
    pages = List.copyOf(pages);
    ocr = List.copyOf(ocr);
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
