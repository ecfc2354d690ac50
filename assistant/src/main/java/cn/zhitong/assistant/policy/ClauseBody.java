package cn.zhitong.assistant.policy;

import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.Responsibility;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clause of a policy's outline. */
@Schema(name = "Clause")
record ClauseBody(
    @Schema(description = "条款路径；没有条款的文本为 null", examples = "二、(三)") String path,
    String heading,
    @Schema(description = "原文，与全文 start 到 end 一致，含下级条款") String text,
    int start,
    int end,
    @Schema(description = "层级，最外层为 0") int depth,
    List<Duty> responsibilities) {

  /** A department's duty under the clause. */
  @Schema(name = "ClauseResponsibility")
  record Duty(
      @Schema(examples = "省工信厅") String department,
      @Schema(description = "lead 牵头、support 配合、responsible 责任单位") String role) {
    static Duty of(Responsibility r) {
      return new Duty(r.department(), r.role().code());
    }
  }

  static ClauseBody of(Clause clause, String policyText) {
    return new ClauseBody(
        clause.path(),
        clause.heading(),
        policyText.substring(clause.start(), clause.end()),
        clause.start(),
        clause.end(),
        clause.depth(),
        clause.responsibilities().stream().map(Duty::of).toList());
  }
}
