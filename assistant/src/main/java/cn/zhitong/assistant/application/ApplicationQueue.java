package cn.zhitong.assistant.application;

import cn.zhitong.assistant.casework.clock.DueSoon;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.QueryText;
import cn.zhitong.common.text.Coded;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Lists of applications: an enterprise's own, a department's, all for supervisors. */
@ApplicationScoped
class ApplicationQueue {
  private static final int MOST = 200;
  private static final int LONGEST_WORDS = 100;

  private final ApplicationListStore store;
  private final ApplicationDeadlines deadlines;
  private final OfficeNames offices;

  ApplicationQueue(
      ApplicationListStore store, ApplicationDeadlines deadlines, OfficeNames offices) {
    this.store = store;
    this.deadlines = deadlines;
    this.offices = offices;
  }

  /** What a list is asked for. */
  record Wanted(
      String state,
      UUID item,
      String department,
      String creditCode,
      String due,
      String q,
      int page,
      int pageSize) {}

  record Row(
      UUID applicationId,
      String number,
      String mode,
      UUID itemId,
      String itemTitle,
      String creditCode,
      String enterpriseName,
      String department,
      String turn,
      String state,
      String stateLabel,
      Integer step,
      LocalDate due,
      boolean dueProvisional,
      String light,
      boolean paused,
      LocalDate publicityUntil,
      LocalDate paymentDue,
      BigDecimal appliedYuan,
      BigDecimal approvedYuan,
      BigDecimal paidYuan,
      java.time.OffsetDateTime submittedAt,
      java.time.OffsetDateTime stateSince,
      int urges,
      boolean supervised) {}

  record Page(List<Row> items, long total, int page, int pageSize) {}

  Page list(Wanted wanted, Caller caller) {
    requirePage(wanted.page(), wanted.pageSize());
    ApplicationListStore.Filter filter = filter(wanted, caller);
    long offset = (wanted.page() - 1L) * wanted.pageSize();
    return new Page(
        store.page(filter, wanted.pageSize(), offset).stream().map(this::row).toList(),
        store.count(filter),
        wanted.page(),
        wanted.pageSize());
  }

  static void requirePage(int page, int pageSize) {
    if (page < 1 || pageSize < 1 || pageSize > MOST) {
      throw new Problem.InvalidRequest("page 从 1 开始，pageSize 为 1 到 " + MOST + "。");
    }
  }

  private ApplicationListStore.Filter filter(Wanted wanted, Caller caller) {
    LocalDate today = deadlines.today();
    String due = QueryText.blankToNull(wanted.due());
    boolean soon = "at_risk".equals(due);
    boolean own = caller.has(Role.ENTERPRISE);
    boolean all = caller.has(Role.SUPERVISOR) || caller.has(Role.INSPECTOR);
    // A handler of two hats sees what the department has; an agent looks a number up.
    List<String> names = offices.of(caller);
    boolean byNumber = !own && !all && names.isEmpty();
    String words = words(wanted.q());
    if (byNumber && words == null) {
      throw new Problem.InvalidRequest("q：请填申报编号，坐席按编号查询单件。");
    }
    List<String> chosen =
        QueryText.blankToNull(wanted.department()) == null
            ? null
            : offices.names(wanted.department().strip());
    return new ApplicationListStore.Filter(
        states(wanted.state()),
        wanted.item(),
        all || own || byNumber ? chosen : names,
        own ? caller.name().toUpperCase(Locale.ROOT) : code(wanted.creditCode()),
        soon || "today".equals(due) ? today : null,
        due == null ? null : soon ? DueSoon.last(today, deadlines.calendar()) : last(due, today),
        words,
        byNumber,
        own);
  }

  private static LocalDate last(String due, LocalDate today) {
    try {
      return switch (due) {
        case "overdue" -> today.minusDays(1);
        case "today" -> today;
        default -> LocalDate.parse(due);
      };
    } catch (DateTimeParseException e) {
      throw new Problem.InvalidRequest("due：应为 overdue、today、at_risk（临期）或 2025-09-30 这样的日期。");
    }
  }

  private static List<String> states(String text) {
    if (QueryText.blankToNull(text) == null) {
      return null;
    }
    if (text.strip().equals("open")) {
      return ApplicationStatus.PENDING.stream().map(ApplicationStatus::code).toList();
    }
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .map(
            one ->
                Coded.findNamed(ApplicationStatus.class, one)
                    .orElseThrow(() -> new Problem.InvalidRequest("state：没有“" + one + "”这种状态。")))
        .map(ApplicationStatus::code)
        .toList();
  }

  private static String words(String text) {
    String words = QueryText.blankToNull(text);
    if (words != null && words.length() > LONGEST_WORDS) {
      throw new Problem.InvalidRequest("q：最多 " + LONGEST_WORDS + " 字。");
    }
    return words;
  }

  private static String code(String text) {
    return QueryText.blankToNull(text) == null ? null : text.strip().toUpperCase(Locale.ROOT);
  }

  private Row row(FoldedApplication one) {
    ApplicationStatus state = Coded.of(ApplicationStatus.class, one.state());
    return new Row(
        one.id(),
        one.number(),
        one.mode(),
        one.itemId(),
        one.itemTitle(),
        one.creditCode(),
        one.enterpriseName(),
        one.department(),
        one.turn(),
        state.code(),
        state.label(),
        one.step(),
        one.due(),
        one.dueProvisional(),
        light(one),
        one.paused(),
        one.publicityUntil(),
        one.paymentDue(),
        Yuan.of(one.appliedFen()),
        Yuan.of(one.approvedFen()),
        Yuan.of(one.paidFen()),
        ApplicationViews.time(one.submittedAt()),
        ApplicationViews.time(one.stateSince()),
        one.urges(),
        one.supervised());
  }

  private String light(FoldedApplication one) {
    return one.due() == null
        ? "none"
        : deadlines
            .light(
                new ApplicationDeadlines.Deadline(null, one.workingDays(), one.due(), false, null))
            .code();
  }
}
