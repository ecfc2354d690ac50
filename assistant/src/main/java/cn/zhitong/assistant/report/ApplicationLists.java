package cn.zhitong.assistant.report;

import cn.zhitong.assistant.application.ApplicationStatus;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.report.ApplicationFactStore.ApplicationFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What 三张清单 and the hot issues say of applications. */
final class ApplicationLists {
  private static final String CATEGORY = "申报";
  private static final String NO_DEPARTMENT = "未定部门";

  /** Of fewer, one office's bad day looks like a matter. */
  private static final int FEWEST_OF_ITEM = 3;

  private static final int ITEMS_SHOWN = 20;

  private final List<ApplicationFact> facts;
  private final LocalDate today;

  ApplicationLists(List<ApplicationFact> facts, LocalDate today) {
    this.facts = List.copyOf(facts);
    this.today = today;
  }

  /**
   * An item whose applications go wrong.
   *
   * @param filed submitted in the period
   * @param late past the day by which an office had to act
   * @param unpaid approved, and not paid by their day
   * @param claims on which enterprises said that the money has not come
   * @param marks what is hot about it
   */
  public record ItemIssue(
      UUID itemId,
      String title,
      String department,
      int filed,
      int late,
      int rejected,
      int unpaid,
      int claims,
      List<String> marks) {
    private int wrong() {
      return late + unpaid + claims;
    }
  }

  /** Why an enterprise is looked after, by its name as filed. */
  Map<String, List<String>> reasons() {
    Map<String, List<ApplicationFact>> byName = new LinkedHashMap<>();
    facts.forEach(
        one -> byName.computeIfAbsent(one.enterprise().strip(), n -> new ArrayList<>()).add(one));
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    byName.forEach(
        (name, own) -> {
          List<String> why = new ArrayList<>();
          add(why, own.stream().filter(this::lateAtOffice).count(), "件申报超期未办");
          add(why, own.stream().filter(one -> one.unpaidInTime(today)).count(), "件申报逾期未拨付");
          add(why, own.stream().filter(one -> one.claims() > 0).count(), "件申报反映资金未到账");
          if (!why.isEmpty()) {
            reasons.put(name, why);
          }
        });
    return reasons;
  }

  private static void add(List<String> why, long count, String what) {
    if (count > 0) {
      why.add(count + what);
    }
  }

  /** Late, but not for the money: that is counted apart. */
  private boolean lateAtOffice(ApplicationFact one) {
    return one.late(today) && !one.unpaidInTime(today);
  }

  List<ListsReport.Need> needs() {
    return facts.stream()
        .filter(ApplicationFact::waits)
        .map(
            one ->
                new ListsReport.Need(
                    null,
                    one.number(),
                    PersonalData.mask(one.enterprise()),
                    one.region(),
                    CATEGORY,
                    one.itemTitle(),
                    one.owed() ? "已批准，待拨付" : "等待办理",
                    one.turn() == null ? NO_DEPARTMENT : one.turn(),
                    one.state().label(),
                    one.due(),
                    one.id()))
        .toList();
  }

  List<ListsReport.Task> tasks() {
    return facts.stream()
        .filter(ApplicationFact::waits)
        .map(this::task)
        .filter(task -> !task.reasons().isEmpty())
        .toList();
  }

  private ListsReport.Task task(ApplicationFact one) {
    List<String> reasons = new ArrayList<>();
    boolean unpaid = one.unpaidInTime(today);
    if (unpaid) {
      reasons.add("逾期未拨付");
    } else if (one.late(today)) {
      reasons.add("超期未办");
    }
    if (one.claims() > 0) {
      reasons.add("企业反映资金未到账" + one.claims() + "次");
    }
    if (one.supervised()) {
      reasons.add("已督办");
    } else if (one.urges() > 0) {
      reasons.add("已催办" + one.urges() + "次");
    }
    String turn = one.turn() == null ? NO_DEPARTMENT : one.turn();
    return new ListsReport.Task(
        null,
        one.number(),
        one.itemTitle(),
        turn,
        one.steps().stream().filter(step -> !step.equals(turn)).toList(),
        one.state().label(),
        one.due(),
        reasons,
        unpaid || one.claims() > 0 ? "督促拨付并核对到账" : "督促" + turn + "办理",
        one.id());
  }

  /** Items by how much goes wrong with their applications, the most first. */
  List<ItemIssue> issues() {
    Map<UUID, List<ApplicationFact>> byItem = new LinkedHashMap<>();
    facts.forEach(one -> byItem.computeIfAbsent(one.itemId(), i -> new ArrayList<>()).add(one));
    return byItem.values().stream()
        .filter(own -> own.size() >= FEWEST_OF_ITEM)
        .map(this::issue)
        .filter(issue -> !issue.marks().isEmpty())
        .sorted(
            Comparator.comparingInt((ItemIssue issue) -> -issue.wrong())
                .thenComparing(ItemIssue::title))
        .limit(ITEMS_SHOWN)
        .toList();
  }

  private ItemIssue issue(List<ApplicationFact> own) {
    int late = (int) own.stream().filter(this::lateAtOffice).count();
    int unpaid = (int) own.stream().filter(one -> one.unpaidInTime(today)).count();
    int claims = own.stream().mapToInt(ApplicationFact::claims).sum();
    int rejected =
        (int) own.stream().filter(one -> one.state() == ApplicationStatus.REJECTED).count();
    List<String> marks = new ArrayList<>();
    mark(marks, late, own, "超期集中");
    mark(marks, unpaid, own, "拨付逾期集中");
    mark(marks, rejected, own, "驳回集中");
    if (claims > 0) {
      marks.add("反映资金未到账");
    }
    ApplicationFact first = own.get(0);
    return new ItemIssue(
        first.itemId(),
        first.itemTitle(),
        first.department() == null ? NO_DEPARTMENT : first.department(),
        own.size(),
        late,
        rejected,
        unpaid,
        claims,
        marks);
  }

  /** A third of them is many. */
  private static void mark(List<String> marks, int count, List<ApplicationFact> of, String mark) {
    if (count * 3 >= of.size() && count > 0) {
      marks.add(mark);
    }
  }
}
