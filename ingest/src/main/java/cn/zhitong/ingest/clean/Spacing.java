package cn.zhitong.ingest.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes or collapses white space inside lines. A scan puts spaces between Chinese characters and
 * around numbers; a page sets {@code 总 则} and {@code 索 引 号} wide. Spaces that part two names, a
 * numeral from its heading or an office from the date after it stay.
 */
final class Spacing {
  /** Spaced pairs of character and number from which a text counts as scanned. */
  private static final int SCAN_EVIDENCE = 3;

  private static final String SPACE = "[\\s\\p{Z}]";
  private static final Pattern SPACED_NUMBER =
      Pattern.compile("\\p{IsHan} \\d[\\d.%]* ?\\p{IsHan}|\\p{IsHan}\\d[\\d.%]* \\p{IsHan}");
  private static final Pattern SPREAD_WORD =
      Pattern.compile(
          "(?<![^\\s\\p{Z}])\\p{IsHan}(?:" + SPACE + "+\\p{IsHan})+(?=[:：\\s\\p{Z}]|$)");
  private static final Pattern CLAUSE_MARK = Pattern.compile(".*第[一二三四五六七八九十百千〇零\\d]{1,7}[编章节条款]$");
  private static final Pattern KEY = Pattern.compile("(?:信息)?索引号?|(?:索引|文件|信息)?编号");
  private static final Pattern LABEL_OR_NUMERAL = Pattern.compile("^(?:表|图|附件|附表|附录)?[\\d.]+$");
  private static final Pattern OFFICE_AHEAD = Pattern.compile("^\\p{IsHan}{1,18}?[厅局委府部院署办会].*");
  private static final Pattern OFFICE_AND_DATE =
      Pattern.compile("^(\\p{IsHan}{4,40})(?<!日期|时间) (\\d{4}年\\d{1,2}月\\d{1,2}日)$");
  private static final String OFFICE_ENDS = "厅局委府部院署办会";

  private final boolean scanned;

  private Spacing(boolean scanned) {
    this.scanned = scanned;
  }

  static Spacing of(List<Line> lines) {
    int evidence = 0;
    for (Line line : lines) {
      Matcher matcher = SPACED_NUMBER.matcher(line.text());
      while (!line.inTable() && matcher.find()) {
        evidence++;
      }
    }
    return new Spacing(evidence >= SCAN_EVIDENCE);
  }

  List<Line> tidy(List<Line> lines) {
    List<Line> tidied = new ArrayList<>(lines.size());
    for (Line line : lines) {
      if (line.inTable()) {
        tidied.add(line.withText(tidyRow(line.text())));
        continue;
      }
      String text = tidy(line.text());
      Matcher signature = OFFICE_AND_DATE.matcher(text);
      if (signature.matches()) {
        tidied.add(line.withText(signature.group(1)));
        tidied.add(
            new Line(signature.group(2), -1, false, false, 0, false, line.ocr(), line.pictures()));
      } else if (!text.isEmpty()) {
        tidied.add(line.withText(text));
      }
    }
    return tidied;
  }

  private String tidyRow(String row) {
    String[] cells = row.split("\t", -1);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = tidy(cells[i]);
    }
    return String.join("\t", cells);
  }

  String tidy(String raw) {
    String line = closeSpreadWords(withoutInvisible(raw));
    StringBuilder out = new StringBuilder(line.length());
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (!Whitespace.isSpace(c)) {
        out.append(c);
        i++;
        continue;
      }
      int width = 0;
      while (i < line.length() && Whitespace.isSpace(line.charAt(i))) {
        width += Whitespace.width(line.charAt(i++));
      }
      if (!out.isEmpty() && i < line.length() && keeps(out, width, line, i)) {
        out.append(' ');
      }
    }
    return out.toString();
  }

  private static String withoutInvisible(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < raw.length()
          && Character.isLowSurrogate(raw.charAt(i + 1))) {
        out.append(c).append(raw.charAt(++i));
      } else if (!Character.isSurrogate(c) && !Whitespace.isInvisible(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String closeSpreadWords(String line) {
    return SPREAD_WORD.matcher(line).replaceAll(m -> m.group().replaceAll(SPACE + "+", ""));
  }

  /** Whether the white space after {@code left} and before {@code line[next]} stands for itself. */
  private boolean keeps(StringBuilder left, int width, String line, int next) {
    char a = left.charAt(left.length() - 1);
    char b = line.charAt(next);
    if (isStop(a) || isStop(b) || "（〔《〈【“‘「".indexOf(a) >= 0 || "）〕》〉】”’」".indexOf(b) >= 0) {
      return false;
    }
    if (",;:.(".indexOf(a) >= 0 && isHan(b) && left.length() > 1 && isHanBefore(left)) {
      return false;
    }
    if (isHan(a) && isHan(b)) {
      return !scanned || width > 1 || partsNames(left, line, next);
    }
    if (isHan(a) && isDigit(b)) {
      return width > 1
          || CLAUSE_MARK.matcher(left).matches()
          || KEY.matcher(left).matches()
          || startsDate(line, next);
    }
    if (isDigit(a) && isHan(b)) {
      return width > 1 || !(endsInPlainNumber(left) || isMeasured(left, b));
    }
    boolean mixed = isHan(a) != isHan(b);
    return !(mixed && scanned && width == 1);
  }

  private static boolean isHanBefore(StringBuilder left) {
    return isHan(left.charAt(left.length() - 2)) || left.charAt(left.length() - 2) == ')';
  }

  private static boolean partsNames(StringBuilder left, String line, int next) {
    if (CLAUSE_MARK.matcher(left).matches()) {
      return true;
    }
    return OFFICE_ENDS.indexOf(left.charAt(left.length() - 1)) >= 0
        && OFFICE_AHEAD.matcher(line.substring(next)).matches();
  }

  /** A full date keeps its distance: what stands before it is an office or a caption. */
  private static boolean startsDate(String line, int next) {
    String rest = line.substring(next);
    return rest.matches("\\d{4}年\\s?\\d{1,2}月\\s?\\d{1,2}日(?:.{0,2}|\\s.*)")
        || rest.matches("\\d{4}[-/.]\\d.*");
  }

  /** 2021 年 and 第 1309 号, but neither {@code 1 总则}, 表1 nor 09:45. */
  private static boolean endsInPlainNumber(StringBuilder left) {
    int start = left.length();
    while (start > 0 && ".%-/:".indexOf(left.charAt(start - 1)) >= 0
        || start > 0 && isDigit(left.charAt(start - 1))) {
      start--;
    }
    String number = left.substring(start);
    return number.matches("\\d[\\d.%]*") && !LABEL_OR_NUMERAL.matcher(left).matches();
  }

  /** 2021 年 at the start of a line is no numeral. */
  private static boolean isMeasured(StringBuilder left, char unit) {
    return "年月日号件个家项万亿元次期".indexOf(unit) >= 0 && left.toString().matches("\\d+(?:\\.\\d+)?");
  }

  private static boolean isStop(char c) {
    return "，。；：、！？".indexOf(c) >= 0;
  }

  private static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
  }

  static boolean isHan(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
