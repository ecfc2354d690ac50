package cn.zhitong.ingest.read;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Tells a file that holds nothing but marks of pages: what is left of a scan without its text. */
final class PageMarks {
  static final Pattern DIGITS = Pattern.compile("\\d+|(?<![一二三四五六七八九十百])[一二三四五六七八九十百]++(?=页)");

  /** Lines of this many kinds, the number of the page aside, may be a mark and a program's name. */
  private static final int KINDS = 2;

  private static final int LEAST_LINES = 3;

  /** A kind of line that comes up so often says nothing. */
  private static final int LONGEST = 24;

  private PageMarks() {}

  static boolean isAllOf(String text) {
    List<String> lines =
        text.lines()
            .map(line -> line.replaceAll("[\\s\\p{Z}]+", ""))
            .filter(l -> !l.isEmpty())
            .toList();
    Set<String> kinds = new TreeSet<>();
    for (String line : lines) {
      kinds.add(DIGITS.matcher(line).replaceAll("#"));
      if (kinds.size() > KINDS || line.length() > LONGEST) {
        return false;
      }
    }
    return lines.size() >= LEAST_LINES
        && kinds.stream()
            .anyMatch(kind -> kind.indexOf('#') >= 0 || lines.size() > 4 * kinds.size());
  }
}
