package cn.zhitong.common.jdbc;

import java.util.function.Consumer;

/**
 * Something that the program asks of its database, so that an operator can be told how it would be
 * done.
 *
 * @param what Chinese, for the operator
 * @param asked calls the store that asks it, over the connection that it is given
 */
public record PlannedQuery(String what, Reach reach, Consumer<Jdbc> asked) {
  /** What it may read. */
  public enum Reach {
    /** The nearest vectors, by the index of each shard. */
    NEAREST,
    /** What its conditions, a limit or an aggregate leave. */
    CHOSEN,
    /** Everything, by intent: a node keeps it or works through it. */
    EVERYTHING
  }

  public static PlannedQuery nearest(String what, Consumer<Jdbc> asked) {
    return new PlannedQuery(what, Reach.NEAREST, asked);
  }

  public static PlannedQuery chosen(String what, Consumer<Jdbc> asked) {
    return new PlannedQuery(what, Reach.CHOSEN, asked);
  }

  public static PlannedQuery everything(String what, Consumer<Jdbc> asked) {
    return new PlannedQuery(what, Reach.EVERYTHING, asked);
  }
}
