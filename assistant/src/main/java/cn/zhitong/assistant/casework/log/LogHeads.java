package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.eventlog.EventChain;
import cn.zhitong.assistant.notice.Notice;
import cn.zhitong.assistant.runtime.Infrastructure;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Signs, once a day, the head over all cases, and gives it out of the database: into the data
 * folder of every node, to the webhook and by mail.
 */
@ApplicationScoped
class LogHeads {
  private static final Logger LOG = Logger.getLogger(LogHeads.class);

  /** No transaction that wrote an event before midnight is still open so long after it. */
  private static final Duration SETTLED = Duration.ofMinutes(15);

  private final LogHeadStore store;
  private final LogKeyHolder keys;
  private final Clock clock;

  LogHeads(LogHeadStore store, LogKeyHolder keys, Clock clock) {
    this.store = store;
    this.keys = keys;
    this.clock = clock;
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void signYesterday() {
    Instant settled = clock.instant().minus(SETTLED);
    sign(LocalDate.ofInstant(settled, Infrastructure.ZONE).minusDays(1));
  }

  /** Signs the day's head unless it is there, and sees that this node has its copy. */
  void sign(LocalDate day) {
    LogKey key = keys.key().orElse(null);
    if (key == null) {
      return;
    }
    String text = store.ofDay(day).orElseGet(() -> signed(day, key));
    Path folder = keys.heads();
    if (folder != null && !Files.exists(folder.resolve(day + ".txt"))) {
      LogKeyHolder.write(folder.resolve(day + ".txt"), text);
    }
  }

  private String signed(LocalDate day, LogKey key) {
    Instant through = day.plusDays(1).atStartOfDay(Infrastructure.ZONE).toInstant();
    HeadRoot root = store.root(through);
    String previous = store.lastBefore(day).map(EventChain::sha256).orElse("-");
    LogHead head =
        new LogHead(
            day, through, root.cases(), root.events(), root.root(), previous, key.publicKey());
    String text = head.signedBy(key);
    if (store.keep(day, text, clock.instant(), notice(day, text))) {
      LOG.infof("signed the log head of %s over %d cases", day, head.cases());
      return text;
    }
    return store.ofDay(day).orElseThrow();
  }

  private Notice notice(LocalDate day, String text) {
    String subject = "办件记录签名总账 " + day + "（请存档）";
    return new Notice(
        null,
        "log.head",
        day.toString(),
        null,
        subject,
        subject + "\n\n" + text,
        null,
        Map.of("day", day.toString(), "text", text),
        clock.instant());
  }

  /** Every head that is kept anywhere, by day; the copy outside the database counts. */
  List<LogHeadStore.Kept> kept() {
    Map<LocalDate, LogHeadStore.Kept> byDay = new TreeMap<>();
    store.all().forEach(head -> byDay.put(head.day(), head));
    copies().forEach(head -> byDay.put(head.day(), head));
    return List.copyOf(byDay.values());
  }

  private List<LogHeadStore.Kept> copies() {
    Path folder = keys.heads();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.flatMap(file -> copy(file).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<LogHeadStore.Kept> copy(Path file) {
    String name = file.getFileName().toString();
    if (!name.matches("\\d{4}-\\d{2}-\\d{2}\\.txt")) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(name.substring(0, name.length() - ".txt".length()));
      return Optional.of(new LogHeadStore.Kept(day, Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<LogKey> key() {
    return keys.key();
  }
}
