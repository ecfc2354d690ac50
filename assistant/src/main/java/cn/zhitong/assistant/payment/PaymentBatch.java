package cn.zhitong.assistant.payment;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of payments that was imported.
 *
 * @param digest SHA-256 of what its rows say, whatever the file's form
 * @param department of who imported it; null for supervisors
 */
record PaymentBatch(
    UUID id,
    String digest,
    String fileName,
    String department,
    int rows,
    int matched,
    String importedBy,
    String importerName,
    Instant importedAt) {}
