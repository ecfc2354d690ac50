package cn.zhitong.assistant.citation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether what a clause denies is what its source denies. {@link Modality} tells that both deny
 * something; 未按期申报的予以补助 and 未按期申报的不予补助 both do.
 */
final class Polarity {
  private static final Pattern NEGATED =
      Pattern.compile(
          "(?:不得|不能|不可以?|不应当?|不宜|不准|不许|不允许|不再|不予|禁止|严禁|无需|无须|不必|不用|不需要?|不要求|没有|尚未|未(?![来成])|不(?![断仅但同论管限动久良足锈妨一明定]))"
              + "(?:给予|予以|进行|再|能|擅自|违规|依法|按照?规定)?([\\u4e00-\\u9fa5]{2})");

  /** 不得将资金用于…: what is denied comes after the object. */
  private static final String BEFORE_OBJECT = "将把向对以因为在由从";

  private Polarity() {}

  /** Whether both deny the same two characters. */
  static boolean denySame(String clause, String source) {
    Map<String, Integer> denied = denied(source);
    return denied(clause).keySet().stream().anyMatch(denied::containsKey);
  }

  /** Two characters that one of the clauses only denies and the other only affirms. */
  static Optional<String> flipped(String clause, String source) {
    return onlyDeniedIn(source, clause).or(() -> onlyDeniedIn(clause, source));
  }

  private static Optional<String> onlyDeniedIn(String denying, String affirming) {
    Map<String, Integer> denied = denied(denying);
    Map<String, Integer> other = denied(affirming);
    return denied.entrySet().stream()
        .filter(e -> count(denying, e.getKey()) == e.getValue())
        .map(Map.Entry::getKey)
        .filter(stem -> BEFORE_OBJECT.indexOf(stem.charAt(0)) < 0)
        .filter(stem -> affirming.contains(stem) && !other.containsKey(stem))
        .filter(stem -> !deniedAfterObject(affirming, stem))
        .findFirst();
  }

  private static boolean deniedAfterObject(String clause, String stem) {
    Matcher matcher = NEGATED.matcher(clause);
    while (matcher.find()) {
      boolean object = BEFORE_OBJECT.indexOf(matcher.group(1).charAt(0)) >= 0;
      if (object && clause.indexOf(stem, matcher.end()) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, Integer> denied(String clause) {
    Map<String, Integer> stems = new HashMap<>();
    Matcher matcher = NEGATED.matcher(clause);
    while (matcher.find()) {
      stems.merge(matcher.group(1), 1, Integer::sum);
    }
    return stems;
  }

  private static int count(String text, String stem) {
    int count = 0;
    for (int at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
      count++;
    }
    return count;
  }
}
