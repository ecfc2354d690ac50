package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an administrator does with accounts. */
@ApplicationScoped
class AccountAdministration {
  private final AccountStore store;
  private final Accounts accounts;
  private final DepartmentDirectory departments;
  private final Clock clock;
  private final AccountHistoryStore history;

  AccountAdministration(
      AccountStore store,
      Accounts accounts,
      DepartmentDirectory departments,
      Clock clock,
      AccountHistoryStore history) {
    this.history = history;
    this.departments = departments;
    this.store = store;
    this.accounts = accounts;
    this.clock = clock;
  }

  List<AccountResource.AccountBody> all() {
    List<Account> all = store.all();
    Set<String> locked = accounts.lockedAmong(all);
    return all.stream().map(account -> body(account, locked)).toList();
  }

  /** The first password. */
  String create(AccountResource.NewAccount wanted, String actor) {
    if (AccountNames.reserved(wanted.name())) {
      throw new Problem.InvalidRequest("账号名“" + wanted.name() + "”由系统使用，请换一个。");
    }
    Set<Role> roles = roles(wanted.roles());
    String department = department(roles, wanted.department());
    String password =
        accounts
            .createWithFirstPassword(wanted.name(), wanted.displayName().strip(), roles, department)
            .orElseThrow(
                () -> new Problem.Conflict("账号名“" + wanted.name() + "”已被使用，请换一个。", Map.of()));
    record(actor, wanted.name(), "create", null, find(wanted.name()));
    return password;
  }

  AccountResource.AccountBody change(
      String name, AccountResource.AccountChange change, String actor) {
    Account account = find(name);
    if (account.subject() != null) {
      throw new Problem.Conflict("该账号的角色和部门来自统一身份认证，请在认证中心修改；需要禁止登录时请停用。", Map.of());
    }
    Set<Role> roles = change.roles() == null ? account.roles() : roles(change.roles());
    String wanted = change.department() == null ? account.department() : change.department();
    String display =
        change.displayName() == null || change.displayName().isBlank()
            ? account.displayName()
            : change.displayName().strip();
    Account after = account.with(display, roles, department(roles, wanted), account.disabledAt());
    return changed(account, after, "change", actor);
  }

  AccountResource.AccountBody disable(String name, boolean disabled, String actor) {
    Account account = find(name);
    Instant since = account.disabledAt() == null ? clock.instant() : account.disabledAt();
    Account after =
        account.with(
            account.displayName(), account.roles(), account.department(), disabled ? since : null);
    return changed(account, after, disabled ? "suspend" : "resume", actor);
  }

  /** Lets its owner try again at once, from everywhere. */
  AccountResource.AccountBody unlock(String name, String actor) {
    Account account = find(name);
    accounts.unlock(account);
    record(actor, name, "unlock", null, null);
    return body(account);
  }

  private void record(String actor, String name, String what, Account before, Account after) {
    history.add(
        new AccountHistoryStore.Entry(
            clock.instant(), actor, name, what, line(before), line(after)));
  }

  /** What decides what the account may do. */
  private static String line(Account account) {
    if (account == null) {
      return null;
    }
    String roles =
        account.roles().stream().map(Role::label).sorted().collect(Collectors.joining("、"));
    return account.displayName()
        + "；"
        + roles
        + (account.department() == null ? "" : "；" + account.department())
        + (account.disabledAt() == null ? "" : "；已停用");
  }

  String reset(String name, String actor) {
    Account account = find(name);
    if (account.subject() != null) {
      throw new Problem.Conflict("该账号由统一身份认证登录，没有本地密码，请在认证中心重置。", Map.of());
    }
    String password = accounts.resetPassword(account);
    record(actor, name, "reset", null, null);
    return password;
  }

  private AccountResource.AccountBody changed(
      Account before, Account after, String what, String actor) {
    try {
      store.change(after, true);
    } catch (AccountStore.NoAdministratorLeft e) {
      throw new Problem.Conflict("这是最后一个可用的管理员，请先建立另一个管理员账号。", Map.of());
    }
    Account stored = find(after.name());
    record(actor, stored.name(), what, before, stored);
    return body(stored);
  }

  private Account find(String name) {
    return store.byName(name).orElseThrow(() -> new Problem.NotFound("没有账号“" + name + "”，请核对账号名。"));
  }

  private AccountResource.AccountBody body(Account account) {
    return body(account, accounts.lockedAmong(List.of(account)));
  }

  private static AccountResource.AccountBody body(Account account, Set<String> locked) {
    return new AccountResource.AccountBody(
        account.name(),
        account.displayName(),
        account.roles().stream().map(Role::code).sorted().toList(),
        account.department(),
        account.disabledAt() != null,
        locked.contains(account.name()),
        account.passwordChangeDue(),
        account.subject() != null);
  }

  private static Set<Role> roles(List<String> codes) {
    if (codes.isEmpty()) {
      throw new Problem.InvalidRequest("roles（角色）不能为空。");
    }
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    for (String code : codes) {
      roles.add(
          Role.find(code)
              .orElseThrow(
                  () ->
                      new Problem.InvalidRequest(
                          "没有“"
                              + code
                              + "”这种角色，可用："
                              + Arrays.stream(Role.values())
                                  .map(Role::code)
                                  .collect(Collectors.joining("、"))
                              + "。")));
    }
    return roles;
  }

  /** One of the catalogue's, by its name of today: in any other nobody would see a case. */
  private String department(Set<Role> roles, String department) {
    if (!roles.contains(Role.HANDLER)) {
      return null;
    }
    if (department == null || department.isBlank()) {
      throw new Problem.InvalidRequest("承办人须有 department（所在部门的名称或编号）。");
    }
    return departments
        .today(department.strip())
        .orElseThrow(
            () ->
                new Problem.InvalidRequest(
                    "“" + department.strip() + "”不在部门目录中，请按目录中的名称或编号填写，或先在部门目录中增加。"));
  }
}
