package cn.zhitong.assistant.retrieval;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a clause reference of a question (第三条) names a clause by its path (三, or 第三章、第十条). */
public final class ClauseNames {
  private static final Pattern STEP =
      Pattern.compile(
          "第([一二三四五六七八九十百零〇\\d]+)([编章节条款项])|[(]([一二三四五六七八九十百零〇\\d]+)[)]|([一二三四五六七八九十百零〇\\d]+)");

  private ClauseNames() {}

  /**
   * A step with the same unit is named wherever it stands; in a text that is not numbered by 条 the
   * reference means the outermost numeral, or a bracketed one inside.
   */
  public static boolean names(String path, String numeral, String unit) {
    int wanted = number(numeral);
    for (String step : path.split("、")) {
      Matcher matcher = STEP.matcher(step);
      if (!matcher.matches()) {
        continue;
      }
      if (matcher.group(1) != null) {
        if (matcher.group(2).equals(unit) && number(matcher.group(1)) == wanted) {
          return true;
        }
      } else if (number(matcher.group(3) == null ? matcher.group(4) : matcher.group(3)) == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Value of a Chinese or Arabic numeral below 1000. */
  static int number(String numeral) {
    if (Character.isDigit(numeral.charAt(0)) && numeral.charAt(0) < 128) {
      return Integer.parseInt(numeral);
    }
    int total = 0;
    int digit = 0;
    for (char c : numeral.toCharArray()) {
      int value = "零一二三四五六七八九".indexOf(c == '〇' ? '零' : c);
      if (value >= 0) {
        digit = value;
      } else {
        int unit = c == '百' ? 100 : 10;
        total += (digit == 0 && unit == 10 ? 1 : digit) * unit;
        digit = 0;
      }
    }
    return total + digit;
  }
}
