package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Local accounts: making them, logging in, locking out, changing a password. */
@ApplicationScoped
public class Accounts {
  static final int MIN_PASSWORD = 10;

  /** bcrypt reads no more than 72 bytes; longer ones would be cut silently. */
  static final int MAX_PASSWORD_BYTES = 72;

  /** Of accounts that log in elsewhere; no password hashes to it. */
  private static final String NO_PASSWORD = "-";

  private final AccountStore store;
  private final SecurityConfig config;
  private final Clock clock;
  private final String decoyHash;

  Accounts(AccountStore store, SecurityConfig config, Clock clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
    this.decoyHash = hash(Tokens.password());
  }

  /**
   * A login that holds.
   *
   * @param token the cookie's value; only its digest is stored
   */
  record Login(Account account, String token, Duration validFor) {}

  /**
   * @param department for handlers, else null
   * @return false when the name is taken
   */
  public boolean create(
      String name, String displayName, String password, Set<Role> roles, String department) {
    return store.insert(
        account(name, displayName, hash(password), roles, department, false, null),
        clock.instant());
  }

  /**
   * Makes an account with a password that its owner must change before anything else.
   *
   * @return the password, kept nowhere else; empty when the name is taken
   */
  Optional<String> createWithFirstPassword(
      String name, String displayName, Set<Role> roles, String department) {
    String password = Tokens.password();
    Account account = account(name, displayName, hash(password), roles, department, true, null);
    return store.insert(account, clock.instant()) ? Optional.of(password) : Optional.empty();
  }

  /** A new password in place of a lost one; it unlocks the account and ends its sessions. */
  String resetPassword(Account account) {
    String password = Tokens.password();
    store.changePassword(account.id(), hash(password), true, clock.instant());
    return password;
  }

  private static Account account(
      String name,
      String displayName,
      String hash,
      Set<Role> roles,
      String department,
      boolean changeDue,
      String subject) {
    return new Account(
        null, name, displayName, hash, roles, department, null, null, changeDue, subject);
  }

  boolean any() {
    return store.any();
  }

  /**
   * @throws Problem.Unauthorized for a wrong name or password, which of them is not said
   * @throws Problem.RateLimited while the account is locked
   */
  Login logIn(String name, String password) {
    return open(verified(name, password));
  }

  /**
   * A login that a single sign-on has vouched for. The account is made at the first one and follows
   * the issuer's roles at each.
   *
   * @throws Problem.Forbidden when the account was disabled here, or the name is another's
   */
  Login logInBySubject(
      String subject, String name, String displayName, Set<Role> roles, String department) {
    Account known =
        store
            .bySubject(subject)
            .orElseGet(
                () -> {
                  Account first =
                      account(name, displayName, NO_PASSWORD, roles, department, false, subject);
                  store.insert(first, clock.instant());
                  return store
                      .bySubject(subject)
                      .orElseThrow(
                          () -> new Problem.Forbidden("账号名“" + name + "”已被本地账号使用，请联系管理员。"));
                });
    if (known.disabledAt() != null) {
      throw disabled();
    }
    Account now = known.with(displayName, roles, department, null);
    if (!now.equals(known)) {
      follow(now);
    }
    return open(now);
  }

  private void follow(Account now) {
    try {
      store.change(now, false);
    } catch (AccountStore.NoAdministratorLeft e) {
      // The issuer took the role from the only one who has it: nobody could manage accounts here.
      throw new Problem.Conflict("认证中心撤去了最后一个管理员的角色，请先用其他账号设定管理员。", Map.of());
    }
  }

  private Login open(Account account) {
    Instant now = clock.instant();
    String token = Tokens.random();
    store.openSession(Tokens.digest(token), account.id(), now, now.plus(config.session()));
    return new Login(account, token, config.session());
  }

  private Account verified(String name, String password) {
    Optional<Account> found = store.byName(name);
    if (found.isEmpty()) {
      // As slow as for a name that exists, so that names cannot be told by the time it takes.
      BcryptUtil.matches(password, decoyHash);
      throw wrong();
    }
    Account account = found.get();
    Instant now = clock.instant();
    if (!store.claimAttempt(account.id(), config.lockAfter(), now, now.plus(config.lockFor()))) {
      throw locked(account, now);
    }
    if (account.subject() != null || !BcryptUtil.matches(password, account.passwordHash())) {
      throw wrong();
    }
    if (account.disabledAt() != null) {
      throw disabled();
    }
    store.clearAttempts(account.id());
    return account;
  }

  Optional<Account> bySession(String token) {
    return store.bySession(Tokens.digest(token), clock.instant());
  }

  void logOut(String token) {
    store.closeSession(Tokens.digest(token));
  }

  /** Changes the password; every session of the account ends. */
  void changePassword(String name, String current, String next) {
    if (next.length() < MIN_PASSWORD) {
      throw new Problem.InvalidRequest("新密码至少 " + MIN_PASSWORD + " 个字符，请重新设置。");
    }
    if (next.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MAX_PASSWORD_BYTES) {
      throw new Problem.InvalidRequest("新密码过长，请控制在 72 个字节（约 24 个汉字）以内。");
    }
    if (next.equals(current) || next.contains(name)) {
      throw new Problem.InvalidRequest("新密码不能与原密码相同，也不能包含账号名，请重新设置。");
    }
    Account account = verified(name, current);
    store.changePassword(account.id(), hash(next), false, clock.instant());
  }

  private String hash(String password) {
    return BcryptUtil.bcryptHash(password, config.bcryptCost());
  }

  private static Problem disabled() {
    return new Problem.Forbidden("该账号已停用，请联系管理员。");
  }

  private static Problem wrong() {
    return new Problem.Unauthorized("账号或密码不正确，请核对后重试；连续输错将暂时锁定账号。");
  }

  private Problem locked(Account account, Instant now) {
    Instant until = account.lockedUntil() == null ? now : account.lockedUntil();
    long seconds = Math.max(1, Duration.between(now, until).toSeconds());
    return new Problem.RateLimited(
        "密码连续输错，账号已暂时锁定，请在 " + (seconds / 60 + 1) + " 分钟后重试，或联系管理员。", seconds);
  }
}
