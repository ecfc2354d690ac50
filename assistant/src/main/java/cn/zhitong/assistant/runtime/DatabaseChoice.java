package cn.zhitong.assistant.runtime;

import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.DatabaseStartException;
import cn.zhitong.common.postgres.EmbeddedDatabase;
import java.util.Map;

/** The database of this run: the configured one, or the embedded one, started here. */
public final class DatabaseChoice implements AutoCloseable {
  private final String url;
  private final String user;
  private final String password;
  private final String notice;
  private final EmbeddedDatabase embedded;

  private DatabaseChoice(
      String url, String user, String password, String notice, EmbeddedDatabase embedded) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.notice = notice;
    this.embedded = embedded;
  }

  /**
   * @param environment {@code ZHITONG_DB_URL}, {@code _USER}, {@code _PASSWORD} for an external
   *     database, {@code ZHITONG_PG_BIN} for the embedded one's programs
   */
  public static DatabaseChoice make(DataFolder folder, Map<String, String> environment) {
    String url = environment.getOrDefault("ZHITONG_DB_URL", "").strip();
    if (url.isEmpty()) {
      EmbeddedDatabase embedded = EmbeddedDatabase.start(folder, environment.get("ZHITONG_PG_BIN"));
      return new DatabaseChoice(
          embedded.jdbcUrl(),
          EmbeddedDatabase.USER,
          embedded.password(),
          embedded.notice().orElse(""),
          embedded);
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new DatabaseStartException(
          "ZHITONG_DB_URL 应为 jdbc:postgresql://主机:端口/库名 的形式，现为 " + url.replaceAll("\\?.*", ""));
    }
    return new DatabaseChoice(
        url,
        environment.getOrDefault("ZHITONG_DB_USER", "zhitong"),
        environment.getOrDefault("ZHITONG_DB_PASSWORD", ""),
        "",
        null);
  }

  /** Whether it is this data folder's own, which no other node uses. */
  public boolean embedded() {
    return embedded != null;
  }

  public String url() {
    return url;
  }

  public String user() {
    return user;
  }

  public String password() {
    return password;
  }

  /** Something the operator should know, in Chinese; empty if nothing. */
  public String notice() {
    return notice;
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
