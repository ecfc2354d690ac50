package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.web.Problem;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Tells applications of the entries that count. Entries are kept first and told afterwards, so that
 * a node that is killed between the two leaves work that the next one finishes; telling the same
 * entry again changes nothing.
 */
@ApplicationScoped
class PaymentPosting {
  private static final Logger LOG = Logger.getLogger(PaymentPosting.class);

  private final PostingStore store;
  private final PaidApplications applications;

  PaymentPosting(PostingStore store, PaidApplications applications) {
    this.store = store;
    this.applications = applications;
  }

  /** Tells all that are waiting. */
  @Scheduled(
      every = "30s",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void post() {
    for (PaidApplications.Paid one : store.waiting()) {
      try {
        applications.record(one);
        store.posted(one.entry());
      } catch (Problem e) {
        // It was fine when it was imported: somebody has acted on the application since.
        LOG.warnf("payment entry %s is not taken: %s", one.entry(), e.getMessage());
        store.refused(one.entry(), e.getMessage());
      } catch (RuntimeException e) {
        // It stays among those that wait; one must not keep the others back.
        LOG.errorf(e, "payment entry %s could not be told, it is tried again", one.entry());
      }
    }
  }
}
