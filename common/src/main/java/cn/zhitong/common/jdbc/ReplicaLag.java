package cn.zhitong.common.jdbc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * How old a replica's state is at most, by positions in the write-ahead log: a replica that has
 * replayed what the primary had written at a moment shows everything committed before that moment.
 * Unlike the age of the last replayed transaction this does not grow while nobody writes, needs no
 * agreement of clocks, and does grow when the primary cannot be asked. Moments are {@link
 * System#nanoTime}.
 */
public final class ReplicaLag {
  /** At two a second more than half an hour; a replica further behind is out of use anyway. */
  private static final int KEPT = 4096;

  private record Mark(long moment, long position) {}

  private final Deque<Mark> awaited = new ArrayDeque<>();
  private boolean known;
  private long asOf;
  private boolean required;
  private long requiredFrom;

  /**
   * @param moment taken before the primary was asked
   * @param position up to which it had written
   */
  public synchronized void written(long moment, long position) {
    if (awaited.size() == KEPT) {
      awaited.removeFirst();
    }
    awaited.addLast(new Mark(moment, position));
  }

  /**
   * @param position up to which the replica has replayed
   */
  public synchronized void replayed(long position) {
    while (!awaited.isEmpty() && awaited.peekFirst().position() <= position) {
      asOf = awaited.removeFirst().moment();
      known = true;
    }
  }

  /** Nothing is known of the replica any more. */
  public synchronized void forget() {
    awaited.clear();
    known = false;
  }

  /** From now on the replica has to show everything that was committed before this moment. */
  public synchronized void require(long moment) {
    required = true;
    requiredFrom = moment;
  }

  /** Nanoseconds; empty while nothing is known. */
  public synchronized OptionalLong nanos(long now) {
    return known ? OptionalLong.of(now - asOf) : OptionalLong.empty();
  }

  /** Whether the state is at most so old, and not older than required. */
  public synchronized boolean within(long bound, long now) {
    return known && now - asOf <= bound && (!required || asOf - requiredFrom >= 0);
  }
}
