package cn.zhitong.ingest.outline;

/** Tells a clause's heading from its text. */
final class Headings {
  private static final int LONGEST = 50;

  private Headings() {}

  /**
   * The heading behind a numeral: the rest of its line where that is no sentence, else a short
   * first sentence with more behind it; empty where there is none.
   *
   * @param end where the next numeral stands, or the clause ends
   */
  static String of(String text, Marker marker, int end) {
    int line = text.indexOf('\n', marker.textStart());
    int stop = line < 0 ? end : Math.min(line, end);
    String rest = clean(text.substring(marker.textStart(), Math.max(stop, marker.textStart())));
    int full = firstStop(rest);
    if (marker.kind() == Marker.Kind.ARTICLE) {
      return rest.startsWith("【") && rest.indexOf('】') > 0
          ? rest.substring(1, rest.indexOf('】'))
          : "";
    }
    if (full < 0) {
      boolean cutOff = !rest.isEmpty() && "；;，,：:、".indexOf(rest.charAt(rest.length() - 1)) >= 0;
      return rest.length() <= LONGEST && !cutOff ? rest : "";
    }
    boolean more = full + 1 < rest.length() || end > stop + 1;
    String first = rest.substring(0, full);
    boolean plain = first.indexOf('；') < 0 && first.indexOf('：') < 0 && first.indexOf(':') < 0;
    return more && plain && full <= LONGEST * 2 / 3 ? first : "";
  }

  private static int firstStop(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      if ("。！？".indexOf(rest.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static String clean(String text) {
    return text.replace("**", "")
        .strip()
        .replaceAll("[ \\u3000\\u00a0]+", " ")
        .replaceAll("(?<=[^\\x00-\\x7f]) (?=[^\\x00-\\x7f])", "");
  }
}
