package cn.zhitong.assistant.runtime;

import cn.zhitong.assistant.runtime.ReplicaStore.Position;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import cn.zhitong.common.jdbc.ReplicaLag;
import cn.zhitong.common.jdbc.ReplicaSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The read replica of search and reports. It is asked twice a second how far it is; while it is
 * further behind than {@code zhitong.db.read.max-lag}, cannot be reached, or is no replica of this
 * database, reads go to the database itself.
 */
@ApplicationScoped
public class ReplicaDatabase implements ReplicaSource {
  private static final Logger LOG = Logger.getLogger(ReplicaDatabase.class);

  /** A tenth of the lag that is allowed by default; two trivial statements each time. */
  private static final long PROBE_MILLIS = 500;

  private final DataSource primary;
  private final long maxLag;
  private final ReplicaStore store;
  private final ReplicaLag lag = new ReplicaLag();
  private final Counter onReplica;
  private final Counter onPrimary;
  private final ScheduledExecutorService prober =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("replica-prober"));
  private volatile boolean used;
  private volatile String trouble = "尚未核对";

  ReplicaDatabase(
      DataSource primary, ReplicaConfig config, ReplicaStore store, MeterRegistry meters) {
    this.primary = primary;
    this.maxLag = config.maxLag().toNanos();
    this.store = store;
    this.onReplica = reads("replica", meters);
    this.onPrimary = reads("primary", meters);
    Gauge.builder("zhitong.replica.lag", this, ReplicaDatabase::lagSeconds)
        .description("How old what the read replica shows is at most; no number while unknown")
        .baseUnit("seconds")
        .register(meters);
  }

  private static Counter reads(String server, MeterRegistry meters) {
    return Counter.builder("zhitong.replica.reads")
        .description("Reads that may go to the replica, by the server that they went to")
        .tag("server", server)
        .register(meters);
  }

  /** Whoever is handed it gets a migrated database, as with {@link Infrastructure}. */
  @Produces
  @Singleton
  @Replica
  Jdbc reads(Jdbc migrated) {
    return store.configured() ? new Jdbc(primary, this) : migrated;
  }

  void start(@Observes StartupEvent event) {
    if (store.configured()) {
      prober.scheduleWithFixedDelay(this::probe, 0, PROBE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    prober.shutdownNow();
    store.close();
  }

  @Override
  public Optional<DataSource> fresh() {
    if (lag.within(maxLag, System.nanoTime())) {
      onReplica.increment();
      return Optional.of(store.source());
    }
    onPrimary.increment();
    return Optional.empty();
  }

  @Override
  public void failed(JdbcException e) {
    lag.forget();
    onPrimary.increment();
    trouble = "读取失败：" + e.getMessage();
    tellChange();
  }

  /** What was just written has to be seen: until the replica has it, reads go to the database. */
  public void require() {
    lag.require(System.nanoTime());
  }

  /** For the health check; empty where no replica is configured. */
  public Optional<String> state() {
    if (!store.configured()) {
      return Optional.empty();
    }
    return Optional.of(
        lag.within(maxLag, System.nanoTime())
            ? "%.1f s behind at most".formatted(lagSeconds())
            : "not in use: " + trouble);
  }

  private double lagSeconds() {
    OptionalLong nanos = lag.nanos(System.nanoTime());
    return nanos.isPresent() ? nanos.getAsLong() / 1e9 : Double.NaN;
  }

  private void probe() {
    try {
      compare(written());
    } catch (JdbcException e) {
      lag.forget();
      trouble = "连不上：" + e.getMessage();
    } catch (RuntimeException e) {
      lag.forget();
      trouble = e.toString();
      LOG.warn("the replica could not be probed", e);
    }
    tellChange();
  }

  /** Empty while the database itself cannot be asked: what is known of the replica only ages. */
  private Optional<Position> written() {
    long moment = System.nanoTime();
    try {
      Position at = store.written();
      lag.written(moment, at.position());
      return Optional.of(at);
    } catch (JdbcException e) {
      return Optional.empty();
    }
  }

  private void compare(Optional<Position> written) {
    Position replayed = store.replayed();
    if (written.isPresent() && written.get().cluster() != replayed.cluster()) {
      lag.forget();
      trouble = "ZHITONG_DB_READ_URL 指向的不是 ZHITONG_DB_URL 的副本";
    } else if (!replayed.standby()) {
      lag.forget();
      trouble = "它不是（或不再是）副本";
    } else {
      lag.replayed(replayed.position());
      trouble = "滞后超过 zhitong.db.read.max-lag";
    }
  }

  private synchronized void tellChange() {
    boolean now = lag.within(maxLag, System.nanoTime());
    if (now && !used) {
      LOG.info("只读副本可用，检索和报表改读副本");
    } else if (!now && used) {
      LOG.warnf("不再读只读副本（%s），检索和报表改读主库", trouble);
    }
    used = now;
  }
}
