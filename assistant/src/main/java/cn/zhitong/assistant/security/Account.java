package cn.zhitong.assistant.security;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A local account.
 *
 * @param department for handlers: the department whose cases they see; null for the rest
 * @param lockedUntil null or past when it is open
 */
public record Account(
    UUID id,
    String name,
    String displayName,
    String passwordHash,
    Set<Role> roles,
    String department,
    Instant lockedUntil) {
  public Account {
    roles = Set.copyOf(roles);
  }

  /** Without the hash: a record's own form would put it into logs. */
  @Override
  public String toString() {
    return "Account[" + name + "]";
  }
}
