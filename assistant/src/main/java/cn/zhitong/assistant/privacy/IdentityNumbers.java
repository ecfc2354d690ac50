package cn.zhitong.assistant.privacy;

import cn.zhitong.assistant.privacy.NumberGroups.Gap;
import java.util.Set;

/** What makes a number one of an identity card or a bank card. */
final class IdentityNumbers {
  /** Digits of the longest: a card's number, parted and mistyped. */
  static final int LONGEST = 21;

  static final int ID = 18;
  static final int OLD_ID = 15;

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

  private final NumberWindows windows;

  IdentityNumbers(NumberWindows windows) {
    this.windows = windows;
  }

  /** No province has a number that begins with 0. */
  boolean maybeId(int group) {
    return windows.digit(group) != '0';
  }

  String validId(NumberWindow window) {
    String digits = window.digits();
    return digits.length() == ID && CheckDigits.idCard(digits) ? "id_card" : null;
  }

  /** Whatever stands behind its label, also where a digit is wrong or missing. */
  String labelled(NumberWindow window) {
    if (window.widest() == Gap.COMMA) {
      return null;
    }
    NumberLabel label = windows.label(window);
    int size = window.digits().length();
    boolean whole = windows.whole(window, OLD_ID, LONGEST);
    if (label == NumberLabel.ID_CARD && size >= 14 && size <= 19 && whole) {
      return "id_card";
    }
    return label == NumberLabel.CARD && whole ? "bank_card" : null;
  }

  String card(NumberWindow window) {
    String digits = window.digits();
    if (!CheckDigits.luhn(digits) || "34569".indexOf(digits.charAt(0)) < 0) {
      return null;
    }
    boolean union = digits.startsWith("62");
    boolean parted =
        windows.form(window).matches("4-4-4-4(-[1-3])?|6-\\d{2}|4-4-4-[4-7]|8-8|4-12|4-15");
    // Over the lines or columns of a form, or a list: only what no amounts look like.
    boolean loose =
        window.widest() == Gap.COMMA && !(union && windows.form(window).startsWith("4-4-4-4"));
    if (window.first() != window.last() && (!parted || loose)) {
      return null;
    }
    boolean thing =
        digits.length() == ID && CheckDigits.creditCode(digits)
            || windows.label(window) == NumberLabel.THING;
    return union || !thing ? "bank_card" : null;
  }

  /** Without a label: built as identity numbers are, and nothing else that is known. */
  String likelyId(NumberWindow window) {
    String digits = window.digits();
    NumberLabel label = windows.label(window);
    if (label == NumberLabel.THING) {
      return null;
    }
    if (digits.length() == ID
        && ID_FORMS.contains(windows.form(window))
        && window.widest() != Gap.COMMA
        && CheckDigits.likeIdCard(digits)
        && !CheckDigits.creditCode(digits)) {
      return "id_card";
    }
    boolean old =
        digits.length() == OLD_ID
            && (windows.form(window).equals("15") || windows.form(window).equals("6-6-3"))
            && CheckDigits.likeOldIdCard(digits);
    return old ? "id_card" : null;
  }
}
