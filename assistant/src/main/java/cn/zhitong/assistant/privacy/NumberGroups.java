package cn.zhitong.assistant.privacy;

import java.util.ArrayList;
import java.util.List;

/** The digits of a text in groups, as people part them, and what stands between two groups. */
final class NumberGroups {
  /** More separators in a row than these part two numbers. */
  private static final int WIDEST_GAP = 3;

  private static final String DASHES = "-‐‑‒–—―−﹣~～〜_￣➖";
  private static final String DOTS = ".·•・‧∙。。";
  private static final String SLASHES = "/\\|";
  private static final String BRACKETS = "()[]【】{}<>《》「」";
  private static final String COMMAS = ",、;:#";

  private final NormalizedText text;
  private final List<Group> groups = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  /** Digits that stand together, written in one script. */
  record Group(int from, int to) {
    int size() {
      return to - from;
    }
  }

  /** What parts two groups, from the least to the most. */
  enum Gap {
    TOUCHING,
    SPACE,
    BRACKET,
    DASH,
    SLASH,
    DOT,
    COMMA,
    /** They belong to two numbers. */
    WALL
  }

  NumberGroups(NormalizedText text) {
    this.text = text;
    int at = 0;
    while (at < text.length()) {
      if (!text.digit(at)) {
        at++;
        continue;
      }
      int end = at + 1;
      while (text.digit(end) && text.script(end) == text.script(at)) {
        end++;
      }
      if (!groups.isEmpty()) {
        gaps.add(gap(groups.get(groups.size() - 1).to(), at));
      }
      groups.add(new Group(at, end));
      at = end;
    }
    gaps.add(Gap.WALL);
  }

  int count() {
    return groups.size();
  }

  Group get(int index) {
    return groups.get(index);
  }

  /** What stands behind a group; a wall behind the last. */
  Gap after(int index) {
    return index < 0 ? Gap.WALL : gaps.get(index);
  }

  /** The digits of the groups from one to another, both included. */
  String digits(int first, int last) {
    StringBuilder digits = new StringBuilder();
    for (int i = first; i <= last; i++) {
      digits.append(text.slice(groups.get(i).from(), groups.get(i).to()));
    }
    return digits.toString();
  }

  private Gap gap(int from, int to) {
    if (to - from > WIDEST_GAP) {
      return Gap.WALL;
    }
    Gap widest = Gap.TOUCHING;
    for (int i = from; i < to; i++) {
      Gap one = separator(text.at(i));
      widest = one.compareTo(widest) > 0 ? one : widest;
    }
    return widest;
  }

  static Gap separator(char c) {
    // Pasted out of a form's boxes: 3-4-4 over columns or lines is a mobile, other figures are not.
    if (c == '\n' || c == '\r' || c == '\t') {
      return Gap.COMMA;
    }
    if (Character.isSpaceChar(c) || c == '\u2800') {
      return Gap.SPACE;
    }
    return DASHES.indexOf(c) >= 0
        ? Gap.DASH
        : DOTS.indexOf(c) >= 0
            ? Gap.DOT
            : SLASHES.indexOf(c) >= 0
                ? Gap.SLASH
                : BRACKETS.indexOf(c) >= 0
                    ? Gap.BRACKET
                    : COMMAS.indexOf(c) >= 0 ? Gap.COMMA : Gap.WALL;
  }
}
