package cn.zhitong.ingest.outline;

import java.util.regex.Pattern;

/** Round, square and 〔〕 brackets of a text, half- or full-width alike. */
final class Brackets {
  private static final String OPEN = "（(〔【[［";
  private static final String CLOSE = "）)〕】]］";

  /** 责任单位：… at the start, or a list of names that ends with what they do. */
  private static final Pattern DUTY =
      Pattern.compile(
          "^\\s*(?:" + DutyClauses.LABEL + ")\\s*[:：]|^[^。]*(?:牵头|负责|配合|参与|落实|组织实施)[。.]?\\s*$");

  private Brackets() {}

  static boolean isOpen(char c) {
    return OPEN.indexOf(c) >= 0;
  }

  /** Offset of the bracket that closes the one at {@code open}, or -1. */
  static int closing(String text, int open, int end) {
    int depth = 0;
    for (int i = open; i < end && i < open + 900; i++) {
      char c = text.charAt(i);
      if (OPEN.indexOf(c) >= 0) {
        depth++;
      } else if (CLOSE.indexOf(c) >= 0 && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  static boolean looksLikeDuty(String content) {
    return DUTY.matcher(content).find();
  }
}
