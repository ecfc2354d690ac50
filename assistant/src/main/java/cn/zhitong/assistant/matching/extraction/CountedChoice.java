package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.common.text.ChineseNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Things named side by side of which so many will do: 提供研发设计、检验检测、技术咨询中的两项以上服务. */
final class CountedChoice {
  private static final String UNIT = "[项个类种]";
  private static final String THING = "[^，。；：、第\\d\u0001]{2,16}";
  private static final Pattern CHOICE =
      Pattern.compile(
          "^(?:[^，。；：、]{0,8}?(?:提供|具备|具有|开展|拥有|建有|满足|达到|从事)(?:了)?)?"
              + "("
              + THING
              + "(?:、"
              + THING
              + "){1,8}?)(?:等)?(?:[三四五六七八九3-9]"
              + UNIT
              + "[^，。；：、\\d]{0,6})?(?<!其)中的?(?:至少|任意)?(?:有|具备|满足)?(?:至少)?([一两二三四五1-5])"
              + UNIT);

  /** 「…三项指标」 behind the last of them. */
  private static final Pattern SIZE = Pattern.compile("(?:等)?[三四五六七八九3-9]" + UNIT + "[^、]{0,6}$");

  private static final Pattern BREAK = Pattern.compile("、|以及|和|及");

  private CountedChoice() {}

  /** Null where a stretch names no such choice. */
  static PhraseReader.Phrase read(ItemText source, TextSpan piece) {
    Matcher choice = CHOICE.matcher(source.covered(piece));
    if (!choice.find()) {
      return null;
    }
    List<FoundLeaf> leaves = new ArrayList<>();
    String things = SIZE.matcher(choice.group(1)).replaceFirst("");
    Matcher mark = BREAK.matcher(things);
    int from = 0;
    while (mark.find()) {
      leaves.add(thing(source, piece.start() + choice.start(1), from, mark.start()));
      from = mark.end();
    }
    leaves.add(thing(source, piece.start() + choice.start(1), from, things.length()));
    List<Condition> ways = leaves.stream().map(leaf -> (Condition) leaf.leaf()).toList();
    int count = ChineseNumber.figure(choice.group(2)).map(BigDecimal::intValue).orElse(1);
    if (count >= ways.size()) {
      return null;
    }
    Condition group = count == 1 ? ConditionGroup.any(ways) : ConditionGroup.atLeast(count, ways);
    return new PhraseReader.Phrase(piece, group, leaves, true);
  }

  private static FoundLeaf thing(ItemText source, int at, int from, int to) {
    return LeafBuilder.open(source, new TextSpan(at + from, at + to), LeafMode.EVIDENCE);
  }
}
