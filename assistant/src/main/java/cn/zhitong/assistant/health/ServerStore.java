package cn.zhitong.assistant.health;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;

/** What the database server says of itself. */
@ApplicationScoped
class ServerStore {
  private static final String SERVER =
      """
      select current_setting('server_version') as server,
             (select extversion from pg_extension where extname = 'vector') as vector
      """;

  private final Jdbc jdbc;

  ServerStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param version of PostgreSQL
   * @param vector version of pgvector in this database, null where it is not there
   */
  record Server(String version, String vector) {}

  Server server() {
    return jdbc.first(SERVER, row -> new Server(row.getString("server"), row.getString("vector")))
        .orElseThrow();
  }
}
