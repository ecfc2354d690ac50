package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keys for systems: made and revoked by an administrator, checked at each request. */
@ApplicationScoped
class ApiKeys {
  /** Tells a key from other tokens, and lets scanners find one that was committed by mistake. */
  static final String PREFIX = "zt_";

  private static final int HINT = 9;
  private static final Duration USE_PRECISION = Duration.ofMinutes(1);

  private final ApiKeyStore store;
  private final SharedLimit limit;
  private final Clock clock;

  private final SecurityConfig config;

  ApiKeys(ApiKeyStore store, SharedLimit limit, SecurityConfig config, Clock clock) {
    this.config = config;
    this.store = store;
    this.limit = limit;
    this.clock = clock;
  }

  /** A new key with its secret, which cannot be had again. */
  record Made(ApiKey key, String secret) {}

  Made make(String name, Set<KeyScope> scopes, int perMinute, Instant expiresAt, String by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw new Problem.InvalidRequest("expiresAt（失效时间）须晚于现在。");
    }
    String secret = PREFIX + Tokens.random();
    ApiKey key =
        new ApiKey(
            Ids.next(),
            name,
            secret.substring(0, HINT),
            scopes,
            perMinute,
            by,
            now,
            expiresAt == null ? now.plus(config.keyLife()) : expiresAt,
            null,
            null);
    store.insert(key, Tokens.digest(secret));
    return new Made(key, secret);
  }

  List<ApiKey> all() {
    return store.all();
  }

  void revoke(UUID id) {
    if (!store.revoke(id, clock.instant())) {
      throw new Problem.NotFound("没有这个密钥，请核对编号。");
    }
  }

  /**
   * The key of a secret, for one request. Looked up each time: a revoked key ends at once, on every
   * node.
   *
   * @throws Problem.Unauthorized when there is none, or it has ended
   * @throws Problem.Forbidden when none of its scopes covers the request
   * @throws Problem.RateLimited when it has had its number of requests for now
   */
  ApiKey use(String secret, KeyScope.Use use) {
    Instant now = clock.instant();
    ApiKey key =
        store
            .byHash(Tokens.digest(secret))
            .filter(found -> found.holds(now))
            .orElseThrow(() -> new Problem.Unauthorized("密钥不正确、已失效或已吊销，请联系管理员。"));
    if (key.scopes().stream().noneMatch(scope -> scope.covers(use))) {
      throw new Problem.Forbidden("该密钥的权限范围不含此接口，请联系管理员换发。");
    }
    limit.take("key " + key.id(), key.perMinute());
    if (key.lastUsedAt() == null || key.lastUsedAt().plus(USE_PRECISION).isBefore(now)) {
      store.used(key.id(), now);
    }
    return key;
  }
}
