package cn.zhitong.assistant.security;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A key for a system. The key itself is shown once, when it is made.
 *
 * @param hint its first characters, to tell keys apart
 * @param perMinute requests a minute, over all nodes
 * @param expiresAt null when it never does
 * @param lastUsedAt to the minute; null before its first use
 */
record ApiKey(
    UUID id,
    String name,
    String hint,
    Set<KeyScope> scopes,
    int perMinute,
    String createdBy,
    Instant createdAt,
    Instant expiresAt,
    Instant revokedAt,
    Instant lastUsedAt) {
  ApiKey {
    scopes = Set.copyOf(scopes);
  }

  boolean holds(Instant now) {
    return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
  }
}
