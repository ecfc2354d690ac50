package cn.zhitong.common.jdbc;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;

/**
 * Ids are UUIDv7 made in Java: ordered by time, no database sequence, portable to distributed
 * PostgreSQL.
 */
public final class Ids {
  private Ids() {}

  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  /** The id that somebody named; empty where the text, or null, is none. */
  public static Optional<UUID> parse(String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
