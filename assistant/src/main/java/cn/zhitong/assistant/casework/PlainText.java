package cn.zhitong.assistant.casework;

/** Text that the database and pages can hold. */
public final class PlainText {
  private PlainText() {}

  /**
   * Strips, and drops what PostgreSQL refuses (NUL, halves of surrogate pairs) and what could
   * disguise text on a page (control and direction characters). Null becomes empty.
   */
  public static String clean(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(PlainText::keeps).forEach(kept::appendCodePoint);
    return kept.toString().replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  private static boolean keeps(int point) {
    if (point == '\n' || point == '\t' || point == '\r') {
      return true;
    }
    int type = Character.getType(point);
    boolean direction =
        (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    return type != Character.CONTROL && type != Character.SURROGATE && !direction;
  }
}
