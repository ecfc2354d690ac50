package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.common.text.ChineseNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Those whom points of a list do not bind, told by number: 小微企业不受第（二）项限制. */
final class PointWaivers {
  private static final String NUMBER = "[（(]?[一二三四五六七八九十\\d]{1,3}[）)]?[项条款点]?";
  private static final Pattern WAIVED =
      Pattern.compile(
          "(?:其中[，、：]?|但是?|对于?)?([^，。；：\n]{3,40})，?可?不受(?:上述|本条|本款|前述|前款|以上)?第("
              + NUMBER
              + "(?:[、和及与或]第?"
              + NUMBER
              + "){0,4})[^，。；\n]{0,8}(?:限制|约束)");

  private static final Pattern ONE = Pattern.compile("[一二三四五六七八九十\\d]{1,3}");

  private final ItemText source;
  private final WaiverReader waivers;

  PointWaivers(ItemText source, WaiverReader waivers) {
    this.source = source;
    this.waivers = waivers;
  }

  /**
   * The points, those eased that words up to the end name.
   *
   * @param numbers of the points, in their order
   */
  List<AskedSentence> ease(
      List<AskedSentence> points, List<Integer> numbers, int end, ReadingContext context) {
    if (points.isEmpty()) {
      return points;
    }
    List<AskedSentence> eased = new ArrayList<>(points);
    int from = points.get(0).span().start();
    Matcher waived = WAIVED.matcher(source.covered()).region(from, Math.max(from, end));
    while (waived.find()) {
      TextSpan named = new TextSpan(waived.start(1), waived.end(1));
      Condition who = waivers.who(named, context);
      Matcher one = ONE.matcher(waived.group(2));
      while (who != null && one.find()) {
        ease(eased, numbers.indexOf(number(one.group())), who);
      }
    }
    return eased;
  }

  private static void ease(List<AskedSentence> points, int at, Condition who) {
    Condition asked = at < 0 ? null : Tiers.single(points.get(at));
    if (asked != null) {
      Condition either = ConditionGroup.any(List.of(asked, who));
      points.set(at, new AskedSentence(points.get(at).span(), null, either, null));
    }
  }

  private static int number(String words) {
    return ChineseNumber.figure(words).map(BigDecimal::intValue).orElse(0);
  }
}
