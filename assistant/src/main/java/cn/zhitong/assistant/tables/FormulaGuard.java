package cn.zhitong.assistant.tables;

/**
 * Disarms text that a spreadsheet would run as a formula, in every export alike. A quote goes
 * before it, which spreadsheets take as "this is text"; it comes off again when the table is read.
 */
public final class FormulaGuard {
  /** Excel on Chinese systems reads the wide forms as the narrow ones. */
  private static final String STARTS = "=+-@＝＋－＠﹦﹢﹣﹫−";

  private static final char QUOTE = '\'';

  private FormulaGuard() {}

  /** Text for a cell of a table that goes out; null stays null. */
  public static String guarded(String text) {
    return text != null && (runs(text) || quoted(text)) ? QUOTE + text : text;
  }

  /** Takes off what {@link #guarded} wrote. */
  public static String unguarded(String text) {
    return quoted(text) ? text.substring(1) : text;
  }

  private static boolean quoted(String text) {
    int quotes = 0;
    while (quotes < text.length() && text.charAt(quotes) == QUOTE) {
      quotes++;
    }
    return quotes > 0 && runs(text.substring(quotes));
  }

  /** Whether its first visible character begins a formula, or its very first parts cells. */
  private static boolean runs(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    if (first == '\t' || first == '\r' || first == '\n') {
      return true;
    }
    int i = 0;
    while (i < text.length() && unseen(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    return i < text.length() && STARTS.indexOf(text.charAt(i)) >= 0;
  }

  /** Blanks of every width, marks without width, variation selectors and fillers. */
  private static boolean unseen(int c) {
    int type = Character.getType(c);
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || type == Character.FORMAT
        || type == Character.CONTROL
        || type == Character.NON_SPACING_MARK
        || c == 0x115F
        || c == 0x1160
        || c == 0x3164
        || c == 0xFFA0
        || c == 0x2800;
  }
}
