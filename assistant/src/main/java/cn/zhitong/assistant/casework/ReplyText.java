package cn.zhitong.assistant.casework;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What can be said of a reply's text alone. */
public final class ReplyText {
  /**
   * A gap that a draft leaves for what only the office knows. Document numbers of the form 【2025】7号
   * are none.
   */
  private static final Pattern GAP = Pattern.compile("【(?!\\d{4}】)[^【】]{1,60}】");

  private ReplyText() {}

  /** The gaps that are left, as they stand. */
  public static List<String> gaps(String text) {
    return GAP.matcher(text).results().map(result -> result.group()).distinct().toList();
  }

  /** Whether the whole block is to be filled in or holds a gap. */
  public static boolean hasGap(String text) {
    Matcher matcher = GAP.matcher(text);
    return matcher.find();
  }

  /** Levenshtein distance over the longer length: 0 sent as drafted, 1 nothing kept. */
  static double editShare(String draft, String sent) {
    int longer = Math.max(draft.length(), sent.length());
    if (longer == 0) {
      return 0;
    }
    CommonAffix ends = CommonAffix.of(draft, sent);
    int distance =
        LevenshteinDistance.getDefaultInstance().apply(ends.between(draft), ends.between(sent));
    return Math.round(1000.0 * distance / longer) / 1000.0;
  }
}
