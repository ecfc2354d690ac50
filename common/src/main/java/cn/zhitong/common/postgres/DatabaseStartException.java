package cn.zhitong.common.postgres;

/** The database cannot be started; the message is Chinese and says what to do. */
public final class DatabaseStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseStartException(String message) {
    super(message);
  }

  public DatabaseStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
