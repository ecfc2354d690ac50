package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What waits for the caller: each a list of the queue, counted by the queue itself. */
@ApplicationScoped
class CaseWaiting {
  private final CaseQueue queue;

  CaseWaiting(CaseQueue queue) {
    this.queue = queue;
  }

  /**
   * A list that waits.
   *
   * @param filter as the queue's address has it
   */
  private record Waits(String label, boolean pressing, Map<String, String> filter) {}

  /**
   * @param pressing whether somebody is kept waiting by it
   */
  record Counted(String label, boolean pressing, Map<String, String> filter, long count) {}

  List<Counted> of(Caller caller) {
    List<Waits> lists = new ArrayList<>();
    lists.add(list("已超期", true, "due", "overdue"));
    lists.add(list("临期", true, "due", "at_risk"));
    if (caller.handlesAppeals()) {
      lists.add(list("补录未阅", false, "due", "backlog"));
    }
    lists.add(list("由我经办", false, "mine", "true", "state", "open"));
    if (caller.has(Role.SUPERVISOR)) {
      lists.add(list("异议待裁定", true, "state", "contested"));
      lists.add(list("延期待批准", true, "state", "extension_requested"));
      lists.add(list("难事专办", false, "takenOn", "true", "state", "open"));
    }
    lists.addAll(caller.handlesAppeals() ? desk() : office());
    return lists.stream()
        .map(
            one ->
                new Counted(
                    one.label(), one.pressing(), one.filter(), queue.count(one.filter(), caller)))
        .toList();
  }

  private static List<Waits> desk() {
    return List.of(
        list("待受理", false, "state", "received"),
        list("待派单", false, "state", "awaiting_dispatch"),
        list("退回待改派", true, "state", "returned"),
        list("答复待审核", true, "state", "awaiting_review"),
        list("待回访", false, "state", "awaiting_follow_up"),
        list("不满意待复核", true, "review", "open"),
        list("等企业补充", false, "state", "awaiting_information"));
  }

  private static List<Waits> office() {
    return List.of(
        list("待签收", true, "state", "dispatched,reassigned,reopened"),
        list("办理中", false, "state", "in_progress,extension_requested"),
        list("限期整改", true, "state", "rectifying"),
        list("答复在审核", false, "state", "awaiting_review"));
  }

  private static Waits list(String label, boolean pressing, String... filter) {
    Map<String, String> by = new LinkedHashMap<>();
    for (int i = 0; i < filter.length; i += 2) {
      by.put(filter[i], filter[i + 1]);
    }
    return new Waits(label, pressing, by);
  }
}
