package cn.zhitong.assistant.casework.retention;

import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.handling.WorkCopyStore;
import cn.zhitong.assistant.casework.imports.CaseImportStore;
import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.duplicates.DuplicateIndex;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Erases personal data whose time is over: what the enterprise wrote, its contacts, and all free
 * text of the log. The events stay, with digests whose salts are gone, and so does their chain.
 * There from the start, so that its metric is, too.
 */
@Startup
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
  private final Counter failures;

  Retention(
      CaseStore store,
      CaseLog log,
      CaseImportStore imports,
      WorkCopyStore copies,
      DuplicateIndex recent,
      RetentionConfig config,
      MeterRegistry meters) {
    this.store = store;
    this.log = log;
    this.imports = imports;
    this.copies = copies;
    this.recent = recent;
    this.config = config;
    this.failures =
        Counter.builder("zhitong.erasure.failures")
            .description("cases that retention could not erase, at each try")
            .register(meters);
  }

  @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void expire() {
    imports.expire();
    copies.expire(log.now().minus(COPIES_KEPT));
    config.eraseAfterDays().ifPresent(this::eraseOlderThan);
  }

  /**
   * Erases every case that has been over for so many days; returns how many. One that cannot be
   * erased keeps no other back, and is tried again the next time.
   */
  int eraseOlderThan(int days) {
    int erased = 0;
    for (UUID id : store.expired(log.now().minus(Duration.ofDays(days)))) {
      try {
        erased += erase(id, days) ? 1 : 0;
      } catch (RuntimeException e) {
        failures.increment();
        LOG.errorf(e, "case %s was not erased, will be tried again", id);
      }
    }
    if (erased > 0) {
      LOG.infof("erased the personal data of %d cases", erased);
    }
    return erased;
  }

  /** False where another node was faster. */
  private boolean erase(UUID id, int days) {
    boolean erased =
        store.change(
            change -> {
              Optional<CaseFile> file = change.lockUnerased(id);
              file.ifPresent(found -> log.write(change, found, entry(found, days)));
              return file.isPresent();
            });
    if (erased) {
      recent.forget(id);
    }
    return erased;
  }

  private static CaseLog.Entry entry(CaseFile file, int days) {
    return CaseLog.Entry.bySystem(EventType.ERASED, "保留期满", file, new EventPayload.Erased(days));
  }
}
