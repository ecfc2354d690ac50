package cn.zhitong.assistant.privacy;

import cn.zhitong.assistant.privacy.NumberGroups.Gap;
import cn.zhitong.assistant.privacy.NumberGroups.Group;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Finds persons' numbers among the groups of digits of a text. A number begins and ends with a
 * group; what stands beside it may be a letter or a point. Time grows with the length of the text:
 * from each group no more than the digits of the longest number are looked at.
 */
final class NumberScanner {
  private static final int LONGEST = 21;
  private static final int ID = 18;
  private static final int OLD_ID = 15;

  /** How people part a mobile's digits; anything else needs a label. */
  private static final Set<String> MOBILE_FORMS =
      Set.of(
          "11",
          "3-8",
          "7-4",
          "3-4-4",
          "3-3-5",
          "5-6",
          "6-5",
          "3-5-3",
          "4-3-4",
          "4-4-3",
          "3-2-2-2-2",
          "3-4-2-2",
          "3-2-2-4",
          "3-3-3-2",
          "3-2-3-3",
          "3-3-2-3",
          "5-3-3",
          "3-6-2",
          "1-1-1-1-1-1-1-1-1-1-1",
          "2-3-3-3",
          "2-2-2-2-2-1",
          "1-2-2-2-2-2",
          "1-3-3-4",
          "1-10");

  /** What is dialled before a mobile. */
  private static final Set<String> DIALLED = Set.of("", "0", "86", "086", "0086", "17951", "12593");

  private static final Set<String> ID_FORMS =
      Set.of(
          "18",
          "6-8-4",
          "6-12",
          "14-4",
          "6-4-4-4",
          "6-4-2-2-4",
          "3-3-8-4",
          "4-4-4-4-2",
          "6-6-6",
          "3-3-4-4-4",
          "6-8-3",
          "17",
          "6-11",
          "14-3",
          "6-4-4-3",
          "6-4-2-2-3");

  private final NormalizedText text;
  private final NumberGroups groups;
  private final BitSet taken;
  private final NumberLabel[] labels;
  private final List<PersonalData.Found> found = new ArrayList<>();

  /**
   * @param taken characters of the text that are something else already
   */
  NumberScanner(NormalizedText text, BitSet taken) {
    this.text = text;
    this.groups = new NumberGroups(text);
    this.taken = taken;
    this.labels = new NumberLabel[groups.count()];
  }

  /** Groups of a number, with an X behind the last where it has one. */
  private record Window(int first, int last, String digits, Gap widest, int end) {}

  /** Tells what a window is; null where it is nothing. */
  private interface Rule {
    String kind(Window window);
  }

  /** The surest first: what was found keeps its characters. */
  List<PersonalData.Found> find() {
    scan(17, ID, this::maybeId, this::validId);
    scan(
        12,
        LONGEST,
        first -> label(first) == NumberLabel.ID_CARD || label(first) == NumberLabel.CARD,
        this::labelled);
    scan(16, 19, first -> "34569".indexOf(digit(first)) >= 0, this::card);
    scan(11, 16, first -> "018".indexOf(digit(first)) >= 0, this::mobile);
    scan(9, 18, first -> "08".indexOf(digit(first)) >= 0, this::landline);
    scan(OLD_ID, ID, this::maybeId, this::likelyId);
    scan(7, 13, first -> label(first) != NumberLabel.NONE, this::labelledPhone);
    return found;
  }

  private char digit(int group) {
    return text.at(groups.get(group).from());
  }

