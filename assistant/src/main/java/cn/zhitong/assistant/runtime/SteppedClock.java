package cn.zhitong.assistant.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that is wrong by what a file says (an ISO duration, e.g. {@code -PT1H}), read at each
 * look: for rehearsals of clocks that are set. Only {@link #allowed} where nobody but this machine
 * is served.
 */
final class SteppedClock extends Clock {
  private final Clock right;
  private final Path offset;

  SteppedClock(Clock right, Path offset) {
    this.right = right;
    this.offset = offset;
  }

  /** Whether a service that listens there, with this address for its visitors, is a rehearsal. */
  static boolean allowed(String host, String siteUrl) {
    return siteUrl.isBlank() && (host.startsWith("127.") || host.equals("::1"));
  }

  @Override
  public ZoneId getZone() {
    return right.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new SteppedClock(right.withZone(zone), offset);
  }

  @Override
  public Instant instant() {
    return right.instant().plus(wrongBy());
  }

  private Duration wrongBy() {
    try {
      return Files.exists(offset)
          ? Duration.parse(Files.readString(offset).strip())
          : Duration.ZERO;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
