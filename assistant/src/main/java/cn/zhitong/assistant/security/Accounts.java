package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
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
    store.clearAttempts(nameDigest(account.name()));
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
    return new Account(null, name, displayName, hash, roles, department, null, changeDue, subject);
  }

  boolean any() {
    return store.any();
  }

  /**
   * @param network where the try comes from: only from there it is locked out
   * @throws Problem.Unauthorized for a wrong name or password, which of them is not said
   * @throws Problem.RateLimited while the name is locked for the network, whether it exists or not
   */
  Login logIn(String name, String password, String network) {
    return open(verified(name, password, network));
  }

  /**
   * The account that an issuer's bearer token speaks for; made when it first comes.
   *
   * @throws Problem.Forbidden when it was disabled here, or the name is another's or reserved
   */
  Account bySubject(
      String subject, String name, String displayName, Set<Role> roles, String department) {
    Account known = knownBySubject(subject, name, displayName, roles, department);
    if (known.disabledAt() != null) {
      throw disabled();
    }
    return known;
  }

  private Account knownBySubject(
      String subject, String name, String displayName, Set<Role> roles, String department) {
    return store
        .bySubject(subject)
        .orElseGet(
            () -> {
              if (AccountNames.reserved(name) || !AccountNames.valid(name)) {
                throw new Problem.Forbidden("账号名“" + name + "”为系统保留或不合规，请联系管理员。");
              }
              Account first =
                  account(name, displayName, NO_PASSWORD, roles, department, false, subject);
              store.insert(first, clock.instant());
              return store
                  .bySubject(subject)
                  .orElseThrow(() -> new Problem.Forbidden("账号名“" + name + "”已被本地账号使用，请联系管理员。"));
            });
  }

  /**
   * A login that a single sign-on has vouched for. The account is made at the first one and follows
   * the issuer's roles at each.
   *
   * @throws Problem.Forbidden when the account was disabled here, or the name is another's
   */
  Login logInBySubject(
      String subject, String name, String displayName, Set<Role> roles, String department) {
    Account known = knownBySubject(subject, name, displayName, roles, department);
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
    store.openSession(
        Tokens.digest(token),
        account.id(),
        now,
        now.plus(config.session()),
        now.minus(config.sessionIdle()));
    return new Login(account, token, config.session());
  }

  private Account verified(String name, String password, String network) {
    byte[] digest = nameDigest(name);
    Instant now = clock.instant();
    if (!store.claimAttempt(digest, network, config.lockAfter(), now, now.plus(config.lockFor()))) {
      throw locked(digest, network, now);
    }
    Optional<Account> found = store.byName(name);
    // As slow for every name, so that names and single sign-ons cannot be told by the time it
    // takes.
    boolean local = found.filter(account -> account.subject() == null).isPresent();
    boolean right =
        BcryptUtil.matches(password, local ? found.get().passwordHash() : decoyHash) && local;
    if (!right) {
      throw wrong();
    }
    Account account = found.get();
    if (account.disabledAt() != null) {
      throw disabled();
    }
    store.clearAttempts(digest, network);
    return account;
  }

  /** Whether somebody is locked out of these names at the moment. */
  Set<String> lockedAmong(java.util.Collection<Account> accounts) {
    Set<String> digests = Set.copyOf(store.lockedNames(clock.instant()));
    return accounts.stream()
        .map(Account::name)
        .filter(name -> digests.contains(HexFormat.of().formatHex(nameDigest(name))))
        .collect(java.util.stream.Collectors.toSet());
  }

  /** Forgets the wrong tries of everybody under this name. */
  void unlock(Account account) {
    store.clearAttempts(nameDigest(account.name()));
  }

  private static byte[] nameDigest(String name) {
    return Tokens.digest("login " + name);
  }

  @Scheduled(every = "1h", delayed = "7m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweepAttempts() {
    store.sweepAttempts(clock.instant().minus(config.lockFor()).minus(Duration.ofDays(1)));
  }

  Optional<Account> bySession(String token) {
    Instant now = clock.instant();
    return store.bySession(Tokens.digest(token), now, now.minus(config.sessionIdle()));
  }

  void logOut(String token) {
    store.closeSession(Tokens.digest(token));
  }

  /** Changes the password; every session of the account ends. */
  void changePassword(String name, String current, String next, String network) {
    if (next.length() < MIN_PASSWORD) {
      throw new Problem.InvalidRequest("新密码至少 " + MIN_PASSWORD + " 个字符，请重新设置。");
    }
    if (next.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MAX_PASSWORD_BYTES) {
      throw new Problem.InvalidRequest("新密码过长，请控制在 72 个字节（约 24 个汉字）以内。");
    }
    if (next.equals(current) || next.contains(name)) {
      throw new Problem.InvalidRequest("新密码不能与原密码相同，也不能包含账号名，请重新设置。");
    }
    if (CommonPasswords.likely(next, name)) {
      throw new Problem.InvalidRequest("新密码太容易被猜到（常见词、连续或重复的字符、纯数字），请换一个。");
    }
    Account account = verified(name, current, network);
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

  private Problem locked(byte[] name, String network, Instant now) {
    Instant until = store.lockedUntil(name, network).orElse(now);
    long seconds = Math.max(1, Duration.between(now, until).toSeconds());
    return new Problem.RateLimited(
        "密码连续输错，已暂时锁定从您所在网络登录该账号，请在 " + (seconds / 60 + 1) + " 分钟后重试，或联系管理员。", seconds);
  }
}
