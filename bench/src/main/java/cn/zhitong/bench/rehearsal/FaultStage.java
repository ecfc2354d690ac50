package cn.zhitong.bench.rehearsal;

import cn.zhitong.common.postgres.StreamingPair;
import cn.zhitong.eval.drive.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * What the faults happen to: a primary with a synchronous replica, a delaying proxy before each,
 * receivers of mail and webhooks that hang all the time, and two nodes.
 */
final class FaultStage implements AutoCloseable {
  /** Megabytes: a cluster with 64 MB of kept log, and a few minutes of writing. */
  private static final int DISK_SIZE = 400;

  private static final List<String> NAMES = List.of("甲", "乙");

  private final Path home;
  private final Path folder;
  private final Path disk;
  private final boolean mounted;
  private final String logKey = UUID.randomUUID().toString();
  private final List<AutoCloseable> parts = new ArrayList<>();
  private StreamingPair pair;
  private DelayProxy first;
  private DelayProxy second;
  private SilentReceiver mail;
  private SilentReceiver webhook;

  private FaultStage(Path home, Path folder) throws IOException {
    this.home = home;
    this.folder = folder;
    this.disk = Files.createDirectories(folder.resolve("database").resolve("first"));
    this.mounted =
        ran("mount", "-t", "tmpfs", "-o", "size=" + DISK_SIZE + "m", "tmpfs", disk.toString());
  }

  /** Everything but the nodes. */
  static FaultStage build(Path home, Path folder) throws IOException {
    FaultStage stage = new FaultStage(home, folder);
    try {
      stage.build();
      return stage;
    } catch (IOException | RuntimeException e) {
      stage.close();
      throw e;
    }
  }

  private void build() throws IOException {
    pair = StreamingPair.start(folder.resolve("database"), System.getenv("ZHITONG_PG_BIN"), true);
    parts.add(pair);
    first = kept(DelayProxy.before(pair.primaryPort()));
    second = kept(DelayProxy.before(pair.replicaPort()));
    mail = kept(SilentReceiver.open());
    webhook = kept(SilentReceiver.open());
  }

  private <T extends AutoCloseable> T kept(T part) {
    parts.add(part);
    return part;
  }

  private static boolean ran(String... command) throws IOException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  StreamingPair pair() {
    return pair;
  }

  /** The primary's disk of fixed size; empty where none may be mounted. */
  Optional<Path> disk() {
    return mounted ? Optional.of(disk) : Optional.empty();
  }

  /** Says how wrong the second node's clock is. */
  Path clockOffset() {
    return folder.resolve("offset");
  }

  /** Mails and webhooks that were tried in vain. */
  int unansweredNotices() {
    return mail.tries() + webhook.tries();
  }

  void slow(int millis) {
    first.delay(millis);
    second.delay(millis);
  }

  ServiceProcess startNode(int index) throws IOException, InterruptedException {
    String name = NAMES.get(index);
    return ServiceProcess.start(name, home, folder.resolve("node-" + index), environment(index));
  }

  private Map<String, String> environment(int index) {
    Map<String, String> all = new HashMap<>();
    all.put("ZHITONG_LOG_KEY", logKey);
    all.put("ZHITONG_DB_URL", StreamingPair.eitherUrl(first.port(), second.port()));
    all.put("ZHITONG_DB_USER", StreamingPair.USER);
    all.put("ZHITONG_DB_PASSWORD", "");
    all.put(
        "ZHITONG_DB_READ_URL",
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(second.port(), StreamingPair.USER));
    // All visitors come from one address here.
    all.put("ZHITONG_CASEWORK_APPEALS_PER_MINUTE", "100000");
    all.put("ZHITONG_CASEWORK_LOOKUPS_PER_MINUTE", "100000");
    all.put("ZHITONG_NOTICES_WEBHOOK_URL", "http://127.0.0.1:" + webhook.port() + "/");
    all.put("ZHITONG_NOTICES_WEBHOOK_SECRET", "whsec_" + "cmVoZWFyc2FsLXJlaGVhcnNhbA==");
    all.put("ZHITONG_NOTICES_MAIL_TO", "rehearsal@example.com");
    all.put("QUARKUS_MAILER_HOST", "127.0.0.1");
    all.put("QUARKUS_MAILER_PORT", Integer.toString(mail.port()));
    all.put("QUARKUS_MAILER_FROM", "zhitong@example.com");
    if (index == 1) {
      all.put("ZHITONG_REHEARSAL_CLOCK_OFFSET_FILE", clockOffset().toString());
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    for (int i = parts.size() - 1; i >= 0; i--) {
      try {
        parts.get(i).close();
      } catch (IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
    if (mounted) {
      ran("umount", disk.toString());
    }
  }
}
