package cn.zhitong.ingest.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * A line that is not blank.
 *
 * @param start offset of its first character that is not white space
 * @param end exclusive end offset, behind its last such character
 * @param text what stands between them
 */
record TextLine(int start, int end, String text) {

  static List<TextLine> of(String stored) {
    List<TextLine> lines = new ArrayList<>();
    int from = 0;
    while (from <= stored.length()) {
      int stop = stored.indexOf('\n', from);
      stop = stop < 0 ? stored.length() : stop;
      int start = from;
      int end = stop;
      while (start < end && isSpace(stored.charAt(start))) {
        start++;
      }
      while (end > start && isSpace(stored.charAt(end - 1))) {
        end--;
      }
      if (start < end) {
        lines.add(new TextLine(start, end, stored.substring(start, end)));
      }
      from = stop + 1;
    }
    return lines;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\u3000' || c == '#' || c == '*';
  }

  /** The text without any white space, for patterns that a scan may have pulled apart. */
  String packed() {
    return text.replaceAll("[\\s\\u00a0\\u3000]", "");
  }
}
