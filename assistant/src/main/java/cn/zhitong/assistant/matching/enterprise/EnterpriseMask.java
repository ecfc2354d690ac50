package cn.zhitong.assistant.matching.enterprise;

/** Names and codes of enterprises for those who see counts alone. */
public final class EnterpriseMask {
  private static final int SHOWN_START = 2;
  private static final int SHOWN_END = 4;
  private static final int CODE_START = 6;
  private static final int CODE_END = 2;
  private static final int HIDDEN = 3;

  private EnterpriseMask() {}

  /** The first characters and the form. */
  public static String name(String name) {
    return masked(name, SHOWN_START, name.length() > SHOWN_START + SHOWN_END ? SHOWN_END : 0);
  }

  /** The place, and the check digits. */
  public static String code(String code) {
    return masked(code, CODE_START, CODE_END);
  }

  private static String masked(String text, int start, int end) {
    int from = Math.min(start, text.length());
    return text.substring(0, from) + "*".repeat(HIDDEN) + text.substring(text.length() - end);
  }
}
