package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.duplicates.DuplicateIndex;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Erases personal data whose time is over: what the enterprise wrote, its contacts, and all free
 * text of the log. The events stay, with digests whose salts are gone, and so does their chain.
 */
@ApplicationScoped
class Retention {
  private static final Logger LOG = Logger.getLogger(Retention.class);

  /** What nobody came back to for so long is not wanted any more. */
  private static final Duration COPIES_KEPT = Duration.ofDays(30);

  private final CaseStore store;
  private final CaseLog log;
  private final CaseImportStore imports;
  private final WorkCopyStore copies;
  private final DuplicateIndex recent;
  private final RetentionConfig config;

  Retention(
      CaseStore store,
      CaseLog log,
      CaseImportStore imports,
      WorkCopyStore copies,
      DuplicateIndex recent,
      RetentionConfig config) {
    this.store = store;
    this.log = log;
    this.imports = imports;
    this.copies = copies;
    this.recent = recent;
    this.config = config;
  }

  @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void expire() {
    imports.expire();
    copies.expire(log.now().minus(COPIES_KEPT));
    config.eraseAfterDays().ifPresent(this::eraseOlderThan);
  }

  /** Erases every case that has been over for so many days; returns how many. */
  int eraseOlderThan(int days) {
    Instant before = log.now().minus(Duration.ofDays(days));
    int erased = 0;
    for (Optional<UUID> id = eraseOne(before, days); id.isPresent(); id = eraseOne(before, days)) {
      recent.forget(id.get());
      erased++;
    }
    if (erased > 0) {
      LOG.infof("erased the personal data of %d cases", erased);
    }
    return erased;
  }

  private Optional<UUID> eraseOne(Instant before, int days) {
    return store.change(
        change -> {
          Optional<CaseFile> file = change.lockExpired(before);
          file.ifPresent(found -> log.write(change, found, entry(found, days)));
          return file.map(CaseFile::id);
        });
  }

  private static CaseLog.Entry entry(CaseFile file, int days) {
    return CaseLog.Entry.bySystem(EventType.ERASED, "保留期满", file, new EventPayload.Erased(days));
  }
}
