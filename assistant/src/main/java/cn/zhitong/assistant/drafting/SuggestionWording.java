package cn.zhitong.assistant.drafting;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words that take an appeal for a suggestion. To a question they are no answer. */
final class SuggestionWording {
  private static final Pattern TAKEN_FOR_ONE =
      Pattern.compile(
          "(?:您|你|贵)[^。；！？!?;，,建]{0,16}(?<!我们|我局)建议(?!您|你|贵)"
              + "|(?:建议|意见)[^。；！？!?;]{0,12}(?:采纳|吸收|吸纳|参考|纳入|列入|研究|考虑)"
              + "|(?:采纳|吸收|吸纳|研究)[^。；！？!?;，,建意]{0,8}(?:建议|意见)"
              + "|(?:纳入|列入)[^。；！？!?;，,]{0,12}(?:研究|参考|考虑)");

  private SuggestionWording() {}

  /** The first such words. */
  static Optional<String> in(String text) {
    return TAKEN_FOR_ONE.matcher(text).results().map(MatchResult::group).findFirst();
  }
}
