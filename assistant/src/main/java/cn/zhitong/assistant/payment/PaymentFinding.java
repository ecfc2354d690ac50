package cn.zhitong.assistant.payment;

import java.util.UUID;

/**
 * What is wrong with an entry, or with an application that no entry pays.
 *
 * @param entryId null for the latter
 */
record PaymentFinding(UUID entryId, FindingKind kind, UUID applicationId, String message) {}
