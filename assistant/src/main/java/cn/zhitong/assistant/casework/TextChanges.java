package cn.zhitong.assistant.casework;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was changed between a draft and the text that was sent.
 *
 * @param distance characters inserted and deleted; 0 when sent as drafted
 * @param steps from start to end; keeps and deletes run through the draft, inserts through the text
 */
record TextChanges(int distance, List<Step> steps) {
  /** Beyond so many changed characters nothing is to be learned from where they stand. */
  private static final int MOST = 800;

  /** One stretch. */
  record Step(Op op, int length) {}

  enum Op {
    KEEP("keep"),
    DELETE("delete"),
    INSERT("insert");

    private final String code;

    Op(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  static TextChanges between(String draft, String sent) {
    CommonAffix ends = CommonAffix.of(draft, sent);
    List<Step> steps = new ArrayList<>();
    add(steps, Op.KEEP, ends.head());
    int distance = middle(ends.between(draft), ends.between(sent), steps);
    add(steps, Op.KEEP, ends.tail());
    return new TextChanges(distance, List.copyOf(steps));
  }

  private static int middle(String a, String b, List<Step> steps) {
    if (atLeast(a, b) > MOST) {
      return replace(a, b, steps);
    }
    List<Change> changes =
        new MyersDiffWithLinearSpace<Integer>()
            .computeDiff(a.chars().boxed().toList(), b.chars().boxed().toList(), null);
    int distance = changes.stream().mapToInt(c -> deleted(c) + inserted(c)).sum();
    if (distance > MOST) {
      return replace(a, b, steps);
    }
    // What is deleted and inserted at one place may come in parts, in either order.
    int kept = 0;
    int deleted = 0;
    int inserted = 0;
    for (Change change : changes) {
      if (change.startOriginal > kept) {
        add(steps, Op.DELETE, deleted);
        add(steps, Op.INSERT, inserted);
        add(steps, Op.KEEP, change.startOriginal - kept);
        deleted = 0;
        inserted = 0;
      }
      deleted += deleted(change);
      inserted += inserted(change);
      kept = change.endOriginal;
    }
    add(steps, Op.DELETE, deleted);
    add(steps, Op.INSERT, inserted);
    add(steps, Op.KEEP, a.length() - kept);
    return distance;
  }

  private static int replace(String a, String b, List<Step> steps) {
    add(steps, Op.DELETE, a.length());
    add(steps, Op.INSERT, b.length());
    return a.length() + b.length();
  }

  /** Characters that one text has more often than the other: no fewer are changed. */
  private static int atLeast(String a, String b) {
    Map<Integer, Integer> surplus = new HashMap<>();
    a.chars().forEach(c -> surplus.merge(c, 1, Integer::sum));
    b.chars().forEach(c -> surplus.merge(c, -1, Integer::sum));
    return surplus.values().stream().mapToInt(Math::abs).sum();
  }

  private static int deleted(Change change) {
    return change.endOriginal - change.startOriginal;
  }

  private static int inserted(Change change) {
    return change.endRevised - change.startRevised;
  }

  /** Joined with the last one where it goes on. */
  private static void add(List<Step> steps, Op op, int length) {
    if (length == 0) {
      return;
    }
    int last = steps.size() - 1;
    if (last >= 0 && steps.get(last).op() == op) {
      steps.set(last, new Step(op, steps.get(last).length() + length));
    } else {
      steps.add(new Step(op, length));
    }
  }
}