  /** No province has a number that begins with 0. */
  private boolean maybeId(int group) {
    return digit(group) != '0';
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
        if (size >= least && claim(window(first, last, widest), rule)) {
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

  private Window window(int first, int last, Gap widest) {
    String digits = groups.digits(first, last);
    int end = groups.get(last).to();
    int x = end;
    while (x < end + 2 && NumberGroups.separator(text.around(x)) != Gap.WALL) {
      x++;
    }
    boolean ends = digits.length() == ID - 1 && text.around(x) == 'X';
    return new Window(first, last, ends ? digits + 'X' : digits, widest, ends ? x + 1 : end);
  }

  /** The sizes of its groups: 3-4-4. */
  private String form(Window window) {
    StringBuilder form = new StringBuilder();
    for (int i = window.first(); i <= window.last(); i++) {
      form.append(i == window.first() ? "" : "-").append(groups.get(i).size());
    }
    return form.toString();
  }

  private boolean claim(Window window, Rule rule) {
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
    boolean office = kind.equals("landline") && label(window) == NumberLabel.OFFICE_LINE;
    found.add(new PersonalData.Found(kind, text.start(start), text.end(end - 1), office));
    return true;
  }

  private NumberLabel label(Window window) {
    return label(window.first());
  }

  private NumberLabel label(int first) {
    if (labels[first] == null) {
      labels[first] = NumberLabel.of(text, groups.get(first).from());
    }
    return labels[first];
  }

  private String validId(Window window) {
    String digits = window.digits();
    return digits.length() == ID && CheckDigits.idCard(digits) ? "id_card" : null;
  }

  /** Whatever stands behind its label, also where a digit is wrong or missing. */
  private String labelled(Window window) {
    if (window.widest() == Gap.COMMA) {
      return null;
    }
    NumberLabel label = label(window);
    int size = window.digits().length();
    boolean whole = whole(window, OLD_ID);
    if (label == NumberLabel.ID_CARD && size >= 14 && size <= 19 && whole) {
      return "id_card";
    }
    return label == NumberLabel.CARD && whole ? "bank_card" : null;
  }

  /** Whether no more groups belong to it: it has what it needs, or nothing follows. */
  private boolean whole(Window window, int enough) {
    Gap next = groups.after(window.last());
    boolean alone = window.first() == window.last() && window.digits().length() >= enough;
    boolean goesOn = next != Gap.WALL && next != Gap.COMMA;
    int more = goesOn ? groups.get(window.last() + 1).size() : 0;
    return alone || !goesOn || window.digits().length() + more > LONGEST;
  }

  private String card(Window window) {
    String digits = window.digits();
    if (!CheckDigits.luhn(digits) || "34569".indexOf(digits.charAt(0)) < 0) {
      return null;
    }
    boolean union = digits.startsWith("62");
    boolean parted = form(window).matches("4-4-4-4(-[1-3])?|6-\\d{2}|4-4-4-[4-7]|8-8|4-12|4-15");
    if (window.first() != window.last() && (!parted || window.widest() == Gap.COMMA)) {
      return null;
    }
    boolean thing =
        digits.length() == ID && CheckDigits.creditCode(digits)
            || label(window) == NumberLabel.THING;
    return union || !thing ? "bank_card" : null;
  }

  private String mobile(Window window) {
    String digits = window.digits();
    int prefix = digits.length() - 11;
    if (prefix < 0
        || digits.charAt(prefix) != '1'
        || digits.charAt(prefix + 1) < '3'
        || !DIALLED.contains(digits.substring(0, prefix))) {
      return null;
    }
    String form = undialled(window, prefix);
    if (window.widest() == Gap.COMMA && !form.equals("3-4-4")) {
      return null;
    }
    if (form.equals("11") || MOBILE_FORMS.contains(form) && !someThing(window, form)) {
      return "mobile";
    }
    return label(window) == NumberLabel.PHONE && window.widest() != Gap.COMMA ? "mobile" : null;
  }

  /** The form of the eleven digits alone. */
  private String undialled(Window window, int prefix) {
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

  /** A decimal number, or years: 1385002.1764, 1998-2024-001. */
  private boolean someThing(Window window, String form) {
    boolean years = form.startsWith("4-") && window.digits().startsWith("19");
    boolean decimal = window.widest() == Gap.DOT && form.indexOf('-') == form.lastIndexOf('-');
    boolean loose = form.startsWith("2-") || form.startsWith("1-") && !form.endsWith("1-1-1");
    boolean unlabelled = label(window) != NumberLabel.PHONE && label(window) != NumberLabel.CALL;
    return (years || decimal || loose) && unlabelled;
  }

  private String landline(Window window) {
    String digits = window.digits();
    String national = national(window, digits);
    if (national == null || window.widest() == Gap.COMMA) {
      return null;
    }
    int area = national.startsWith("01") || national.startsWith("02") ? 3 : 4;
    int local = national.length() - area;
    boolean plausible =
        local >= 7 && local <= 8 && national.charAt(area) >= '2' && national.charAt(1) != '0';
    if (!plausible) {
      return null;
    }
    int prefix = digits.length() - national.length() + (digits.startsWith("0") ? 0 : 1);
    String form = digits.equals(national) ? form(window) : undialled(window, Math.max(0, prefix));
    return form.matches(
            "\\d{1,2}|[2-4]-[78]|[2-4]-[34]-4|[2-4]-[34]-[34]|[2-4](-[1-4]){2,4}|(1-)+1")
        ? "landline"
        : null;
  }

  /** With the zero of its area, null where it has none. */
  private String national(Window window, String digits) {
    if (digits.startsWith("0086") || digits.startsWith("86")) {
      boolean abroad =
          digits.startsWith("0") || text.around(groups.get(window.first()).from() - 1) == '+';
      String rest = digits.substring(digits.startsWith("0") ? 4 : 2);
      return abroad ? (rest.startsWith("0") ? rest : "0" + rest) : null;
    }
    return digits.startsWith("0") ? digits : null;
  }

  /** With the number of an extension: -801. */
  private int extended(Window window) {
    int last = window.last();
    if (groups.after(last) != Gap.DASH || groups.get(last + 1).size() > 5) {
      return window.end();
    }
    Group extension = groups.get(last + 1);
    boolean free = extension.from() - window.end() == 1 && !taken.get(extension.from());
    return free ? extension.to() : window.end();
  }

  /** Without a label: built as identity numbers are, and nothing else that is known. */
  private String likelyId(Window window) {
    String digits = window.digits();
    NumberLabel label = label(window);
    if (label == NumberLabel.THING) {
      return null;
    }
    if (digits.length() == ID
        && ID_FORMS.contains(form(window))
        && window.widest() != Gap.COMMA
        && CheckDigits.likeIdCard(digits)
        && !CheckDigits.creditCode(digits)) {
      return "id_card";
    }
    boolean old =
        digits.length() == OLD_ID
            && (form(window).equals("15") || form(window).equals("6-6-3"))
            && CheckDigits.likeOldIdCard(digits);
    return old ? "id_card" : null;
  }

  private String labelledPhone(Window window) {
    NumberLabel label = label(window);
    String digits = window.digits();
    int size = digits.length();
    boolean local = (size == 7 || size == 8) && digits.charAt(0) >= '2';
    if (label == NumberLabel.CALL || label == NumberLabel.OFFICE_LINE) {
      return local && window.first() == window.last() ? "landline" : null;
    }
    if (label != NumberLabel.PHONE
        || window.widest().compareTo(Gap.SLASH) >= 0
        || !whole(window, 7)
        || everybodys(window)) {
      return null;
    }
    return digits.startsWith("1") && size >= 9 ? "mobile" : "landline";
  }

  /** 400 and 800 numbers, 12345, 0571-96110, and days. */
  private boolean everybodys(Window window) {
    String digits = window.digits();
    int first = groups.get(window.first()).size();
    boolean free = digits.length() == 10 && (digits.startsWith("400") || digits.startsWith("800"));
    boolean shortNumber =
        window.first() < window.last() && digits.matches("(?:12\\d{3}|9[56]\\d{3}|1[01]\\d).*");
    boolean hotline = digits.startsWith("0") && digits.matches("0\\d{2,3}(?:1|9)\\d{4}");
    boolean day =
        form(window).matches("4-[12]-[12]") && (digits.startsWith("19") || digits.startsWith("20"))
            || first == 8 && digits.matches("(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])");
    return free || shortNumber || hotline || day;
  }
}
