package cn.zhitong.assistant.privacy;

import cn.zhitong.assistant.privacy.NumberGroups.Gap;
import java.util.Set;

/** What makes a number one of a telephone, a mobile or a landline. */
final class PhoneNumbers {
  private static final int LONGEST = IdentityNumbers.LONGEST;

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

  private final NumberWindows windows;

  PhoneNumbers(NumberWindows windows) {
    this.windows = windows;
  }

  String mobile(NumberWindow window) {
    String digits = window.digits();
    int prefix = digits.length() - 11;
    if (prefix < 0
        || digits.charAt(prefix) != '1'
        || digits.charAt(prefix + 1) < '3'
        || !DIALLED.contains(digits.substring(0, prefix))) {
      return null;
    }
    String form = windows.undialled(window, prefix);
    if (window.widest() == Gap.COMMA && !form.equals("3-4-4")) {
      return null;
    }
    if (form.equals("11") || MOBILE_FORMS.contains(form) && !someThing(window, form)) {
      return "mobile";
    }
    return windows.label(window) == NumberLabel.PHONE && window.widest() != Gap.COMMA
        ? "mobile"
        : null;
  }

  /** A decimal number, or years: 1385002.1764, 1998-2024-001. */
  private boolean someThing(NumberWindow window, String form) {
    boolean years = form.startsWith("4-") && window.digits().startsWith("19");
    boolean decimal = window.widest() == Gap.DOT && form.indexOf('-') == form.lastIndexOf('-');
    boolean loose = form.startsWith("2-") || form.startsWith("1-") && !form.endsWith("1-1-1");
    boolean unlabelled =
        windows.label(window) != NumberLabel.PHONE && windows.label(window) != NumberLabel.CALL;
    return (years || decimal || loose) && unlabelled;
  }

  String landline(NumberWindow window) {
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
    String form =
        digits.equals(national)
            ? windows.form(window)
            : windows.undialled(window, Math.max(0, prefix));
    return form.matches(
            "\\d{1,2}|[2-4]-[78]|[2-4]-[34]-4|[2-4]-[34]-[34]|[2-4](-[1-4]){2,4}|(1-)+1")
        ? "landline"
        : null;
  }

  /** With the zero of its area, null where it has none. */
  private String national(NumberWindow window, String digits) {
    if (digits.startsWith("0086") || digits.startsWith("86")) {
      boolean abroad = digits.startsWith("0") || windows.abroad(window);
      String rest = digits.substring(digits.startsWith("0") ? 4 : 2);
      return abroad ? (rest.startsWith("0") ? rest : "0" + rest) : null;
    }
    return digits.startsWith("0") ? digits : null;
  }

  String labelledPhone(NumberWindow window) {
    NumberLabel label = windows.label(window);
    String digits = window.digits();
    int size = digits.length();
    boolean local = (size == 7 || size == 8) && digits.charAt(0) >= '2';
    if (label == NumberLabel.CALL || label == NumberLabel.OFFICE_LINE) {
      return local && window.first() == window.last() ? "landline" : null;
    }
    if (label != NumberLabel.PHONE
        || window.widest().compareTo(Gap.SLASH) >= 0
        || !windows.whole(window, 7, LONGEST)
        || everybodys(window)) {
      return null;
    }
    return digits.startsWith("1") && size >= 9 ? "mobile" : "landline";
  }

  /** 400 and 800 numbers, 12345, 0571-96110, and days. */
  private boolean everybodys(NumberWindow window) {
    String digits = window.digits();
    int first = windows.firstSize(window);
    boolean free = digits.length() == 10 && (digits.startsWith("400") || digits.startsWith("800"));
    boolean shortNumber =
        window.first() < window.last() && digits.matches("(?:12\\d{3}|9[56]\\d{3}|1[01]\\d).*");
    boolean hotline = digits.startsWith("0") && digits.matches("0\\d{2,3}(?:1|9)\\d{4}");
    boolean day =
        windows.form(window).matches("4-[12]-[12]")
                && (digits.startsWith("19") || digits.startsWith("20"))
            || first == 8 && digits.matches("(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])");
    return free || shortNumber || hotline || day;
  }
}
