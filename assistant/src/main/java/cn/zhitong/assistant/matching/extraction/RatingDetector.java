package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.Operator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Credit ratings in letters: 纳税信用等级B级（含）以上. */
final class RatingDetector {
  private static final Pattern RATING =
      Pattern.compile(
          "[^，。；、\\d]{0,14}(?:信用|诚信)(?:评价|评定|评级)?(?:等级|级别|评级|评价)?[^，。；、A-D]{0,8}?(A{1,3}|B{2,3}|[BMCD])级?((?:[、或和及]|或者)(?:A{1,3}|[BMCD])级)*"
              + "(?:[（(](?:\u0001|含A?)*[）)])?(?:企业)?([及或]?(?:其)?以上)?(?:[（(]\u0001*[）)])?");

  /** Of the tax office, best first; M is a firm without a rating of its own yet. */
  private static final List<String> LETTERS = List.of("A", "B", "M", "C", "D");

  /** Of banks and agencies, best first. */
  private static final List<String> AGENCIES = List.of("AAA", "AA", "A", "BBB", "BB", "B");

  private static final Pattern LETTER = Pattern.compile("A{1,3}|B{1,3}|[MCD]");

  private RatingDetector() {}

  /** 「A级或B级」 names both. */
  private static List<String> letters(String words) {
    return LETTER.matcher(words).results().map(java.util.regex.MatchResult::group).toList();
  }

  static List<FoundLeaf> detect(ItemText source, TextSpan piece) {
    Matcher rating = RATING.matcher(source.covered()).region(piece.start(), piece.end());
    if (!rating.find()) {
      return List.of();
    }
    String letter = rating.group(1);
    boolean tax =
        rating.group().contains("纳税") || letter.length() == 1 && !AGENCIES.contains(letter);
    List<String> scale = tax ? LETTERS : AGENCIES;
    boolean above = rating.group(3) != null && scale.contains(letter);
    List<FactValue> values =
        (above
                ? scale.subList(0, scale.indexOf(letter) + 1)
                : letters(rating.group().substring(rating.start(1) - rating.start())))
            .stream().map(FactValue::of).toList();
    return List.of(
        LeafBuilder.data(
            source,
            new TextSpan(rating.start(), rating.end()),
            "credit_rating",
            values.size() > 1 ? Operator.IN : Operator.EQUAL,
            values,
            null,
            null));
  }
}
