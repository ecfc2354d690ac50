package cn.zhitong.assistant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.postgres.StreamingPair;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On two real servers, one replaying the other's changes; where pg_basebackup is found. */
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicaDatabaseTest {
  private static final Duration BOUND = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String PORT = "select inet_server_port()";

  private static StreamingPair pair;
  private static Jdbc primary;

  private SimpleMeterRegistry meters;
  private ReplicaDatabase replica;
  private Jdbc reads;

  @BeforeAll
  static void startServers(@TempDir Path folder) throws Exception {
    String bin = System.getenv("ZHITONG_PG_BIN");
    assumeTrue(StreamingPair.possible(bin), "no PostgreSQL with pg_basebackup");
    pair = StreamingPair.start(folder, bin, false);
    primary = new Jdbc(pair.primary());
    primary.update("create table note (id int primary key)");
  }

  @AfterAll
  static void stopServers() {
    if (pair != null) {
      pair.close();
    }
  }

  private record Config(Optional<String> url, Duration maxLag) implements ReplicaConfig {
    @Override
    public Optional<String> user() {
      return Optional.empty();
    }

    @Override
    public Optional<String> password() {
      return Optional.empty();
    }

    @Override
    public int maxSize() {
      return 4;
    }
  }

  private void open(String readUrl) {
    Config config = new Config(Optional.of(readUrl), BOUND);
    ReplicaStore store =
        new ReplicaStore(
            config,
            Optional.of(pair.primaryUrl()),
            Optional.of(StreamingPair.USER),
            Optional.of(""));
    meters = new SimpleMeterRegistry();
    replica = new ReplicaDatabase(pair.primary(), config, store, meters);
    reads = replica.reads(primary);
    replica.start(new StartupEvent());
  }

  @AfterEach
  void close() {
    if (replica != null) {
      replica.stop(new ShutdownEvent());
    }
  }

  private int port() {
    return reads.first(PORT, row -> row.getInt(1)).orElseThrow();
  }

  private void awaitPort(int port) {
    await().atMost(PATIENCE).until(this::port, found -> found == port);
  }

  private long notes(Jdbc jdbc, int id) {
    return jdbc.query("select id from note where id = ?", row -> 1, id).size();
  }

  private double counted(String server) {
    return meters.get("zhitong.replica.reads").tag("server", server).counter().count();
  }

  @Test
  @Order(1)
  void reads_freshReplica_goThere() {
    open(pair.replicaUrl());
    awaitPort(pair.replicaPort());

    assertThat(counted("replica")).isPositive();
    assertThat(meters.get("zhitong.replica.lag").gauge().value()).isBetween(0.0, 2.0);
    assertThat(replica.state().orElseThrow()).contains("behind at most");
  }

  @Test
  @Order(2)
  void writes_throughReads_goToThePrimary() {
    open(pair.replicaUrl());
    awaitPort(pair.replicaPort());

    reads.update("insert into note values (1)");
    reads.transaction(session -> session.update("insert into note values (2)"));

    assertThat(notes(primary, 1) + notes(primary, 2)).isEqualTo(2);
  }

  @Test
  @Order(3)
  void reads_replicaBehind_goToThePrimaryAndComeBack() {
    open(pair.replicaUrl());
    awaitPort(pair.replicaPort());
    pair.pauseReplay();
    try {
      primary.update("insert into note values (3)");
      awaitPort(pair.primaryPort());
      assertThat(notes(reads, 3)).isEqualTo(1);
      assertThat(replica.state().orElseThrow()).contains("滞后");
      assertThat(counted("primary")).isPositive();
    } finally {
      pair.resumeReplay();
    }
    awaitPort(pair.replicaPort());
    assertThat(notes(reads, 3)).isEqualTo(1);
  }

  @Test
  @Order(4)
  void reads_changeRequired_areNeverOlder() {
    open(pair.replicaUrl());
    awaitPort(pair.replicaPort());
    pair.pauseReplay();
    try {
      primary.update("insert into note values (4)");
      replica.require();
      // At once, although the replica is not yet further behind than it may be.
      assertThat(notes(reads, 4)).isEqualTo(1);
    } finally {
      pair.resumeReplay();
    }
    awaitPort(pair.replicaPort());
    assertThat(notes(reads, 4)).isEqualTo(1);
  }

  @Test
  @Order(5)
  void reads_idlePrimary_stayOnTheReplica() {
    open(pair.replicaUrl());
    awaitPort(pair.replicaPort());
    // Longer than the bound without any write: the age of the last transaction would be too high.
    await()
        .during(BOUND.plusSeconds(1))
        .atMost(PATIENCE)
        .until(this::port, found -> found == pair.replicaPort());
  }

  @Test
  @Order(6)
  void reads_noReplica_goToThePrimary() {
    open(pair.primaryUrl());
    await().atMost(PATIENCE).until(() -> replica.state().orElseThrow().contains("不是"));

    assertThat(port()).isEqualTo(pair.primaryPort());
    assertThat(counted("replica")).isZero();
  }

  @Test
  @Order(7)
  void reads_replicaKilled_goOnWithoutAFailure() throws Exception {
    open(pair.replicaUrl());
    awaitPort(pair.replicaPort());
    pair.killReplica();

    for (int i = 0; i < 50; i++) {
      assertThat(port()).isEqualTo(pair.primaryPort());
    }
    assertThat(replica.state().orElseThrow()).contains("not in use");

    pair.restartReplica();
    awaitPort(pair.replicaPort());
  }
}
