package cn.zhitong.assistant.payment;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import of payments came to. */
@Schema(description = "导入的结果；试算和重复导入时什么也没有改变")
record PaymentOutcome(
    @Schema(description = "批次；试算时为 null") UUID batchId,
    boolean dryRun,
    @Schema(description = "true：这份清单以前导入过，返回的是当时的结果") boolean unchanged,
    @Schema(description = "文件中的行，包括未读的") int rows,
    @Schema(description = "已登记到申报的行") int matched,
    List<RowFinding> findings,
    List<UnreadRow> unread,
    List<String> notes,
    String message) {

  /** A row that is in no list of entries. */
  record UnreadRow(
      String sheet,
      int row,
      @Schema(description = "amount 或 unknown，同时列在 findings；合计行、列名等不是拨付的为 null") String kind,
      String why) {
    static UnreadRow of(PaymentFile.UnreadRow one) {
      return new UnreadRow(
          one.sheet(), one.row(), one.kind() == null ? null : one.kind().code(), one.why());
    }
  }

  /** What is wrong; {@code row} and {@code sheet} are null for an application that no row pays. */
  record RowFinding(
      String kind,
      String kindLabel,
      String sheet,
      Integer row,
      UUID applicationId,
      String number,
      String message,
      @Schema(description = "true：这一行没有登记，等待核实") boolean held) {}

  PaymentOutcome again() {
    return new PaymentOutcome(
        batchId,
        false,
        true,
        rows,
        matched,
        findings,
        unread,
        notes,
        "这份清单此前已导入，没有改变任何记录；以下是当时的结果。");
  }
}
