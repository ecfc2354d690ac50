package cn.zhitong.assistant.operation;

import cn.zhitong.common.jdbc.Jdbc;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks Citus, the distributed form of PostgreSQL, and has it distribute tables. */
final class CitusStore {
  private static final String AVAILABLE =
      "select default_version from pg_available_extensions where name = 'citus'";

  private static final String INSTALLED =
      "select extversion from pg_extension where extname = 'citus'";

  private static final String RUNNING = "select split_part(citus_version(), ' ', 2)";

  private static final String PRELOADED = "select current_setting('shared_preload_libraries')";

  private static final String WORKERS =
      """
      select nodename || ':' || nodeport as name, success, result
        from run_command_on_workers(?) order by 1
      """;

  private static final String ASK_WORKER =
      """
      select coalesce((select extversion from pg_extension where extname = 'vector'), '') || '|' ||
             current_setting('server_version_num') || '|' ||
             split_part(citus_version(), ' ', 2) || '|' ||
             (select extversion from pg_extension where extname = 'citus') || '|' ||
             (select available_disk_size from citus_local_disk_space_stats())
      """;

  private static final String TABLES =
      """
      select c.oid::regclass::text as name,
             greatest(c.reltuples, 0)::bigint as rows, pg_total_relation_size(c.oid) as bytes
        from pg_class c where c.oid = any (?::regclass[])
      """;

  private static final String DISTRIBUTED =
      """
      select table_name::text as name from citus_tables
       where citus_table_type in ('distributed', 'reference')
      """;

  private static final String KEYS =
      """
      select i.indexrelid::regclass::text as name
        from pg_index i
       where i.indrelid = ?::regclass and i.indisunique
         and not exists (select 1 from pg_attribute a
                          where a.attrelid = i.indrelid and a.attname = ?
                            and a.attnum = any (i.indkey::int2[]))
      """;

  private static final String FOREIGN_KEYS =
      """
      select conname || '（' || conrelid::regclass || ' → ' || confrelid::regclass || '）' as name
        from pg_constraint
       where contype = 'f'
         and (confrelid = any (?::regclass[]) and conrelid <> all (?::regclass[])
              or conrelid = any (?::regclass[]) and confrelid <> all (?::regclass[]))
      """;

  private static final String ONE_BY_ONE =
      "set local citus.multi_shard_modify_mode to 'sequential'";

  private static final String REFERENCE = "select create_reference_table(?)::text";

  private static final String LEADER =
      "select create_distributed_table(?, ?, shard_count => ?, colocate_with => 'none')::text";

  private static final String FOLLOWER =
      "select create_distributed_table(?, ?, colocate_with => ?)::text";

  private static final String TRUNCATE =
      "select truncate_local_data_after_distributing_table(?::regclass)::text";

  private final Jdbc jdbc;

  CitusStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A server that gets shards.
   *
   * @param problem why it could not be asked; null where it could
   * @param vector version of pgvector in it, empty where it is not there
   * @param citus of its library and of the extension in its database
   * @param free bytes on its disk
   */
  record Worker(
      String name, String problem, String vector, int major, CitusVersion citus, long free) {}

  /** Of the library that runs, such as 12.1.12, and of the extension's objects, such as 12.1-1. */
  record CitusVersion(String library, String extension) {
    String text() {
      return library + "（扩展 " + extension + "）";
    }
  }

  /** A table as the server's statistics have it. */
  record Size(long rows, long bytes) {}

  /** Version that could be installed; empty where it is not on the server's disk. */
  Optional<String> available() {
    return jdbc.first(AVAILABLE, row -> row.getString(1));
  }

  /** Version in this database. */
  Optional<String> installed() {
    return jdbc.first(INSTALLED, row -> row.getString(1));
  }

  /** Of the coordinator, where Citus is in the database. */
  CitusVersion version() {
    String library = jdbc.first(RUNNING, row -> row.getString(1)).orElseThrow();
    return new CitusVersion(library, installed().orElseThrow());
  }

  boolean preloaded() {
    return jdbc.first(PRELOADED, row -> row.getString(1)).orElse("").contains("citus");
  }

  List<Worker> workers() {
    return jdbc.query(
        WORKERS,
        row -> worker(row.getString("name"), row.getBoolean("success"), row.getString("result")),
        ASK_WORKER);
  }

  private static Worker worker(String name, boolean asked, String said) {
    if (!asked) {
      return new Worker(name, said, "", 0, null, 0);
    }
    String[] parts = said.split("\\|", -1);
    return new Worker(
        name,
        null,
        parts[0],
        Integer.parseInt(parts[1]) / 10_000,
        new CitusVersion(parts[2], parts[3]),
        Long.parseLong(parts[4]));
  }

  /** By name with schema. */
  Map<String, Size> sizes() {
    return jdbc
        .query(
            TABLES,
            row ->
                Map.entry(
                    row.getString("name"), new Size(row.getLong("rows"), row.getLong("bytes"))),
            DistributedTable.tables())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Names with schema of what is distributed already. */
  List<String> distributed() {
    return jdbc.query(DISTRIBUTED, row -> row.getString("name"));
  }

  /** Unique keys that lack the column, so that no server could watch over them alone. */
  List<String> keysWithout(DistributedTable table) {
    return jdbc.query(KEYS, row -> row.getString("name"), table.table(), table.column());
  }

  /** Foreign keys between what is distributed and what is not; policies are everywhere. */
  List<String> foreignKeysAcross() {
    List<String> all = DistributedTable.tables();
    List<String> divided = DistributedTable.divided();
    return jdbc.query(FOREIGN_KEYS, row -> row.getString("name"), divided, divided, all, all);
  }

  /** All of them or, where one cannot be distributed, none. */
  void distribute(List<DistributedTable> tables, int shards) {
    jdbc.transaction(
        session -> {
          // Foreign keys to a table that is everywhere ask for it.
          session.update(ONE_BY_ONE);
          for (DistributedTable table : tables) {
            distribute(session, table, shards);
          }
          return null;
        });
  }

  private static void distribute(Jdbc.Session session, DistributedTable table, int shards)
      throws SQLException {
    if (table.isReference()) {
      session.query(REFERENCE, row -> 1, table.table());
    } else if (table.leader() == table) {
      session.query(LEADER, row -> 1, table.table(), table.column(), shards);
    } else {
      session.query(FOLLOWER, row -> 1, table.table(), table.column(), table.leader().table());
    }
  }

  /** Frees the coordinator's disk of the rows that have gone to the workers. */
  void dropLocalRows(DistributedTable table) {
    jdbc.query(TRUNCATE, row -> 1, table.table());
  }
}
