package cn.zhitong.common.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A data source for a command with one thread: lends the same connection again and again. Logging
 * in with SCRAM costs some 10 ms of computing, which an ingest of unchanged files would spend for
 * each of them. Whoever asks while it is lent gets a connection of its own.
 */
public final class SingleConnectionDataSource implements DataSource, AutoCloseable {
  private final DataSource source;
  private Connection kept;
  private boolean lent;

  public SingleConnectionDataSource(DataSource source) {
    this.source = source;
  }

  @Override
  public synchronized Connection getConnection() throws SQLException {
    if (lent) {
      return source.getConnection();
    }
    // The driver closes a connection whose server is gone; the next caller gets a new one.
    if (kept == null || kept.isClosed()) {
      kept = source.getConnection();
    }
    lent = true;
    return lend(kept);
  }

  private Connection lend(Connection connection) {
    AtomicBoolean returned = new AtomicBoolean();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                if (returned.compareAndSet(false, true)) {
                  takeBack();
                }
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private synchronized void takeBack() {
    lent = false;
  }

  /**
   * @throws JdbcException when the connection cannot be closed
   */
  @Override
  public synchronized void close() {
    try {
      if (kept != null) {
        kept.close();
      }
    } catch (SQLException e) {
      throw new JdbcException(e);
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return source.getConnection(user, password);
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return source.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
