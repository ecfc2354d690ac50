package cn.zhitong.assistant.security;

import cn.zhitong.assistant.runtime.FirstPasswords;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one account of each staff role when there is none yet, with random passwords. The launcher
 * prints {@link #passwordsOnce()} after the service has started; they are kept nowhere else.
 */
@ApplicationScoped
public class FirstStart implements FirstPasswords {
  private static final List<Role> FIRST =
      List.of(Role.PUBLISHER, Role.AGENT, Role.SUPERVISOR, Role.ADMINISTRATOR);

  private final Accounts accounts;
  private final Map<String, String> passwords = new LinkedHashMap<>();

  FirstStart(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * Account names and passwords made by this start, in a fixed order; empty when the accounts stood
   * already, and at every further call.
   */
  @Override
  public synchronized Map<String, String> passwordsOnce() {
    Map<String, String> once = new LinkedHashMap<>(passwords);
    passwords.clear();
    return once;
  }

  synchronized void onStart(@Observes StartupEvent event) {
    if (accounts.any()) {
      return;
    }
    for (Role role : FIRST) {
      String name = role == Role.ADMINISTRATOR ? "admin" : role.code();
      // Empty when another node starting at the same moment was faster: its password counts.
      accounts
          .createWithFirstPassword(name, role.label(), Set.of(role), null)
          .ifPresent(password -> passwords.put(name, password));
    }
  }
}
