package cn.zhitong.assistant.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A row of a payment file as it is kept.
 *
 * @param applicationId null where it is none's
 * @param postedAt when the application was told; null where it has not been, or need not be
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
    Instant postedAt,
    String resolverName,
    Instant resolvedAt,
    String reason) {}
