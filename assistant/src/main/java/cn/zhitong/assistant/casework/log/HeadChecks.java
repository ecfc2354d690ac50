package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.eventlog.ChainedEvent;
import cn.zhitong.assistant.eventlog.EventChain;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Compares signed heads with the cases of today, all heads in one pass over them. */
final class HeadChecks {
  private final List<Check> checks = new ArrayList<>();
  private final List<CaseVerification.BrokenHead> broken = new ArrayList<>();
  private final int size;

  private record Check(LogHead head, HeadRoot root) {}

  private HeadChecks(List<LogHeadStore.Kept> kept, LogKey key) {
    this.size = kept.size();
    String before = null;
    for (LogHeadStore.Kept one : kept) {
      try {
        LogHead head = LogHead.read(one.text(), key);
        boolean linked = before == null || head.previous().equals(EventChain.sha256(before));
        if (!head.day().equals(one.day())) {
          problem(one, "总账写的是另一天：" + head.day());
        } else if (!linked) {
          problem(one, "与前一份总账不相接，其间有总账缺失或被替换");
        } else {
          checks.add(new Check(head, new HeadRoot(head.through())));
        }
      } catch (IllegalArgumentException e) {
        problem(one, e.getMessage());
      }
      before = one.text();
    }
  }

  /**
   * @param kept by day
   * @param key null where there is none: nothing is compared then
   */
  static HeadChecks of(List<LogHeadStore.Kept> kept, LogKey key) {
    return new HeadChecks(key == null ? List.of() : kept, key);
  }

  private void problem(LogHeadStore.Kept head, String why) {
    broken.add(new CaseVerification.BrokenHead(head.day().toString(), why));
  }

  /** Cases come in the order of their ids. */
  void add(UUID id, List<? extends ChainedEvent> events) {
    checks.forEach(check -> check.root().add(id, events));
  }

  int size() {
    return size;
  }

  /** To be asked for once, after the last case. */
  List<CaseVerification.BrokenHead> broken() {
    for (Check check : checks) {
      LogHead head = check.head();
      HeadRoot now = check.root();
      if (!head.root().equals(now.root())) {
        String why =
            "当时 %d 件办件、%d 条记录，现在能找到 %d 件、%d 条：此后有办件或记录被删除、改动"
                .formatted(head.cases(), head.events(), now.cases(), now.events());
        broken.add(new CaseVerification.BrokenHead(head.day().toString(), why));
      }
    }
    return List.copyOf(broken);
  }
}
