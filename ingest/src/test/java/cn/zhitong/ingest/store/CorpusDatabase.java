package cn.zhitong.ingest.store;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A migrated, empty corpus on a real PostgreSQL; the server is one a run. */
public final class CorpusDatabase {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static EmbeddedPostgres postgres;

  private CorpusDatabase() {}

  public static synchronized DataSource fresh() {
    try {
      if (postgres == null) {
        postgres = EmbeddedPostgres.builder().start();
        Runtime.getRuntime().addShutdownHook(new Thread(CorpusDatabase::stop));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String name = "corpus_" + NUMBER.incrementAndGet();
    new Jdbc(postgres.getPostgresDatabase()).update("create database " + name);
    DataSource database = postgres.getDatabase("postgres", name);
    Migrations.migrateCorpus(database);
    return database;
  }

  private static void stop() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
