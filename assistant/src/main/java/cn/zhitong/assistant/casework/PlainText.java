package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.web.Problem;

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

  /**
   * Cleaned, and not empty.
   *
   * @param field as the request has it, with its meaning
   */
  public static String required(String value, String field, int longest) {
    String text = limited(value, field, longest);
    if (text.isEmpty()) {
      throw new Problem.InvalidRequest("请填写 " + field + "。");
    }
    return text;
  }

  /** The same; null where nothing was typed. */
  public static String optional(String value, String field, int longest) {
    String text = limited(value, field, longest);
    return text.isEmpty() ? null : text;
  }

  /** Cleaned, and maybe empty. */
  public static String limited(String value, String field, int longest) {
    String text = clean(value);
    if (text.length() > longest) {
      throw new Problem.InvalidRequest(
          field + " 最多 " + longest + " 个字符，现有 " + text.length() + " 个，请精简后再提交。");
    }
    return text;
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
