package cn.zhitong.assistant.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who works here, as colleagues may know it: for assigning, mentioning and telling people. */
@ApplicationScoped
public class StaffDirectory {
  private final AccountStore store;

  StaffDirectory(AccountStore store) {
    this.store = store;
  }

  /**
   * Somebody who may log in.
   *
   * @param department of a handler, else null
   * @param roles effective codes
   */
  public record Member(String account, String name, String department, Set<String> roles) {
    public boolean has(Role role) {
      return roles.contains(role.code());
    }

    public boolean handles(String departmentName, String departmentId) {
      return has(Role.HANDLER)
          && department != null
          && (department.equals(departmentName) || department.equals(departmentId));
    }
  }

  /** All who may log in, but enterprises. */
  public List<Member> members() {
    return store.all().stream().filter(StaffDirectory::works).map(StaffDirectory::member).toList();
  }

  public Optional<Member> member(String account) {
    return store.byName(account).filter(StaffDirectory::works).map(StaffDirectory::member);
  }

  /** Accounts of the supervising office; administrators may the same, but it is not their work. */
  public List<String> supervisors() {
    return members().stream()
        .filter(member -> member.has(Role.SUPERVISOR) && !member.has(Role.ADMINISTRATOR))
        .map(Member::account)
        .toList();
  }

  private static boolean works(Account account) {
    return account.disabledAt() == null
        && account.roles().stream().anyMatch(role -> role != Role.ENTERPRISE);
  }

  private static Member member(Account account) {
    return new Member(
        account.name(),
        account.displayName(),
        account.department(),
        Role.effective(account.roles()));
  }
}
