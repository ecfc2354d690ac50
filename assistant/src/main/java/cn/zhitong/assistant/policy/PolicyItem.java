package cn.zhitong.assistant.policy;

import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyStatus;
import cn.zhitong.ingest.store.LibraryEntry;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A policy in a list. */
@Schema(name = "PolicyItem")
record PolicyItem(
    PolicyId policyId,
    String externalId,
    String source,
    @Schema(description = "页面显示的标题，不为 null") String title,
    String documentNumber,
    String issuer,
    String level,
    String region,
    String kind,
    String kindLabel,
    LocalDate issuedOn,
    LocalDate publishedOn,
    @Schema(description = "今日效力：in_force、expired、repealed、amended") String status,
    String statusLabel,
    @Schema(description = "开始施行之日") LocalDate startsOn,
    @Schema(description = "不再有效的第一日") LocalDate endedOn,
    List<String> themes,
    List<String> industries,
    @Schema(description = "正文相同、折叠在此的其他文件数") int duplicates,
    @Schema(description = "页面地址，相对本站") String url) {

  static PolicyItem of(LibraryEntry entry, LocalDate today) {
    PolicyMetadata m = entry.metadata();
    PolicyStatus status = entry.statusOn(today);
    return new PolicyItem(
        entry.id(),
        entry.externalId(),
        entry.source(),
        entry.displayTitle(),
        m.documentNumber(),
        m.issuer(),
        m.level() == null ? null : m.level().code(),
        m.region(),
        m.kind().code(),
        m.kind().label(),
        m.issuedOn(),
        m.publishedOn(),
        status.code(),
        status.label(),
        entry.validity().startsOn(),
        entry.validity().endedOn(),
        m.themes(),
        m.industries(),
        entry.duplicates(),
        "/policies/" + entry.id());
  }
}
