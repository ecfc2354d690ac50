package cn.zhitong.assistant.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** On a cluster of three servers, where a PostgreSQL with Citus is found by ZHITONG_PG_BIN. */
@Tag("optional")
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CitusTest {
  private static final String POLICIES =
      """
      insert into corpus.policy (id, source, external_id, digest, text, display_title, kind, status,
                                 text_digest, embedding_model, created_at, updated_at)
      select md5('p' || n)::uuid, 'test', n::text, '', 'text', 'title', 'policy', 'in_force', '', '',
             now(), now()
        from generate_series(1, 200) n
      """;

  private static final String PASSAGES =
      """
      insert into corpus.passage (id, policy_id, ordinal, clause, headings, start_at, end_at, text,
                                  embedding, kind)
      select md5('s' || n || '/' || i)::uuid, md5('p' || n)::uuid, i, 0, '', 0, 4, 'text',
             (select array_agg(sin(n * 37 + i * 11 + d * (n % 17 + 1))::real)
                from generate_series(1, 512) d),
             'policy'
        from generate_series(1, 200) n, generate_series(1, 3) i
      """;

  private static final String INDEX =
      """
      create index passage_embedding_hnsw on corpus.passage
      using hnsw ((embedding::halfvec(512)) halfvec_cosine_ops)
      """;

  private static final String NEAREST =
      """
      select id::text as id from corpus.passage
       order by embedding::halfvec(512) <=>
                (select array_agg(cos(d * 3)::real) from generate_series(1, 512) d)::halfvec(512), id
       limit 10
      """;

  private static CitusCluster cluster;
  private static Jdbc jdbc;
  private static List<String> before;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Optional<Path> bin = CitusCluster.programs();
    assumeTrue(bin.isPresent(), "ZHITONG_PG_BIN names no PostgreSQL with Citus");
    cluster = CitusCluster.start(bin.get(), folder);
    Migrations.migrateCorpus(cluster.coordinator());
    Migrations.migrate(cluster.coordinator(), "assistant", DatabaseCommand.class.getClassLoader());
    jdbc = new Jdbc(cluster.coordinator());
    jdbc.update(POLICIES);
    jdbc.update(PASSAGES);
    jdbc.update(INDEX);
    before = nearest();
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  private static List<String> nearest() {
    return jdbc.query(NEAREST, row -> row.getString("id"));
  }

  private record Ran(int exit, String out) {}

  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    CommandLine command = DatabaseCommand.commandLine(cluster.environment());
    command.setOut(new PrintWriter(out));
    return new Ran(command.execute(arguments), out.toString());
  }

  @Test
  @Order(1)
  void distribute_dryRun_changesNothing() {
    Ran ran = run("distribute", "--dry-run", "--shards", "8");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("corpus.passage：按 policy_id 分成 8 片").contains("什么也没有改");
    assertThat(new CitusStore(jdbc).distributed()).isEmpty();
  }

  @Test
  @Order(1)
  void distribute_workerOfAnotherVersion_isRefused() {
    Jdbc worker = cluster.jdbc(1);
    worker.update(
        """
        set citus.enable_ddl_propagation = off;
        create or replace function pg_catalog.citus_version() returns text language sql stable strict
        as $$ select 'Citus 12.0.1 on another machine' $$
        """);
    try {
      Ran ran = run("distribute", "--shards", "8");

      assertThat(ran.exit()).isEqualTo(1);
      assertThat(ran.out()).contains("Citus 是 12.0.1（扩展", "，协调节点是 12.", "什么也没有改");
      assertThat(new CitusStore(jdbc).distributed()).isEmpty();
    } finally {
      worker.update(
          """
          set citus.enable_ddl_propagation = off;
          create or replace function pg_catalog.citus_version() returns text language c stable strict
          as 'citus', 'citus_version'
          """);
    }
  }

  @Test
  @Order(2)
  void distribute_tables_areOnTheWorkersAndFindTheSame() {
    Ran ran = run("distribute", "--shards", "8");

    assertThat(ran.exit()).as(ran.out()).isZero();
    assertThat(new CitusStore(jdbc).distributed())
        .containsExactlyInAnyOrderElementsOf(DistributedTable.tables());
    assertThat(nearest()).isEqualTo(before);
  }

  @Test
  @Order(3)
  void check_distributed_everyShardUsesItsIndex() {
    Ran ran = run("check");

    assertThat(ran.exit()).as(ran.out()).isZero();
    assertThat(ran.out())
        .contains("[正常] 向量检索：8 片都用索引", "[正常] 按地区和日期的向量检索：8 片都用索引")
        .doesNotContain("[故障]")
        .contains(DistributedTable.values().length + " 张表都已分布");
  }

  @Test
  @Order(4)
  void distribute_again_hasNothingToDo() {
    Ran ran = run("distribute");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("已经分布好了");
  }

  @Test
  @Order(5)
  void check_indexDropped_isAFault() {
    jdbc.update("drop index corpus.passage_embedding_hnsw");
    try {
      // Without an index vectors are searched by the nodes.
      assertThat(run("check").out()).contains("Lucene");
    } finally {
      jdbc.update(INDEX);
    }
  }
}
