package cn.zhitong.assistant.matching.condition;

/** Codes of GB/T 4754: a section's letter, two to four digits. 65 and I65 are the same. */
public final class IndustryCode {
  /** The last division of each section, A to T. */
  private static final int[] LAST = {
    5, 12, 43, 46, 50, 52, 60, 62, 65, 69, 70, 72, 75, 79, 82, 83, 85, 90, 96, 97
  };

  private IndustryCode() {}

  /** Unknown where the fact is coarser: I may be I65. */
  static Truth contains(String wanted, String actual) {
    String code = normal(wanted);
    String fact = normal(actual);
    if (fact.startsWith(code)) {
      return Truth.TRUE;
    }
    return code.startsWith(fact) ? Truth.UNKNOWN : Truth.FALSE;
  }

  /** With its section's letter; what is no code comes back as it is. */
  public static String normal(String code) {
    String plain = code.strip();
    if (!plain.matches("\\d{2,4}")) {
      return plain;
    }
    int division = Integer.parseInt(plain.substring(0, 2));
    for (int i = 0; i < LAST.length; i++) {
      if (division <= LAST[i]) {
        return (char) ('A' + i) + plain;
      }
    }
    return plain;
  }
}
