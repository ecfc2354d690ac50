package cn.zhitong.assistant.security;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table {@code api_key}. */
@ApplicationScoped
class ApiKeyStore {
  private static final String SELECT =
      """
      select id, name, hint, scopes, per_minute, created_by, created_at, expires_at, revoked_at,
             last_used_at
        from assistant.api_key
      """;

  private static final String ALL = SELECT + " order by created_at desc, id";

  private static final String BY_HASH = SELECT + " where key_hash = ?";

  private static final String INSERT =
      """
      insert into assistant.api_key
        (id, name, key_hash, hint, scopes, per_minute, created_by, created_at, expires_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String REVOKE =
      "update assistant.api_key set revoked_at = coalesce(revoked_at, ?) where id = ?";

  private static final String USED = "update assistant.api_key set last_used_at = ? where id = ?";

  private final Jdbc jdbc;

  ApiKeyStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  List<ApiKey> all() {
    return jdbc.query(ALL, ApiKeyStore::key);
  }

  Optional<ApiKey> byHash(byte[] hash) {
    return jdbc.first(BY_HASH, ApiKeyStore::key, hash);
  }

  void insert(ApiKey key, byte[] hash) {
    jdbc.update(
        INSERT,
        key.id(),
        key.name(),
        hash,
        key.hint(),
        key.scopes().stream().map(KeyScope::code).sorted().toList(),
        key.perMinute(),
        key.createdBy(),
        key.createdAt(),
        key.expiresAt());
  }

  /** Whether there is such a key; one revoked before stays so. */
  boolean revoke(UUID id, Instant now) {
    return jdbc.update(REVOKE, now, id) == 1;
  }

  void used(UUID id, Instant now) {
    jdbc.update(USED, now, id);
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("hint"),
        Jdbc.texts(row, "scopes").stream().map(KeyScope::of).collect(Collectors.toSet()),
        row.getInt("per_minute"),
        row.getString("created_by"),
        Jdbc.instant(row, "created_at"),
        Jdbc.instant(row, "expires_at"),
        Jdbc.instant(row, "revoked_at"),
        Jdbc.instant(row, "last_used_at"));
  }
}
