package cn.zhitong.common.jdbc;

import java.sql.SQLException;

/**
 * A database failure; {@link #sqlState} tells what kind (23505 a unique violation, 40001 a
 * serialization failure).
 */
public final class JdbcException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String sqlState;

  public JdbcException(SQLException cause) {
    super(cause.getMessage(), cause);
    this.sqlState = cause.getSQLState();
  }

  public String sqlState() {
    return sqlState;
  }

  public boolean isUniqueViolation() {
    return "23505".equals(sqlState);
  }

  /** Whether a text held what no text column can, such as NUL. */
  public boolean isUnstorableText() {
    return "22021".equals(sqlState);
  }

  /**
   * Whether the database broke a knot of transactions by giving up this one; it may be repeated.
   */
  public boolean isDeadlock() {
    return "40P01".equals(sqlState) || "40001".equals(sqlState);
  }

  /** Whether all connections of the pool were lent for as long as one waits for them. */
  public boolean isPoolExhausted() {
    // Agroal gives neither a state nor a type of its own; waiting for a new connection, which the
    // server is slow to make, is said in other words.
    return sqlState == null
        && String.valueOf(getMessage()).startsWith("Sorry, acquisition timeout");
  }

  /**
   * Whether the server, or one of several that it works with, cannot be reached just now: no
   * connection (without a state: none could be made), shutting down, starting, or no longer the one
   * that takes writes.
   */
  public boolean isUnreachable() {
    return sqlState == null
        ? !isPoolExhausted()
        : sqlState.startsWith("08") || sqlState.startsWith("57P0") || sqlState.equals("25006");
  }

  /** Whether the server has no room left: disk, memory or connections. */
  public boolean isFull() {
    return sqlState != null && sqlState.startsWith("53");
  }

  /**
   * Whether another server with the same data may do what this one did not: it cannot be reached or
   * lent no connection (no state), has no room, cancelled a read to replay the primary's changes,
   * or takes no writes.
   */
  public boolean isOfThisServer() {
    return sqlState == null
        || sqlState.startsWith("08")
        || sqlState.startsWith("53")
        || sqlState.startsWith("57")
        || sqlState.equals("40001")
        || sqlState.equals("25006");
  }
}
