package cn.zhitong.bench.rehearsal;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What goes wrong, in its order, spread over the time that the script is given. The script does
 * what a supervisor of processes does (starts what ended) and what a manager of replicas does
 * (promotes); nothing else is done by hand.
 */
final class FaultScript {
  private static final int SLOW_MILLIS = 60;

  /** How long things may take to go on by themselves after a fault has ended. */
  private static final Duration RECOVERY = Duration.ofSeconds(120);

  private static final int PIECE = 1 << 20;

  private final FaultStage stage;
  private final FaultClient client;
  private final FaultLoad load;
  private final Duration slot;
  private final Consumer<String> say;
  private final List<String> wrong = new ArrayList<>();

  /**
   * @param length of the whole; each of the eight parts gets its share
   */
  FaultScript(
      FaultStage stage, FaultClient client, FaultLoad load, Duration length, Consumer<String> say) {
    this.stage = stage;
    this.client = client;
    this.load = load;
    this.slot = length.dividedBy(8);
    this.say = say;
  }

  List<String> wrong() {
    return wrong;
  }

  /** Its pauses are how long each fault lasts, and the quiet time before and after. */
  void play() throws IOException, InterruptedException {
    Thread.sleep(slot.toMillis() / 2);
    during("网络变慢（数据库的每个来回多 " + 2 * SLOW_MILLIS + " 毫秒）", this::slowNetwork);
    during("节点乙的时钟先快一小时，再慢一小时", this::clockSteps);
    during("kill -9 节点乙，再启动", this::nodeKilled);
    during("kill -9 副本，再启动", this::replicaKilled);
    if (stage.disk().isPresent()) {
      during("主库磁盘满，再清出", this::diskFull);
    } else {
      say.accept("主库磁盘满：本机不允许挂载 tmpfs，跳过");
    }
    during("kill -9 主库，提升副本", this::primaryKilled);
    Thread.sleep(slot.toMillis() / 2);
  }

  @FunctionalInterface
  private interface Fault {
    void happen() throws IOException, InterruptedException;
  }

  private void during(String what, Fault fault) throws IOException, InterruptedException {
    long before = load.confirmed();
    int lost = client.lost();
    int refused = refusals();
    fault.happen();
    long meanwhile = load.confirmed() - before;
    long began = System.nanoTime();
    Optional<Duration> recovered = nextConfirmed(began);
    if (recovered.isEmpty()) {
      wrong.add(what + "：结束后 " + RECOVERY.toSeconds() + " 秒仍没有恢复");
    }
    say.accept(
        "%s：其间确认 %d 次写入，拒绝 %d 次，没有应答 %d 次；结束后 %.1f 秒有写入确认"
            .formatted(
                what,
                meanwhile,
                refusals() - refused,
                client.lost() - lost,
                recovered.map(time -> time.toMillis() / 1000.0).orElse(Double.NaN)));
  }

  private int refusals() {
    return client.refusals().values().stream().mapToInt(Integer::intValue).sum();
  }

  private Optional<Duration> nextConfirmed(long began) throws InterruptedException {
    long before = load.confirmed();
    while (System.nanoTime() - began < RECOVERY.toNanos()) {
      if (load.confirmed() > before) {
        return Optional.of(Duration.ofNanos(System.nanoTime() - began));
      }
      Thread.sleep(50);
    }
    return Optional.empty();
  }

  private void slowNetwork() throws InterruptedException {
    stage.slow(SLOW_MILLIS);
    Thread.sleep(slot.toMillis());
    stage.slow(0);
  }

  private void clockSteps() throws IOException, InterruptedException {
    for (String offset : List.of("PT1H", "-PT1H", "PT0S")) {
      // Renamed into place: a node never reads half a line.
      Path next = Files.writeString(stage.clockOffset().resolveSibling("next-offset"), offset);
      Files.move(next, stage.clockOffset(), StandardCopyOption.ATOMIC_MOVE);
      Thread.sleep(slot.toMillis() / 3);
    }
  }

  private void nodeKilled() throws IOException, InterruptedException {
    client.node(1).kill();
    Thread.sleep(slot.toMillis() / 2);
    client.replace(1, stage.startNode(1));
  }

  /** Commits wait for it meanwhile: nothing is confirmed that it does not have. */
  private void replicaKilled() throws IOException, InterruptedException {
    stage.pair().killReplica();
    Thread.sleep(slot.toMillis() / 3);
    stage.pair().restartReplica();
  }

  private void diskFull() throws IOException, InterruptedException {
    Path ballast = stage.disk().orElseThrow().resolve("ballast");
    fill(ballast);
    useUpLog();
    Thread.sleep(slot.toMillis() / 2);
    Files.delete(ballast);
    stage.pair().restartPrimary();
  }

  private static void fill(Path ballast) throws IOException {
    byte[] piece = new byte[PIECE];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      for (int size = PIECE; size >= 1; size /= 4) {
        writeUntilFull(out, piece, size);
      }
    }
  }

  private static void writeUntilFull(OutputStream out, byte[] piece, int size) {
    try {
      while (true) {
        out.write(piece, 0, size);
      }
    } catch (IOException full) {
      // Smaller pieces may still fit.
    }
  }

  /** Segments of the log that are there already would last for a while. */
  private void useUpLog() {
    Jdbc jdbc = new Jdbc(stage.pair().primary());
    try {
      for (int i = 0; i < 16; i++) {
        jdbc.query(
            "select pg_logical_emit_message(false, 'rehearsal', repeat('x', 8000000))", row -> 1);
      }
    } catch (JdbcException full) {
      // Which was the purpose.
    }
  }

  private void primaryKilled() throws IOException, InterruptedException {
    long killed = System.nanoTime();
    stage.pair().killPrimary();
    // How long whoever watches a replica needs to notice.
    Thread.sleep(2000);
    stage.pair().promote();
    Optional<Duration> back = nextConfirmed(killed);
    say.accept(
        "主库被杀到下一次写入确认：%.1f 秒（含 2 秒后才提升）"
            .formatted(back.map(time -> time.toMillis() / 1000.0).orElse(Double.NaN)));
  }
}
