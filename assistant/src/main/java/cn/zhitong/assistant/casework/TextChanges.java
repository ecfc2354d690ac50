package cn.zhitong.assistant.casework;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What was changed between a draft and the text that was sent.
 *
 * @param distance characters inserted and deleted, after Myers (1986); 0 when sent as drafted
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
    List<int[]> trace = new ArrayList<>();
    int most = Math.min(a.length() + b.length(), MOST);
    int[] furthest = new int[2 * most + 3];
    for (int d = 0; d <= most; d++) {
      trace.add(furthest.clone());
      for (int k = -d; k <= d; k += 2) {
        boolean down = k == -d || (k != d && at(furthest, most, k - 1) < at(furthest, most, k + 1));
        int x = down ? at(furthest, most, k + 1) : at(furthest, most, k - 1) + 1;
        int y = x - k;
        while (x < a.length() && y < b.length() && a.charAt(x) == b.charAt(y)) {
          x++;
          y++;
        }
        furthest[k + most + 1] = x;
        if (x >= a.length() && y >= b.length()) {
          back(trace, most, a.length(), b.length(), steps);
          return d;
        }
      }
    }
    add(steps, Op.DELETE, a.length());
    add(steps, Op.INSERT, b.length());
    return a.length() + b.length();
  }

  private static int at(int[] furthest, int most, int k) {
    return furthest[k + most + 1];
  }

  private static void back(List<int[]> trace, int most, int n, int m, List<Step> steps) {
    List<Op> reversed = new ArrayList<>();
    int x = n;
    int y = m;
    for (int d = trace.size() - 1; d >= 0; d--) {
      int[] before = trace.get(d);
      int k = x - y;
      boolean down = k == -d || (k != d && at(before, most, k - 1) < at(before, most, k + 1));
      int fromX = d == 0 ? 0 : at(before, most, down ? k + 1 : k - 1);
      int fromY = d == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
      while (x > fromX && y > fromY) {
        reversed.add(Op.KEEP);
        x--;
        y--;
      }
      if (d > 0) {
        reversed.add(down ? Op.INSERT : Op.DELETE);
        x = fromX;
        y = fromY;
      }
    }
    Collections.reverse(reversed);
    reversed.forEach(op -> add(steps, op, 1));
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
