package cn.zhitong.assistant.operation;

import cn.zhitong.common.jdbc.Jdbc;
import java.time.Instant;
import java.util.Optional;

/** What commands ask a database about itself; nothing of its contents. */
final class OperationStore {
  private static final String SERVER =
      """
      select current_setting('server_version') as version,
             current_setting('server_version_num')::int / 10000 as major,
             (select extversion from pg_extension where extname = 'vector') as vector,
             (select default_version from pg_available_extensions where name = 'vector')
                 as available,
             clock_timestamp() as now, pg_database_size(current_database()) as size
      """;

  private static final String ROLE =
      """
      select pg_is_in_recovery() as standby,
             (select system_identifier from pg_control_system()) as cluster
      """;

  private static final String MARKED =
      """
      select 1 from information_schema.columns
      where table_schema = 'corpus' and table_name = 'writer' and column_name = 'embedding_model'
      """;

  private static final String MODEL =
      "select embedding_model from corpus.writer where embedding_model is not null";

  private static final String SCHEMAS =
      "select 1 from pg_namespace where nspname in ('corpus', 'assistant')";

  private final Jdbc jdbc;

  OperationStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param vector pgvector's version in this database, null where it is not in it
   * @param available pgvector's version on the server's disk, null where it is not there
   * @param now the server's clock
   * @param size bytes
   */
  record Server(
      String version, int major, String vector, String available, Instant now, long size) {}

  Server server() {
    return jdbc.first(
            SERVER,
            row ->
                new Server(
                    row.getString("version"),
                    row.getInt("major"),
                    row.getString("vector"),
                    row.getString("available"),
                    Jdbc.instant(row, "now"),
                    row.getLong("size")))
        .orElseThrow();
  }

  /**
   * @param standby whether it replays another server's changes
   * @param cluster the same on a primary and its replicas
   */
  record Role(boolean standby, long cluster) {}

  Role role() {
    return jdbc.first(ROLE, row -> new Role(row.getBoolean("standby"), row.getLong("cluster")))
        .orElseThrow();
  }

  /** Whether it has tables of the program. */
  boolean used() {
    return jdbc.first(SCHEMAS, row -> 1).isPresent();
  }

  /**
   * The id of the model that the library's vectors are of; empty where nothing is stored, or only a
   * version before the one that marks it was here.
   */
  Optional<String> embeddingModel() {
    return jdbc.first(MARKED, row -> 1)
        .flatMap(marked -> jdbc.first(MODEL, row -> row.getString(1)));
  }
}
