package cn.zhitong.assistant.policy;

import cn.zhitong.ingest.IngestOutcome;
import cn.zhitong.ingest.policy.FieldSource;
import cn.zhitong.ingest.policy.ParsedPolicy;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.store.RelatedPolicy;
import cn.zhitong.ingest.store.StoredPolicy;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a published policy, or would become of it. */
@Schema(name = "PublishedPolicy")
record PublishedBody(
    @Schema(description = "预览时为 null") PolicyId policyId,
    String externalId,
    @Schema(description = "created、updated、unchanged；预览时为 preview") String result,
    MetadataBody metadata,
    @Schema(description = "条款数") int clauses,
    @Schema(description = "检索片段数") int passages,
    @Schema(description = "请核对的事项") List<String> warnings,
    @Schema(description = "各字段的来源") List<FieldSource> sources,
    @Schema(description = "预览时的条款，否则为 null") List<ClauseBody> outline,
    @Schema(description = "文号和标题相同、以别的文件名收录的政策；version 正文不同，duplicate 正文相同")
        List<PolicyBody.Related> same) {

  static PublishedBody of(
      IngestOutcome outcome,
      StoredPolicy policy,
      int clauses,
      int passages,
      List<RelatedPolicy> same) {
    List<String> warnings = new ArrayList<>(policy.warnings());
    if (outcome.reason() != null) {
      warnings.add(outcome.reason());
    }
    return new PublishedBody(
        policy.id(),
        outcome.externalId(),
        outcome.result().code(),
        MetadataBody.of(policy.metadata()),
        clauses,
        passages,
        warnings,
        policy.sources(),
        null,
        same.stream().map(PolicyBody.Related::of).toList());
  }

  static PublishedBody preview(String externalId, ParsedPolicy policy, List<RelatedPolicy> same) {
    return new PublishedBody(
        null,
        externalId,
        "preview",
        MetadataBody.of(policy.metadata()),
        policy.clauses().size(),
        policy.passages().size(),
        policy.warnings(),
        policy.sources(),
        policy.clauses().stream().map(c -> ClauseBody.of(c, policy.text())).toList(),
        same.stream().map(PolicyBody.Related::of).toList());
  }
}
