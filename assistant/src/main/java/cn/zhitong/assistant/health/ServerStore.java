package cn.zhitong.assistant.health;

import cn.zhitong.ingest.database.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;

/** What the database server says of itself. */
@ApplicationScoped
class ServerStore {
  private static final String SERVER =
      """
      select current_setting('server_version') as server,
             vector.extversion as vector,
             string_to_array(substring(vector.extversion from '^[0-9.]*[0-9]'), '.')::int[]
               < array[0, 8, 4] as old_vector
      from (select 1) as one
      left join pg_extension as vector on vector.extname = 'vector'
      """;

  private final Jdbc jdbc;

  ServerStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param version of PostgreSQL
   * @param vector version of pgvector in this database, null where it is not there
   * @param oldVector whether that is before 0.8.4, which fixed an index corruption under vacuum
   */
  record Server(String version, String vector, boolean oldVector) {}

  Server server() {
    return jdbc.first(
            SERVER,
            row ->
                new Server(
                    row.getString("server"), row.getString("vector"), row.getBoolean("old_vector")))
        .orElseThrow();
  }
}
