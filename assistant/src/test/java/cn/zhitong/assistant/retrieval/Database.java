package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.EmbeddedDatabase;
import java.nio.file.Path;

/** A database of the test's own with the corpus tables. */
final class Database implements AutoCloseable {
  private final DataFolder data;
  private final EmbeddedDatabase database;
  private final Jdbc jdbc;

  /**
   * @param bin {@code bundled}, or null for the best PostgreSQL of this machine
   */
  Database(Path folder, String bin) {
    data = DataFolder.open(folder);
    database = EmbeddedDatabase.start(data, bin);
    Migrations.migrateCorpus(database.dataSource());
    jdbc = new Jdbc(database.dataSource());
  }

  Jdbc jdbc() {
    return jdbc;
  }

  boolean hasPgvector() {
    return jdbc.first("select 1 from pg_available_extensions where name = 'vector'", row -> 1)
        .isPresent();
  }

  @Override
  public void close() {
    database.close();
    data.close();
  }
}
