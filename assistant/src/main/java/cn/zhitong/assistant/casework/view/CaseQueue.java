package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.clock.Deadlines;
import cn.zhitong.assistant.casework.clock.UnreadBacklog;
import cn.zhitong.assistant.casework.intake.CaseTriage;
import cn.zhitong.assistant.casework.log.CaseListStore;
import cn.zhitong.assistant.casework.rights.Disclosure;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.triage.BlindCases;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.QueryText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The queue by deadline, as each role may see it, without personal data. */
@ApplicationScoped
class CaseQueue {
  private static final int SNIPPET = 80;
  private static final String AT_RISK = "at_risk";
  private static final int MAX_PAGE = 200;

  private final CaseListStore store;
  private final Deadlines deadlines;
  private final BlindCases blind;
  private final UnreadBacklog backlog;

  CaseQueue(CaseListStore store, Deadlines deadlines, BlindCases blind, UnreadBacklog backlog) {
    this.backlog = backlog;
    this.blind = blind;
    this.store = store;
    this.deadlines = deadlines;
  }

  /**
   * As the request's parameters have them.
   *
   * @param state codes or labels, comma-separated; {@code open} for all that are owed an answer
   * @param due {@code overdue}, {@code backlog}, {@code today}, or a date: due on it or before
   * @param region GB/T 2260 code; places within it count
   * @param askedFrom first day
   * @param askedTo last day
   * @param sort code of {@link CaseListStore.Order}
   */
  record Wanted(
      String state,
      String department,
      String due,
      String review,
      Boolean typical,
      String text,
      String category,
      String channel,
      String region,
      String askedFrom,
      String askedTo,
      String sort,
      Boolean mine,
      Boolean takenOn,
      String ids,
      int page,
      int pageSize) {}

  CaseViews.Page list(Wanted wanted, Caller caller) {
    if (wanted.page() < 1 || wanted.pageSize() < 1 || wanted.pageSize() > MAX_PAGE) {
      throw new Problem.InvalidRequest("page 从 1 开始，pageSize 为 1 到 " + MAX_PAGE + "。");
    }
    CaseListStore.Filter filter = filter(wanted, caller);
    long offset = (wanted.page() - 1L) * wanted.pageSize();
    List<CaseViews.Row> rows =
        store.page(filter, QueueParameters.order(wanted.sort()), wanted.pageSize(), offset).stream()
            .map(listed -> row(listed, caller))
            .toList();
    return new CaseViews.Page(rows, store.count(filter), wanted.page(), wanted.pageSize());
  }

  /** How many a list has, by its parameters as the address has them. */
  long count(Map<String, String> by, Caller caller) {
    return store.count(
        filter(
            new Wanted(
                by.get("state"),
                null,
                by.get("due"),
                by.get("review"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                by.containsKey("mine"),
                by.containsKey("takenOn") ? Boolean.TRUE : null,
                null,
                1,
                1),
            caller));
  }

  private CaseListStore.Filter filter(Wanted wanted, Caller caller) {
    LocalDate today = deadlines.today();
    String due = QueryText.blankToNull(wanted.due());
    List<String> states = QueueParameters.states(wanted.state());
    if (due != null && states == null) {
      states = QueueParameters.codes(CaseStatus.UNANSWERED.stream().toList());
    }
    boolean soon = "today".equals(due) || AT_RISK.equals(due);
    LocalDate from = soon ? today : null;
    LocalDate to =
        due == null
            ? null
            : AT_RISK.equals(due) ? deadlines.lastSoon() : QueueParameters.lastDue(due, today);
    return new CaseListStore.Filter(
        states,
        department(wanted.department(), caller),
        from,
        to,
        QueryText.blankToNull(wanted.review()),
        wanted.typical(),
        QueueParameters.words(wanted.text()),
        !caller.handlesAppeals(),
        null,
        QueueParameters.category(wanted.category()),
        QueryText.blankToNull(wanted.channel()),
        QueryText.regionPrefix(wanted.region()),
        startOf(wanted.askedFrom(), 0),
        startOf(wanted.askedTo(), 1),
        Boolean.TRUE.equals(wanted.mine()) ? caller.name() : null,
        wanted.takenOn(),
        QueueParameters.ids(wanted.ids()),
        QueueParameters.unread(due),
        backlog.since(today));
  }

  private Instant startOf(String day, int plus) {
    if (QueryText.blankToNull(day) == null) {
      return null;
    }
    try {
      return LocalDate.parse(day.strip())
          .plusDays(plus)
          .atStartOfDay(Infrastructure.ZONE)
          .toInstant();
    } catch (DateTimeException e) {
      throw new Problem.InvalidRequest("askedFrom、askedTo（提出的起止日期）请写成 2025-09-30 的形式。");
    }
  }

  /** A handler sees the own department's cases, whatever is asked for. */
  private static String department(String wanted, Caller caller) {
    if (caller.handlesAppeals()) {
      return QueryText.blankToNull(wanted);
    }
    if (!caller.has(Role.HANDLER) || caller.department() == null) {
      throw new Problem.Forbidden("当前账号没有查看办件的权限，请联系管理员。");
    }
    return caller.department();
  }

  /** Cases that have an identifier, for whoever may see all; the search is to be recorded. */
  List<CaseViews.Row> withIdentifiers(List<String> digests, Caller caller, int limit) {
    CaseListStore.Filter filter =
        new CaseListStore.Filter(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            !caller.handlesAppeals(),
            digests,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return store.page(filter, CaseListStore.Order.DUE, limit, 0).stream()
        .map(listed -> row(listed, caller))
        .toList();
  }

  private CaseViews.Row row(CaseListStore.Listed listed, Caller caller) {
    boolean guarded = listed.reporterProtected() && !caller.handlesAppeals();
    Disclosure disclosure =
        guarded ? Disclosure.toOffices(listed.appeal()) : Disclosure.masked(listed.appeal());
    boolean hidden = hidden(listed);
    Category category = hidden ? null : listed.category();
    LocalDate due = hidden ? null : listed.due();
    String text = disclosure.text(listed.text()).replaceAll("\\s+", " ");
    return new CaseViews.Row(
        listed.id(),
        listed.number(),
        listed.externalNumber(),
        listed.channel(),
        disclosure.text(listed.title()),
        text.length() > SNIPPET ? text.substring(0, SNIPPET) + "…" : text,
        listed.state().code(),
        listed.state().label(),
        category == null
            ? null
            : new CaseViews.CategoryView(
                category.code(), category.label(), listed.department() != null),
        listed.department(),
        due,
        !hidden && listed.dueProvisional(),
        deadlines.light(listed.state(), due, listed.workingDays()).code(),
        CaseViewer.time(listed.askedAt()),
        listed.version(),
        listed.urged(),
        listed.supervised(),
        listed.review(),
        listed.typical(),
        // Who reports others is not known to those who may be reported; a row does not tell which.
        caller.handlesAppeals() ? PersonalData.mask(listed.appeal().enterprise()) : null,
        listed.assignee(),
        listed.takenOn() != null);
  }

  /**
   * A category that is only suggested stays hidden where people decide blind, and so does the
   * deadline, which would tell it. The case keeps its place in the queue and is found by its day.
   */
  private boolean hidden(CaseListStore.Listed listed) {
    return listed.department() == null
        && listed.state().toBeDecided()
        && CaseTriage.decidedBlind(blind, listed.channel(), listed.id());
  }
}
