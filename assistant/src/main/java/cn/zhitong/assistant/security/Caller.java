package cn.zhitong.assistant.security;

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
  static final String SYSTEM = "system";

  public static Caller of(SecurityIdentity identity) {
    if (identity.isAnonymous()) {
      return new Caller("visitor", "访客", null, Set.of());
    }
    return new Caller(
        identity.getPrincipal().getName(),
        identity.getAttribute(DISPLAY_NAME),
        identity.getAttribute(DEPARTMENT),
        Set.copyOf(identity.getRoles()));
  }

  public boolean has(Role role) {
    return roles.contains(role.code());
  }

  /** Whether it is anyone who works here, besides handlers, who see one department only. */
  public boolean handlesAppeals() {
    return has(Role.AGENT);
  }
}
