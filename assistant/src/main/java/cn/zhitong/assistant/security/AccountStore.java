package cn.zhitong.assistant.security;

import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tables {@code account} and {@code session}. */
@ApplicationScoped
class AccountStore {
  private static final String COLUMNS =
      "a.id, a.name, a.display_name, a.password_hash, a.roles, a.department,"
          + " a.disabled_at, a.password_change_due, a.subject";

  private static final String BY_NAME =
      "select " + COLUMNS + " from assistant.account a where a.name = ?";

  private static final String BY_SUBJECT =
      "select " + COLUMNS + " from assistant.account a where a.subject = ?";

  private static final String ALL =
      "select " + COLUMNS + " from assistant.account a order by a.name";

  /** Locked until the change is through: two at once must not take the last administrator. */
  private static final String LOCK_ALL = "select id from assistant.account order by id for update";

  private static final String CHANGE =
      """
      update assistant.account
         set display_name = ?, roles = ?, department = ?, disabled_at = ?
       where id = ?
      """;

  private static final String ADMINISTRATORS =
      """
      select count(*) from assistant.account
       where 'administrator' = any (roles) and disabled_at is null
      """;

  private static final String ANY = "select exists (select 1 from assistant.account)";

  /** The index holds where two come at once; it leaves out twins of before there was one. */
  private static final String INSERT =
      """
      insert into assistant.account
        (id, name, display_name, password_hash, roles, department, created_at, password_changed_at,
         password_change_due, subject)
      select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
       where not exists (select 1 from assistant.account where lower(name) = lower(?))
      on conflict do nothing
      """;

  /**
   * Counts the attempt before the password is looked at, in one statement: many attempts at once
   * cannot get more tries than the limit.
   */
  private static final String CLAIM_ATTEMPT =
      """
      insert into assistant.login_attempt as l (name_digest, network, failed, locked_until, at)
      values (?, ?, 1, case when ? <= 1 then ?::timestamptz end, ?)
      on conflict (name_digest, network) do update
         set failed = case when l.locked_until is not null then 1 else l.failed + 1 end,
             locked_until =
               case when l.locked_until is null and l.failed + 1 >= ? then ?::timestamptz end,
             at = excluded.at
       where l.locked_until is null or l.locked_until <= excluded.at
      """;

  private static final String LOCKED_UNTIL =
      "select locked_until from assistant.login_attempt where name_digest = ? and network = ?";

  private static final String LOCKED_NAMES =
      "select distinct encode(name_digest, 'hex') from assistant.login_attempt where locked_until >"
          + " ?";

  private static final String CLEAR_ATTEMPTS =
      "delete from assistant.login_attempt where name_digest = ? and network = ?";

  private static final String CLEAR_ALL_ATTEMPTS =
      "delete from assistant.login_attempt where name_digest = ?";

  private static final String SWEEP_ATTEMPTS = "delete from assistant.login_attempt where at <= ?";

  private static final String CHANGE_PASSWORD =
      """
      update assistant.account
         set password_hash = ?, password_changed_at = ?, password_change_due = ?
       where id = ?
      """;

  private static final String OPEN_SESSION =
      """
      insert into assistant.session (token_hash, account_id, created_at, expires_at, used_at)
      values (?, ?, ?, ?, ?)
      """;

  private static final String BY_SESSION =
      "select "
          + COLUMNS
          + """
           from assistant.session s join assistant.account a on a.id = s.account_id
          where s.token_hash = ? and s.expires_at > ? and s.used_at > ? and a.disabled_at is null
          """;

  /** To the minute: a page's calls must not write each time. */
  private static final String USED =
      "update assistant.session set used_at = ? where token_hash = ? and used_at < ?";

  private static final String CLOSE_SESSION = "delete from assistant.session where token_hash = ?";

  private static final String CLOSE_SESSIONS = "delete from assistant.session where account_id = ?";

  private static final String SWEEP =
      "delete from assistant.session where expires_at <= ? or used_at <= ?";

  private final Jdbc jdbc;

  AccountStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  boolean any() {
    return jdbc.first(ANY, row -> row.getBoolean(1)).orElseThrow();
  }

