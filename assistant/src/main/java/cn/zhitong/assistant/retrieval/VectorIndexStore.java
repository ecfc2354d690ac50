package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.runtime.DaemonThreads;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Builds an index of vectors while policies are stored and searched. It cannot be one transaction:
 * a build that breaks off leaves an invalid index, which the next start drops and builds anew.
 */
final class VectorIndexStore {
  private static final Logger LOG = Logger.getLogger(VectorIndexStore.class);

  /** Any number; keeps two nodes that start at once from building the index twice. */
  private static final long LOCK = 7_214_001_512L;

  /**
   * Asked again and again: whoever waited for the lock inside a statement would hold a snapshot,
   * for whose end a concurrent build waits in turn.
   */
  private static final String TRY_LOCK = "select pg_try_advisory_lock(?)";

  private static final String UNLOCK = "select pg_advisory_unlock(?)";

  private static final Duration RETRY = Duration.ofSeconds(1);

  /** Long enough for a line in the log to tell something new. */
  private static final int REPORT_SECONDS = 15;

  static final String VALID = "select indisvalid from pg_index where indexrelid = to_regclass(?)";

  private static final String PASSAGES = "select count(*) as passages from corpus.passage";

  /** Versions below 0.8.4 overflow in, and corrupt, an index that is built in parallel. */
  private static final String ONE_WORKER = "set max_parallel_maintenance_workers = 0";

  private static final String MEMORY = "select set_config('maintenance_work_mem', ?, false)";

  private static final String AS_BEFORE =
      "reset max_parallel_maintenance_workers; reset maintenance_work_mem";

  private static final String PROGRESS =
      """
      select phase || coalesce(' ' || 100 * blocks_done / nullif(blocks_total, 0) || ' %', '')
        from pg_stat_progress_create_index where relid = 'corpus.passage'::regclass
      """;

  private final Jdbc jdbc;
  private final String version;
  private final String name;
  private final String columns;

  /**
   * @param version of pgvector
   * @param name of the index, in the schema of passages
   * @param columns what stands behind {@code on corpus.passage}
   */
  VectorIndexStore(Jdbc jdbc, String version, String name, String columns) {
    this.jdbc = jdbc;
    this.version = version;
    this.name = name;
    this.columns = columns;
  }

  /** Returns when the index is there and whole, whoever has built it. */
  void run() {
    if (valid().equals(List.of(true))) {
      return;
    }
    jdbc.session(
        session -> {
          lock(session);
          try {
            build(session);
          } finally {
            leave(session);
          }
          return null;
        });
  }

  /** Empty where there is none. */
  private List<Boolean> valid() {
    return jdbc.query(VALID, row -> row.getBoolean(1), "corpus." + name);
  }

  private void lock(Jdbc.Session session) throws SQLException {
    boolean told = false;
    while (!session.query(TRY_LOCK, row -> row.getBoolean(1), LOCK).get(0)) {
      if (!told) {
        LOG.infof("vector index %s: another node builds one, waiting for it", name);
        told = true;
      }
      LockSupport.parkNanos(RETRY.toNanos());
    }
  }

  private void build(Jdbc.Session session) throws SQLException {
    List<Boolean> valid = valid();
    if (valid.equals(List.of(true))) {
      return;
    }
    if (!valid.isEmpty()) {
      LOG.warnf("vector index %s: invalid, left by a build that broke off; built anew", name);
      session.update("drop index concurrently corpus." + name);
    }
    long passages = session.query(PASSAGES, row -> row.getLong("passages")).get(0);
    LOG.infof(
        "vector index %s: being built over %d passages, which can be stored on", name, passages);
    ScheduledExecutorService reports = reports();
    try {
      if (PgVersion.older(version, "0.8.4")) {
        session.update(ONE_WORKER);
      }
      session.query(MEMORY, row -> 1, buildMemory(passages) + "MB");
      session.update("create index concurrently " + name + " on corpus.passage " + columns);
    } finally {
      reports.shutdownNow();
    }
    LOG.infof("vector index %s: built", name);
  }

  private static void leave(Jdbc.Session session) {
    try {
      session.update(AS_BEFORE);
      session.query(UNLOCK, row -> 1, LOCK);
    } catch (SQLException e) {
      // The connection is gone, and its settings and lock with it; what was done says why.
      LOG.debug("vector index: the connection ended", e);
    }
  }

  private ScheduledExecutorService reports() {
    ScheduledExecutorService reports =
        Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("vector-index-build"));
    reports.scheduleAtFixedRate(this::report, REPORT_SECONDS, REPORT_SECONDS, TimeUnit.SECONDS);
    return reports;
  }

  private void report() {
    try {
      // Where the table is distributed, its workers know and the coordinator does not.
      String phase = jdbc.first(PROGRESS, row -> row.getString(1)).orElse("under way");
      LOG.infof("vector index %s: %s", name, phase);
    } catch (JdbcException e) {
      LOG.debugf(e, "vector index %s: no progress to tell", name);
    }
  }

  /**
   * Megabytes in which the graph of so many passages fits while it is built; out of memory,
   * pgvector goes on from the disk and takes many times as long. 1 KB of vector and .5 KB of links
   * a passage.
   */
  static long buildMemory(long passages) {
    return Math.min(2048, Math.max(256, passages * 3 / 2048));
  }
}
