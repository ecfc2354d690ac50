package cn.zhitong.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
  private static final int NODES = 4;

  @TempDir Path folder;

  @Test
  void nodes_thatStartAtOnce_migrateOnce() throws Exception {
    try (DataFolder data = DataFolder.open(folder.resolve("data"));
        EmbeddedDatabase database = EmbeddedDatabase.start(data, "bundled")) {
      ExecutorService nodes = Executors.newFixedThreadPool(NODES);
      CountDownLatch together = new CountDownLatch(1);
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < NODES; i++) {
        running.add(
            nodes.submit(
                () -> {
                  together.await();
                  Migrations.migrateCorpus(database.dataSource());
                  return null;
                }));
      }
      together.countDown();
      for (Future<?> node : running) {
        node.get(60, TimeUnit.SECONDS);
      }
      nodes.shutdown();
      long twice =
          new Jdbc(database.dataSource())
              .first(
                  """
                  select count(*) - count(distinct version) from corpus.flyway_schema_history
                  where version is not null
                  """,
                  row -> row.getLong(1))
              .orElseThrow();
      assertThat(twice).isZero();
    }
  }
}
