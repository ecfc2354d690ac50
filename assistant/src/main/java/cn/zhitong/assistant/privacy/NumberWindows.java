package cn.zhitong.assistant.privacy;

import cn.zhitong.assistant.privacy.NumberGroups.Gap;

/** The groups of digits of a text, seen through windows of neighbours that may be one number. */
final class NumberWindows {
  private final NormalizedText text;
  private final NumberGroups groups;
  private final NumberLabel[] labels;

  NumberWindows(NormalizedText text, NumberGroups groups) {
    this.text = text;
    this.groups = groups;
    this.labels = new NumberLabel[groups.count()];
  }

  /** The first digit of a group. */
  char digit(int group) {
    return text.at(groups.get(group).from());
  }

  NumberWindow window(int first, int last, Gap widest) {
    String digits = groups.digits(first, last);
    int end = groups.get(last).to();
    int x = end;
    while (x < end + 2 && NumberGroups.separator(text.around(x)) != Gap.WALL) {
      x++;
    }
    boolean ends = digits.length() == IdentityNumbers.ID - 1 && text.around(x) == 'X';
    return new NumberWindow(first, last, ends ? digits + 'X' : digits, widest, ends ? x + 1 : end);
  }

  /** The sizes of its groups: 3-4-4. */
  String form(NumberWindow window) {
    StringBuilder form = new StringBuilder();
    for (int i = window.first(); i <= window.last(); i++) {
      form.append(i == window.first() ? "" : "-").append(groups.get(i).size());
    }
    return form.toString();
  }

  NumberLabel label(NumberWindow window) {
    return label(window.first());
  }

  NumberLabel label(int first) {
    if (labels[first] == null) {
      labels[first] = NumberLabel.of(text, groups.get(first).from());
    }
    return labels[first];
  }

  /** The form of the eleven digits alone. */
  String undialled(NumberWindow window, int prefix) {
    StringBuilder form = new StringBuilder();
    int left = prefix;
    for (int i = window.first(); i <= window.last(); i++) {
      int size = groups.get(i).size() - left;
      left = Math.max(0, -size);
      if (size > 0) {
        form.append(form.length() == 0 ? "" : "-").append(size);
      }
    }
    return form.toString();
  }

  /**
   * Whether no more groups belong to it: it has what it needs, or nothing follows.
   *
   * @param most digits of the longest number
   */
  boolean whole(NumberWindow window, int enough, int most) {
    Gap next = groups.after(window.last());
    boolean alone = window.first() == window.last() && window.digits().length() >= enough;
    boolean goesOn = next != Gap.WALL && next != Gap.COMMA;
    int more = goesOn ? groups.get(window.last() + 1).size() : 0;
    return alone || !goesOn || window.digits().length() + more > most;
  }

  /** Whether a plus stands before it. */
  boolean abroad(NumberWindow window) {
    return text.around(groups.get(window.first()).from() - 1) == '+';
  }

  /** How many digits the first group has. */
  int firstSize(NumberWindow window) {
    return groups.get(window.first()).size();
  }
}
