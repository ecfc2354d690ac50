package cn.zhitong.ingest;

import cn.zhitong.common.embedding.EmbeddingModels;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import cn.zhitong.common.jdbc.Migrations;
import cn.zhitong.common.jdbc.SingleConnectionDataSource;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.DatabaseStartException;
import cn.zhitong.common.postgres.EmbeddedDatabase;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceFile;
import cn.zhitong.ingest.read.SourceReader;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.LibraryEmbedder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database, while no service runs: the one that {@code ZHITONG_DB_URL} names, else the data
 * folder's own, started for as long as it takes. The next service that starts catches up.
 */
final class DatabaseTarget implements IngestTarget {
  private final String description;
  private final DataSource database;
  private final List<AutoCloseable> opened;

  private DatabaseTarget(String description, DataSource database, List<AutoCloseable> opened) {
    this.description = description;
    this.database = database;
    this.opened = opened;
  }

  static DatabaseTarget open(Path folder, Map<String, String> environment) throws TargetException {
    String url = environment.getOrDefault("ZHITONG_DB_URL", "").strip();
    try {
      return url.isEmpty() ? embedded(folder, environment) : external(url, environment);
    } catch (DatabaseStartException | IllegalArgumentException e) {
      throw new TargetException(e.getMessage(), e);
    }
  }

  private static DatabaseTarget embedded(Path path, Map<String, String> environment) {
    DataFolder folder = DataFolder.open(path);
    try {
      EmbeddedDatabase database = EmbeddedDatabase.start(folder, environment.get("ZHITONG_PG_BIN"));
      return new DatabaseTarget(
          "数据目录 " + folder.path() + " 的数据库", database.dataSource(), List.of(database, folder));
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static DatabaseTarget external(String url, Map<String, String> environment) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(url);
    database.setUser(environment.getOrDefault("ZHITONG_DB_USER", "zhitong"));
    database.setPassword(environment.getOrDefault("ZHITONG_DB_PASSWORD", ""));
    return new DatabaseTarget("数据库 " + url.replaceAll("\\?.*", ""), database, List.of());
  }

  @Override
  public String describe() {
    return description;
  }

  @Override
  public void ingest(List<SourceFile> files, IngestListener listener) throws TargetException {
    try (EmbeddingModels models = EmbeddingModels.configured(System.getenv());
        SingleConnectionDataSource kept = new SingleConnectionDataSource(database)) {
      Migrations.migrateCorpus(database);
      Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
      Jdbc jdbc = new Jdbc(kept);
      CorpusStore store = new CorpusStore(jdbc, clock);
      LibraryEmbedder embedder = new LibraryEmbedder(jdbc, models);
      Ingest ingest = new Ingest(new SourceReader(), new PolicyParser(), embedder, store);
      ingest.run(IngestCommand.SOURCE, files, PolicyMetadata.builder().build(), listener);
    } catch (JdbcException e) {
      throw new TargetException("数据库中断，已入库的文件不受影响；恢复后重新运行即可接着导入。" + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    for (AutoCloseable closeable : opened) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot close " + description, e);
      }
    }
  }
}
