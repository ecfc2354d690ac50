package cn.zhitong.assistant.security;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The table {@code rate_window}. */
@ApplicationScoped
class RateStore {
  /** A limit that is lost in a crash limits a minute less; waiting for the disk is not worth it. */
  private static final String UNHURRIED = "set local synchronous_commit = off";

  private static final String LEASE =
      """
      insert into assistant.rate_window as w (key, window_start, given)
      values (?, ?, ?)
      on conflict (key, window_start) do update set given = w.given + excluded.given
      returning given
      """;

  private static final String SWEEP = "delete from assistant.rate_window where window_start < ?";

  private final Jdbc jdbc;

  RateStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Gives out so many of a window's number.
   *
   * @return how many have been given out with these, which may be more than the limit: who asked
   *     reckons which part of its own is still inside
   */
  int lease(String key, Instant window, int count) {
    return jdbc.transaction(
        session -> {
          session.update(UNHURRIED);
          return session.first(LEASE, row -> row.getInt(1), key, window, count).orElseThrow();
        });
  }

  int sweep(Instant before) {
    return jdbc.update(SWEEP, before);
  }
}
