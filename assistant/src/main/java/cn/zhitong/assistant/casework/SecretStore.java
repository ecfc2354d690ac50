package cn.zhitong.assistant.casework;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;

/** Keys that all nodes on a database share; made by the first that needs them. */
@ApplicationScoped
public class SecretStore {
  private static final String RATING = "rating-link";
  private static final String SEARCH = "identifier-search";
  private static final String LINKS = "links";
  private static final int BYTES = 32;

  private static final String MAKE =
      """
      insert into assistant.casework_key (name, value, created_at) values (?, ?, ?)
      on conflict (name) do nothing
      """;

  private static final String VALUE = "select value from assistant.casework_key where name = ?";

  private final Jdbc jdbc;
  private final Clock clock;
  private volatile byte[] rating;
  private volatile byte[] search;
  private volatile byte[] links;

  /** For commands that run without the service; the service injects it. */
  public SecretStore(Jdbc jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What the links are signed with by which enterprises rate. */
  public byte[] ratingKey() {
    if (rating == null) {
      rating = key(RATING);
    }
    return rating;
  }

  /** What identifiers are digested with, so that nobody finds them by trying all numbers. */
  public byte[] searchKey() {
    if (search == null) {
      search = key(SEARCH);
    }
    return search;
  }

  /** What links of other features are signed with. */
  byte[] linkKey() {
    if (links == null) {
      links = key(LINKS);
    }
    return links;
  }

  private byte[] key(String name) {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    jdbc.update(MAKE, name, fresh, clock.instant());
    return jdbc.first(VALUE, row -> row.getBytes(1), name).orElseThrow();
  }
}
