package cn.zhitong.assistant.citation;

import cn.zhitong.assistant.citation.Figure.Bound;
import java.util.regex.Pattern;

/** Reads from the words around a figure whether it is a limit. */
final class ComparatorParser {
  /** Longest lead: 最高给予不超过实际投入的, and a little more. */
  private static final int BEFORE = 18;

  private static final int AFTER = 16;

  private static final Pattern AT_MOST_BEFORE =
      Pattern.compile(
          "(?:(?:不超过|不得超过|不超出|不高于|不得高于|不多于|不大于|最高|最多|最长|至多|上限|限额)[^,，。；;、\\d]{0,10}"
              + "|(?<![不得])(?:低于|少于|小于)|不足|不满|未满)$");
  private static final Pattern AT_LEAST_BEFORE =
      Pattern.compile(
          "(?:(?:不低于|不少于|不小于|不得少于|不得低于|至少|最低|最少|下限)[^,，。；;、\\d]{0,10}"
              + "|(?<!不|得|未)(?:超过|超出|超)|(?<![不得])(?:高于|多于|大于)|逾|满)$");
  private static final Pattern ABOUT_BEFORE = Pattern.compile("(?:约|近|大约|将近|接近)$");
  private static final String INCLUDED = "^(?:[(（]含[^()（）]{0,12}[)）])?";
  private static final Pattern AT_MOST_AFTER =
      Pattern.compile(INCLUDED + "(?:以内|以下|之内|及以下|封顶|为限|为上限)");
  private static final Pattern AT_LEAST_AFTER = Pattern.compile(INCLUDED + "(?:及以上|以上|起步)");
  private static final Pattern ABOUT_AFTER = Pattern.compile("^(?:左右|上下)");
  private static final Pattern WITHIN_AFTER = Pattern.compile("^内(?![部外地容设])");

  private ComparatorParser() {}

  /** The limit that the figure at {@code start} to {@code end} is given as. */
  static Bound of(String text, int start, int end) {
    String before = text.substring(Math.max(0, start - BEFORE), start);
    String after = text.substring(end, Math.min(text.length(), end + AFTER));
    if (AT_MOST_BEFORE.matcher(before).find() || AT_MOST_AFTER.matcher(after).find()) {
      return Bound.AT_MOST;
    }
    if (AT_LEAST_BEFORE.matcher(before).find() || AT_LEAST_AFTER.matcher(after).find()) {
      return Bound.AT_LEAST;
    }
    if (WITHIN_AFTER.matcher(after).find()) {
      return Bound.WITHIN;
    }
    boolean about =
        text.substring(start, end).matches("(?s).*[多余几].*")
            || ABOUT_BEFORE.matcher(before).find()
            || ABOUT_AFTER.matcher(after).find();
    return about ? Bound.ABOUT : Bound.NONE;
  }

  /** From a day, or until it. */
  static Bound ofDate(String text, int start, int end) {
    String before = text.substring(0, start);
    String after = text.substring(end).replaceFirst("^(?:年?[底末]|[(（]含[^()（）]*[)）])", "");
    if (after.matches("(?s)^(?:起|开始|以后|之后|后).*") || before.matches("(?s).*[自从]$")) {
      return Bound.FROM;
    }
    boolean until =
        after.matches("(?s)^(?:止|前|之前|以前|为止|截止).*")
            || before.matches("(?s).*(?:至|到|截至|截止|截止到|不晚于|最晚|最迟)$");
    return until ? Bound.UNTIL : Bound.NONE;
  }
}
