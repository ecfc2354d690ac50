package cn.zhitong.common.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Connections, binding and mapping in one place, so that stores are SQL and records. Parameters are
 * bound by position; {@code LocalDate}, {@code Instant}, {@code float[]}, string collections (as
 * {@code text[]}) and null are understood. A failure is a {@link JdbcException} that keeps the SQL
 * state.
 */
public final class Jdbc {
  private final DataSource dataSource;

  /** Null for none. */
  private final ReplicaSource replica;

  public Jdbc(DataSource dataSource) {
    this(dataSource, null);
  }

  /**
   * For work that only reads, and may read a moment's old state: on the replica while that is
   * fresh, and on the database itself otherwise, or again there when the replica fails midway.
   */
  public Jdbc(DataSource dataSource, ReplicaSource replica) {
    this.dataSource = dataSource;
    this.replica = replica;
  }

  /** Maps one row; called with the cursor on it. */
  @FunctionalInterface
  public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** Work on one connection. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Session session) throws SQLException;
  }

  /** Runs the work in one transaction: committed when it returns, rolled back when it throws. */
  public <T> T transaction(Work<T> work) {
    return reading(source -> transaction(source, work));
  }

  private <T> T reading(Function<DataSource, T> work) {
    Optional<DataSource> fresh = replica == null ? Optional.empty() : replica.fresh();
    if (fresh.isPresent()) {
      try {
        return work.apply(fresh.get());
      } catch (JdbcException e) {
        if (!e.isOfThisServer()) {
          throw e;
        }
        replica.failed(e);
      }
    }
    return work.apply(dataSource);
  }

  private static <T> T transaction(DataSource source, Work<T> work) {
    try (Connection connection = source.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        T result = work.run(new Session(connection));
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException | Error failure) {
        rollback(connection, failure);
        throw failure;
      } finally {
        restore(connection, autoCommit);
      }
    } catch (SQLException e) {
      throw new JdbcException(e);
    }
  }

  private static void rollback(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private static void restore(Connection connection, boolean autoCommit) throws SQLException {
    if (!connection.isClosed()) {
      connection.setAutoCommit(autoCommit);
    }
  }

  /** Runs the work on one connection of the database itself; each statement commits by itself. */
  public <T> T session(Work<T> work) {
    return withSession(dataSource, work);
  }

  public <T> List<T> query(String sql, RowMapper<T> mapper, Object... parameters) {
    return reading(
        source -> withSession(source, session -> session.query(sql, mapper, parameters)));
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... parameters) {
    return query(sql, mapper, parameters).stream().findFirst();
  }

  /** Rows changed. */
  public int update(String sql, Object... parameters) {
    return withSession(dataSource, session -> session.update(sql, parameters));
  }

  private static <T> T withSession(DataSource source, Work<T> work) {
    try (Connection connection = source.getConnection()) {
      return work.run(new Session(connection));
    } catch (SQLException e) {
      throw new JdbcException(e);
    }
  }

  /** One connection with the same binding and mapping, for use inside {@link #transaction}. */
  public static final class Session {
    private final Connection connection;

    Session(Connection connection) {
      this.connection = connection;
    }

    public Connection connection() {
      return connection;
    }

    public <T> List<T> query(String sql, RowMapper<T> mapper, Object... parameters)
        throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        bind(statement, parameters);
        try (ResultSet rows = statement.executeQuery()) {
          List<T> result = new ArrayList<>();
          while (rows.next()) {
            result.add(mapper.map(rows));
          }
          return result;
        }
      }
    }

    public <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... parameters)
        throws SQLException {
      return query(sql, mapper, parameters).stream().findFirst();
    }

    public int update(String sql, Object... parameters) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        bind(statement, parameters);
        return statement.executeUpdate();
      }
    }

    /** One statement for many rows, sent as one batch. */
    public void batch(String sql, Collection<Object[]> rows) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (Object[] row : rows) {
          bind(statement, row);
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }

    private void bind(PreparedStatement statement, Object... parameters) throws SQLException {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, toJdbc(parameters[i]));
      }
    }

    private Object toJdbc(Object value) throws SQLException {
      if (value instanceof Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
      }
      if (value instanceof Enum<?> constant) {
        return constant.name();
      }
      if (value instanceof float[] vector) {
        Float[] boxed = new Float[vector.length];
        for (int i = 0; i < vector.length; i++) {
          boxed[i] = vector[i];
        }
        return connection.createArrayOf("float4", boxed);
      }
      if (value instanceof Collection<?> texts) {
        return connection.createArrayOf("text", texts.toArray());
      }
      return value;
    }
  }

  // -- reading columns; null stays null --

  public static LocalDate date(ResultSet row, String column) throws SQLException {
    Date value = row.getDate(column);
    return value == null ? null : row.getObject(column, LocalDate.class);
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : row.getObject(column, OffsetDateTime.class).toInstant();
  }

  public static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  public static float[] vector(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    if (array == null) {
      return null;
    }
    Float[] boxed = (Float[]) array.getArray();
    float[] vector = new float[boxed.length];
    for (int i = 0; i < boxed.length; i++) {
      vector[i] = boxed[i];
    }
    return vector;
  }
}