  Optional<Account> byName(String name) {
    return jdbc.first(BY_NAME, AccountStore::account, name);
  }

  Optional<Account> bySubject(String subject) {
    return jdbc.first(BY_SUBJECT, AccountStore::account, subject);
  }

  List<Account> all() {
    return jdbc.query(ALL, AccountStore::account);
  }

  /**
   * Changes what an administrator may change. Sessions end, since they carry the old rights on the
   * pages.
   *
   * @throws NoAdministratorLeft when nobody could manage accounts any more; nothing is changed then
   */
  void change(Account account, boolean endSessions) {
    jdbc.transaction(
        session -> {
          session.query(LOCK_ALL, row -> row.getObject(1, UUID.class));
          session.update(
              CHANGE,
              account.displayName(),
              codes(account),
              account.department(),
              account.disabledAt(),
              account.id());
          if (session.first(ADMINISTRATORS, row -> row.getInt(1)).orElseThrow() == 0) {
            throw new NoAdministratorLeft();
          }
          return endSessions ? session.update(CLOSE_SESSIONS, account.id()) : 0;
        });
  }

  /** The last account that manages accounts. */
  static final class NoAdministratorLeft extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static List<String> codes(Account account) {
    return account.roles().stream().map(Role::code).sorted().toList();
  }

  /** Whether it was created; false when the name is taken, also where only its case differs. */
  boolean insert(Account account, Instant now) {
    return jdbc.update(
            INSERT,
            Ids.next(),
            account.name(),
            account.displayName(),
            account.passwordHash(),
            codes(account),
            account.department(),
            now,
            now,
            account.passwordChangeDue(),
            account.subject(),
            account.name())
        == 1;
  }

  /** Whether another try is allowed; the last allowed one already locks. */
  boolean claimAttempt(byte[] name, String network, int limit, Instant now, Instant lockUntil) {
    return jdbc.update(CLAIM_ATTEMPT, name, network, limit, lockUntil, now, limit, lockUntil) == 1;
  }

  Optional<Instant> lockedUntil(byte[] name, String network) {
    return jdbc.first(LOCKED_UNTIL, row -> Jdbc.instant(row, "locked_until"), name, network);
  }

  /** Digests in hex of names that somebody is locked out of. */
  List<String> lockedNames(Instant now) {
    return jdbc.query(LOCKED_NAMES, row -> row.getString(1), now);
  }

  void clearAttempts(byte[] name, String network) {
    jdbc.update(CLEAR_ATTEMPTS, name, network);
  }

  void clearAttempts(byte[] name) {
    jdbc.update(CLEAR_ALL_ATTEMPTS, name);
  }

  int sweepAttempts(Instant before) {
    return jdbc.update(SWEEP_ATTEMPTS, before);
  }

  /** Changes the password and ends all sessions of the account. */
  void changePassword(UUID account, String hash, boolean changeDue, Instant now) {
    jdbc.transaction(
        session -> {
          session.update(CHANGE_PASSWORD, hash, now, changeDue, account);
          return session.update(CLOSE_SESSIONS, account);
        });
  }

  void openSession(byte[] tokenHash, UUID account, Instant now, Instant expires, Instant idle) {
    jdbc.update(SWEEP, now, idle);
    jdbc.update(OPEN_SESSION, tokenHash, account, now, expires, now);
  }

  /**
   * @param idle sessions that were not used since have ended
   */
  Optional<Account> bySession(byte[] tokenHash, Instant now, Instant idle) {
    Optional<Account> account = jdbc.first(BY_SESSION, AccountStore::account, tokenHash, now, idle);
    if (account.isPresent()) {
      jdbc.update(USED, now, tokenHash, now.minusSeconds(60));
    }
    return account;
  }

  void closeSession(byte[] tokenHash) {
    jdbc.update(CLOSE_SESSION, tokenHash);
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("display_name"),
        row.getString("password_hash"),
        Jdbc.texts(row, "roles").stream().map(Role::of).collect(Collectors.toSet()),
        row.getString("department"),
        Jdbc.instant(row, "disabled_at"),
        row.getBoolean("password_change_due"),
        row.getString("subject"));
  }
}
