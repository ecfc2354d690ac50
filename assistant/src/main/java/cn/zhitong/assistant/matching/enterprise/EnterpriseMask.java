package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.privacy.PersonalData;

/** Names and codes of enterprises for those who may not see whose they are. */
public final class EnterpriseMask {
  /** Codes of sole proprietors (个体工商户) begin with it by GB 32100-2015. */
  private static final String SOLE_PROPRIETOR = "92";

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

  /** The name for everybody: a sole proprietor's, or one without a valid code, is a person's. */
  public static String published(String name, String creditCode) {
    return creditCode.startsWith(SOLE_PROPRIETOR) || !CreditCode.isValid(creditCode)
        ? PersonalData.name(name)
        : name;
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
