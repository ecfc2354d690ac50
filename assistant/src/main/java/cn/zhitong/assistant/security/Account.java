package cn.zhitong.assistant.security;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A local account.
 *
 * @param department for handlers: the department whose cases they see; null for the rest
 * @param disabledAt null while it may log in
 * @param passwordChangeDue whether somebody else chose its password
 * @param subject issuer and subject of a single sign-on; null for a local account
 */
public record Account(
    UUID id,
    String name,
    String displayName,
    String passwordHash,
    Set<Role> roles,
    String department,
    Instant disabledAt,
    boolean passwordChangeDue,
    String subject) {
  public Account {
    roles = Set.copyOf(roles);
  }

  Account with(
      String newDisplayName, Set<Role> newRoles, String newDepartment, Instant newDisabledAt) {
    return new Account(
        id,
        name,
        newDisplayName,
        passwordHash,
        newRoles,
        newDepartment,
        newDisabledAt,
        passwordChangeDue,
        subject);
  }

  /** Without the hash: a record's own form would put it into logs. */
  @Override
  public String toString() {
    return "Account[" + name + "]";
  }
}
