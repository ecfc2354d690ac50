package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.runtime.Infrastructure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row of a payment list, or an application that none pays, as the API shows it. */
@Schema(description = "一行拨付；unpaid 的没有 entryId 和行号，amount 为尚欠的金额")
record EntryBody(
    UUID entryId,
    UUID batchId,
    String fileName,
    OffsetDateTime importedAt,
    String sheet,
    Integer row,
    String number,
    String creditCode,
    String payee,
    String item,
    @Schema(description = "元") BigDecimal amount,
    LocalDate paidOn,
    String voucher,
    String lot,
    String state,
    String stateLabel,
    UUID applicationId,
    String applicationNumber,
    UUID itemId,
    String itemTitle,
    String enterprise,
    List<PaymentListStore.Remark> findings,
    String resolvedBy,
    OffsetDateTime resolvedAt,
    String reason) {
  static EntryBody of(PaymentListStore.Listed one) {
    PaymentEntry entry = one.entry();
    return new EntryBody(
        entry.id(),
        entry.batchId(),
        one.fileName(),
        time(one.importedAt()),
        entry.sheet(),
        entry.row(),
        entry.number(),
        entry.creditCode(),
        entry.payee(),
        entry.item(),
        BigDecimal.valueOf(entry.fen(), 2),
        entry.paidOn(),
        entry.voucher(),
        entry.lot(),
        entry.state().code(),
        entry.state().label(),
        entry.applicationId(),
        one.applicationNumber(),
        one.itemId(),
        one.itemTitle(),
        one.enterprise(),
        one.findings(),
        entry.resolverName(),
        time(entry.resolvedAt()),
        entry.reason());
  }

  static EntryBody of(PaymentListStore.Unpaid one) {
    FindingKind kind = FindingKind.UNPAID;
    return new EntryBody(
        null,
        one.batchId(),
        one.fileName(),
        time(one.importedAt()),
        null,
        null,
        null,
        one.creditCode(),
        null,
        null,
        BigDecimal.valueOf(one.leftFen(), 2),
        null,
        null,
        null,
        null,
        null,
        one.applicationId(),
        one.number(),
        one.itemId(),
        one.itemTitle(),
        one.enterprise(),
        List.of(new PaymentListStore.Remark(kind.code(), kind.label(), one.message())),
        null,
        null,
        null);
  }

  static OffsetDateTime time(Instant at) {
    return at == null ? null : at.atZone(Infrastructure.ZONE).toOffsetDateTime();
  }
}
