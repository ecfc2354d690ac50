package cn.zhitong.assistant.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Set;

/**
 * Who a request comes from, as features need it.
 *
 * @param name account name, {@code system} for the bearer token, {@code visitor} for nobody
 * @param displayName for people to read
 * @param department a handler's department, else null
 * @param roles effective role codes, empty for a visitor
 */
public record Caller(String name, String displayName, String department, Set<String> roles) {
  static final String DISPLAY_NAME = "displayName";
  static final String DEPARTMENT = "department";
  private static final Caller VISITOR = new Caller("visitor", "访客", null, Set.of());
  static final String PASSWORD_CHANGE_DUE = "passwordChangeDue";

  public static Caller of(SecurityIdentity identity) {
    if (identity.isAnonymous()) {
      return VISITOR;
    }
    return new Caller(
        identity.getPrincipal().getName(),
        identity.getAttribute(DISPLAY_NAME),
        identity.getAttribute(DEPARTMENT),
        Set.copyOf(identity.getRoles()));
  }

  /** The same where anyone is welcome: a token or cookie that does not hold makes a visitor. */
  public static Caller orVisitor(SecurityIdentity identity) {
    try {
      return of(identity);
    } catch (AuthenticationFailedException e) {
      return VISITOR;
    }
  }

  /** Its name for people to read: the account's where it has no other. */
  public String shownName() {
    return displayName == null ? name : displayName;
  }

  public boolean has(Role role) {
    return roles.contains(role.code());
  }

  /** Whether it is the program itself, or whoever holds the administrator's token. */
  public boolean isProgram() {
    return name.equals("system");
  }

  /** Whether it is staff of any kind: neither a visitor nor an enterprise. */
  public boolean worksHere() {
    return roles.stream().anyMatch(role -> !role.equals(Role.ENTERPRISE_CODE));
  }

  /** Whether it is anyone who works here, besides handlers, who see one department only. */
  public boolean handlesAppeals() {
    return has(Role.AGENT);
  }
}
