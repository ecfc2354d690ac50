package cn.zhitong.assistant.privacy;

import cn.zhitong.assistant.privacy.NumberGroups.Gap;
import cn.zhitong.assistant.privacy.NumberGroups.Group;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds persons' numbers among the groups of digits of a text. A number begins and ends with a
 * group; what stands beside it may be a letter or a point. Time grows with the length of the text:
 * from each group no more than the digits of the longest number are looked at.
 */
final class NumberScanner {
  private final NormalizedText text;
  private final NumberGroups groups;
  private final NumberWindows windows;
  private final IdentityNumbers identities;
  private final PhoneNumbers phones;
  private final BitSet taken;
  private final List<PersonalData.Found> found = new ArrayList<>();

  /**
   * @param taken characters of the text that are something else already
   */
  NumberScanner(NormalizedText text, BitSet taken) {
    this.text = text;
    this.groups = new NumberGroups(text);
    this.windows = new NumberWindows(text, groups);
    this.identities = new IdentityNumbers(windows);
    this.phones = new PhoneNumbers(windows);
    this.taken = taken;
  }

  /** Tells what a window is; null where it is nothing. */
  private interface Rule {
    String kind(NumberWindow window);
  }

  /** The surest first: what was found keeps its characters. */
  List<PersonalData.Found> find() {
    scan(17, IdentityNumbers.ID, identities::maybeId, identities::validId);
    scan(
        12,
        IdentityNumbers.LONGEST,
        first ->
            windows.label(first) == NumberLabel.ID_CARD || windows.label(first) == NumberLabel.CARD,
        identities::labelled);
    scan(16, 19, first -> "34569".indexOf(windows.digit(first)) >= 0, identities::card);
    scan(11, 16, first -> "018".indexOf(windows.digit(first)) >= 0, phones::mobile);
    scan(9, 18, first -> "08".indexOf(windows.digit(first)) >= 0, phones::landline);
    scan(IdentityNumbers.OLD_ID, IdentityNumbers.ID, identities::maybeId, identities::likelyId);
    scan(7, 13, first -> windows.label(first) != NumberLabel.NONE, phones::labelledPhone);
    return found;
  }

  /**
   * @param begins whether a number of the kind may begin with a group: without it nothing is built
   */
  private void scan(int least, int most, IntPredicate begins, Rule rule) {
    for (int first = 0; first < groups.count(); first++) {
      if (!begins.test(first)) {
        continue;
      }
      int size = 0;
      Gap widest = Gap.TOUCHING;
      for (int last = first; last < groups.count(); last++) {
        size += groups.get(last).size();
        if (size > most) {
          break;
        }
        if (size >= least && claim(windows.window(first, last, widest), rule)) {
          break;
        }
        Gap next = groups.after(last);
        if (next == Gap.WALL) {
          break;
        }
        widest = next.compareTo(widest) > 0 ? next : widest;
      }
    }
  }

  private boolean claim(NumberWindow window, Rule rule) {
    int start = groups.get(window.first()).from();
    int next = taken.nextSetBit(start);
    if (next >= 0 && next < window.end()) {
      return false;
    }
    String kind = rule.kind(window);
    if (kind == null) {
      return false;
    }
    int end = kind.equals("landline") ? extended(window) : window.end();
    taken.set(start, end);
    boolean office = kind.equals("landline") && windows.label(window) == NumberLabel.OFFICE_LINE;
    found.add(new PersonalData.Found(kind, text.start(start), text.end(end - 1), office));
    return true;
  }

  /** With the number of an extension: -801. */
  private int extended(NumberWindow window) {
    int last = window.last();
    if (groups.after(last) != Gap.DASH || groups.get(last + 1).size() > 5) {
      return window.end();
    }
    Group extension = groups.get(last + 1);
    boolean free = extension.from() - window.end() == 1 && !taken.get(extension.from());
    return free ? extension.to() : window.end();
  }
}
