package cn.zhitong.ingest.read.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Unites pieces of one line that the detector gave apart: a numeral and the comma behind it often
 * are, and a piece read alone loses the stroke at its edge. Cells of a table stand further apart.
 */
final class LinePieces {
  /** Widest gap inside a line, in heights of a box, which holds white space of its own. */
  private static final double GAP = .35;

  private static final double SAME_ROW = .35;

  private LinePieces() {}

  static List<TextBox> unite(List<TextBox> boxes) {
    List<TextBox> rest = new ArrayList<>(boxes);
    rest.sort(Comparator.comparingDouble(box -> box.centerX() - box.width() / 2));
    List<TextBox> lines = new ArrayList<>();
    for (TextBox box : rest) {
      int before = -1;
      for (int i = 0; i < lines.size(); i++) {
        if (goesOn(lines.get(i), box)) {
          before = i;
        }
      }
      if (before < 0) {
        lines.add(box);
      } else {
        lines.set(before, united(lines.get(before), box));
      }
    }
    return lines;
  }

  private static boolean goesOn(TextBox left, TextBox right) {
    if (left.isStanding() || right.isStanding()) {
      return false;
    }
    double angle = longer(left, right).angle();
    double dx = right.centerX() - left.centerX();
    double dy = right.centerY() - left.centerY();
    double along = dx * Math.cos(angle) + dy * Math.sin(angle);
    double down = -dx * Math.sin(angle) + dy * Math.cos(angle);
    double high = Math.min(left.height(), right.height());
    double gap = along - (left.width() + right.width()) / 2;
    return Math.abs(down) < SAME_ROW * high
        && gap < GAP * high
        && along > 0
        && Math.max(left.height(), right.height()) < 1.7 * high;
  }

  private static TextBox united(TextBox left, TextBox right) {
    TextBox longer = longer(left, right);
    TextBox other = longer == left ? right : left;
    double cos = Math.cos(longer.angle());
    double sin = Math.sin(longer.angle());
    double dx = other.centerX() - longer.centerX();
    double dy = other.centerY() - longer.centerY();
    double along = dx * cos + dy * sin;
    double down = -dx * sin + dy * cos;
    double from = Math.min(-longer.width() / 2, along - other.width() / 2);
    double to = Math.max(longer.width() / 2, along + other.width() / 2);
    double top = Math.min(-longer.height() / 2, down - other.height() / 2);
    double bottom = Math.max(longer.height() / 2, down + other.height() / 2);
    double middle = (from + to) / 2;
    double level = (top + bottom) / 2;
    return new TextBox(
        longer.x(middle, level), longer.y(middle, level), longer.angle(), to - from, bottom - top);
  }

  private static TextBox longer(TextBox a, TextBox b) {
    return a.width() >= b.width() ? a : b;
  }
}
