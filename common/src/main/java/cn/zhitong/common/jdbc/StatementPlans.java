package cn.zhitong.common.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import javax.sql.DataSource;

/**
 * Plans of the statements that a store issues, taken as it issues them: they are the program's own
 * and not copies. Nothing is read or changed; each query answers with no rows.
 */
public final class StatementPlans {
  private static final String ALL_TASKS = "set local citus.explain_all_tasks = on";
  private static final String SETTING = "set ";

  private final Connection connection;
  private final List<Plan> plans = new ArrayList<>();

  private StatementPlans(Connection connection) {
    this.connection = connection;
  }

  /**
   * How one statement would be done.
   *
   * @param sql as the store has it, with its parameters' marks
   * @param lines as the database prints them, of every task where it is distributed
   */
  public record Plan(String sql, List<String> lines) {
    public Plan {
      lines = List.copyOf(lines);
    }
  }

  /** In the order in which they are issued; at least one. */
  public static List<Plan> of(Jdbc jdbc, PlannedQuery query) {
    return jdbc.transaction(
        session -> {
          session.update(ALL_TASKS);
          StatementPlans explained = new StatementPlans(session.connection());
          try {
            query.asked().accept(new Jdbc(explained.source()));
          } catch (NoSuchElementException | IndexOutOfBoundsException e) {
            // A store that counts on a row: what it asked has been explained by then.
            if (explained.plans.isEmpty()) {
              throw e;
            }
          }
          if (explained.plans.isEmpty()) {
            throw new IllegalStateException(query.what() + " asks nothing of the database");
          }
          return explained.plans;
        });
  }

  private DataSource source() {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          if (method.getName().equals("getConnection")) {
            return explaining();
          }
          throw new UnsupportedOperationException(method.getName());
        });
  }

  /** The one transaction goes on, whatever its user does to end it. */
  private Connection explaining() {
    return proxy(
        Connection.class,
        (method, arguments) ->
            switch (method.getName()) {
              case "setAutoCommit", "commit", "rollback", "close" -> null;
              case "prepareStatement" -> explaining((String) arguments[0]);
              default -> method.invoke(connection, arguments);
            });
  }

  private PreparedStatement explaining(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    return proxy(
        PreparedStatement.class,
        (method, arguments) ->
            switch (method.getName()) {
              case "executeQuery" -> {
                explain(sql, statement);
                yield nothing();
              }
              case "executeUpdate" -> {
                if (sql.startsWith(SETTING)) {
                  yield statement.executeUpdate();
                }
                explain(sql, statement);
                yield 0;
              }
              case "addBatch" -> null;
              case "executeBatch" -> {
                explain(sql, statement);
                yield new int[0];
              }
              case "setObject" -> {
                bind(statement, (int) arguments[0], arguments[1]);
                yield null;
              }
              default -> method.invoke(statement, arguments);
            });
  }

  private static void bind(PreparedStatement statement, int index, Object value)
      throws SQLException {
    if (value instanceof Array array) {
      // As text, which the driver can show; it sends some arrays in its own binary form.
      statement.setObject(index, array.toString(), Types.OTHER);
    } else {
      statement.setObject(index, value);
    }
  }

  /** With the values in it, as the driver shows it: Citus does not explain with parameters. */
  private void explain(String sql, PreparedStatement bound) throws SQLException {
    List<String> lines = new ArrayList<>();
    String shown = "explain (costs off) " + bound;
    try (PreparedStatement statement = connection.prepareStatement(shown.replace("?", "??"));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    plans.add(new Plan(sql, lines));
  }

  private ResultSet nothing() throws SQLException {
    PreparedStatement statement = connection.prepareStatement("select 1 where false");
    statement.closeOnCompletion();
    return statement.executeQuery();
  }

  @FunctionalInterface
  private interface Call {
    Object run(Method method, Object... arguments)
        throws SQLException, ReflectiveOperationException;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    Object made =
        Proxy.newProxyInstance(
            type.getClassLoader() == null
                ? StatementPlans.class.getClassLoader()
                : type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return call.run(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(made);
  }
}
