package cn.zhitong.assistant.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A row of a payment file as it is kept.
 *
 * @param applicationId null where it is none's
 */
record PaymentEntry(
    UUID id,
    UUID batchId,
    String sheet,
    int row,
    String number,
    String creditCode,
    String payee,
    String item,
    long fen,
    LocalDate paidOn,
    String voucher,
    String lot,
    UUID applicationId,
    EntryState state,
    String resolverName,
    Instant resolvedAt,
    String reason) {}
