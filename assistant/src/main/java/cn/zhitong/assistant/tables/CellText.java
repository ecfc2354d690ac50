package cn.zhitong.assistant.tables;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of a cell as the sheet shows it. */
final class CellText {
  /** Excel writes what XML cannot hold, and carriage returns, as {@code _x000D_}. */
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private CellText() {}

  /** Takes a workbook's escapes out, then cleans. */
  static String unescaped(String stored) {
    if (stored.indexOf("_x") < 0) {
      return clean(stored);
    }
    Matcher matcher = ESCAPE.matcher(stored);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      char meant = (char) Integer.parseInt(matcher.group(1), 16);
      matcher.appendReplacement(text, Matcher.quoteReplacement(String.valueOf(meant)));
    }
    return clean(matcher.appendTail(text).toString());
  }

  /** One kind of line break, no control characters or halves of characters, stripped. */
  static String clean(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = c >= ' ' && c != '\uFEFF' && !Character.isSurrogate(c) || c == '\n' || c == '\t';
    }
    return plain ? text.strip() : cleaned(text);
  }

  private static String cleaned(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder clean = new StringBuilder(lines.length());
    lines
        .codePoints()
        .filter(c -> c >= ' ' || c == '\n' || c == '\t')
        .filter(c -> c != 0xFEFF && c != 0x7F)
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }
}
