package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.Created;
import cn.zhitong.assistant.application.ApplicationPayload.ReviewPlan;
import cn.zhitong.assistant.matching.condition.MatchOutcome;
import cn.zhitong.assistant.matching.enterprise.CreditCode;
import cn.zhitong.assistant.matching.enterprise.EnterpriseFile;
import cn.zhitong.assistant.matching.enterprise.Enterprises;
import cn.zhitong.assistant.matching.item.Items;
import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.JdbcException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Makes an application of each enterprise on a confirmed list, each in a transaction of its own:
 * what a node leaves undone, another goes on with.
 */
@ApplicationScoped
class DirectListFiling {
  private static final Logger LOG = Logger.getLogger(DirectListFiling.class);
  private static final int BATCH = 200;

  private final DirectListStore store;
  private final ApplicationStore applications;
  private final ApplicationLog log;
  private final ApplicationDeadlines deadlines;
  private final ApplicationConflicts conflicts;
  private final ReviewPlans plans;
  private final Eligibility eligibility;
  private final Enterprises enterprises;
  private final Items items;
  private final ApplicationConfig config;

  DirectListFiling(
      DirectListStore store,
      ApplicationStore applications,
      ApplicationLog log,
      ApplicationDeadlines deadlines,
      ApplicationConflicts conflicts,
      ReviewPlans plans,
      Eligibility eligibility,
      Enterprises enterprises,
      Items items,
      ApplicationConfig config) {
    this.store = store;
    this.applications = applications;
    this.log = log;
    this.deadlines = deadlines;
    this.conflicts = conflicts;
    this.plans = plans;
    this.eligibility = eligibility;
    this.enterprises = enterprises;
    this.items = items;
    this.config = config;
  }

  @Scheduled(
      every = "60s",
      delayed = "30s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void goOn() {
    for (UUID id : store.unfinished()) {
      try {
        DirectList list = store.byId(id).orElseThrow();
        LOG.infof("going on with the list %s of item %s", id, list.itemTitle());
        file(list);
      } catch (RuntimeException e) {
        // One that fails must not keep the others back.
        LOG.errorf(e, "the list %s could not be gone on with", id);
      }
    }
  }

  /** Files the first of a list that was just confirmed; the rest follows by itself. */
  void begin(DirectList list) {
    Filing filing = filing(list);
    store.open(list.id(), "", BATCH).forEach(entry -> file(filing, entry));
  }

  private void file(DirectList list) {
    Filing filing = filing(list);
    for (List<DirectList.Entry> some = store.open(list.id(), "", BATCH);
        !some.isEmpty();
        some = store.open(list.id(), some.get(some.size() - 1).creditCode(), BATCH)) {
      some.forEach(entry -> file(filing, entry));
    }
  }

  /** What all on a list have in common. */
  private record Filing(DirectList list, StoredItem item, ReviewPlan plan) {}

  private Filing filing(DirectList list) {
    StoredItem item =
        items
            .version(list.itemId(), list.itemVersion())
            .orElseThrow(() -> new IllegalStateException("an item's version is never removed"));
    return new Filing(list, item, plan(item));
  }

  /** What is given without a request is always made public first. */
  private ReviewPlan plan(StoredItem item) {
    ReviewPlan plan = plans.of(item);
    int days = plan.publicityDays() == 0 ? config.publicityWorkingDays() : plan.publicityDays();
    return new ReviewPlan(
        plan.department(),
        plan.steps(),
        plan.acceptDays(),
        plan.workingDays(),
        days,
        plan.calendarDays(),
        plan.capFen(),
        plan.objectionWay());
  }

  private void file(Filing filing, DirectList.Entry entry) {
    try {
      Optional<String> skip = listed(filing, entry);
      skip.ifPresent(why -> store.skipped(filing.list().id(), entry.creditCode(), why));
    } catch (RuntimeException e) {
      // It stays open, and is tried again with the next round.
      LOG.errorf(e, "an entry of the list %s could not be filed", filing.list().id());
    }
  }

  /** Why it was left out; empty where it has its application. */
  private Optional<String> listed(Filing filing, DirectList.Entry entry) {
    Optional<EnterpriseFile> file = enterprises.file(new CreditCode(entry.creditCode()));
    boolean met =
        file.isPresent()
            && eligibility.of(filing.item(), file.get(), List.of()).outcome() == MatchOutcome.MET;
    if (!met) {
      return Optional.of("确认时已不符合条件或档案已清除");
    }
    for (int attempt = 1; ; attempt++) {
      try {
        applications.change(change -> listed(change, filing, file.get()));
        return Optional.empty();
      } catch (Problem.Conflict e) {
        return Optional.of(e.getMessage());
      } catch (JdbcException e) {
        if (!e.isUniqueViolation()) {
          throw e;
        }
        // Another number is drawn; what is not the number's clash comes again.
        if (attempt == ApplicationNumbers.TRIES) {
          return Optional.of("同时有另一件申报，请重新建立名单");
        }
      }
    }
  }

  private UUID listed(ApplicationChangeStore change, Filing filing, EnterpriseFile file) {
    StoredItem item = filing.item();
    ReviewPlan plan = filing.plan();
    String code = file.creditCode().value();
    change.lockEnterprise(code);
    if (change.hadDirect(item.id(), item.version(), code)) {
      throw new Problem.Conflict("已列入过这一版事项的名单", Map.of());
    }
    Created created =
        ApplicationBeginning.listed(
            item,
            code,
            file.name(),
            Submissions.profile(file),
            plan,
            filing.list().id(),
            deadlines.publicity(deadlines.today(), plan.publicityDays(), plan.calendarDays()));
    conflicts.atListing(change, created, item);
    ApplicationFile begun =
        log.begin(
            change,
            ApplicationLog.Entry.bySystem(
                ApplicationEventType.LISTED,
                "由 " + filing.list().deciderName() + " 确认的名单",
                0,
                created));
    change.listed(filing.list().id(), code, begun.id());
    return begun.id();
  }
}
