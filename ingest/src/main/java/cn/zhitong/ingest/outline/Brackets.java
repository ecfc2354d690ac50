package cn.zhitong.ingest.outline;

import java.util.regex.Pattern;

/** Round and 〔〕 brackets of a text, half- or full-width alike. */
final class Brackets {
  private static final Pattern DUTY =
      Pattern.compile(
          "^\\s*(责任单位|责任部门|牵头单位|牵头部门|配合单位|配合部门|参加单位|主办单位|协办单位)|牵头|(分别|共同|按职责分工)?负责\\s*[)）〕】]?$|落实\\s*$");

  private Brackets() {}

  /** Offset of the bracket that closes the one at {@code open}, or -1. */
  static int closing(String text, int open, int end) {
    int depth = 0;
    for (int i = open; i < end; i++) {
      char c = text.charAt(i);
      if ("（(〔【".indexOf(c) >= 0) {
        depth++;
      } else if ("）)〕】".indexOf(c) >= 0 && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  static boolean looksLikeDuty(String content) {
    return content.length() < 600 && DUTY.matcher(content).find();
  }
}
