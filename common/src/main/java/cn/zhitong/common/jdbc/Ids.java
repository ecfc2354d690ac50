package cn.zhitong.common.jdbc;

import com.github.f4b6a3.uuid.UuidCreator;
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
}
