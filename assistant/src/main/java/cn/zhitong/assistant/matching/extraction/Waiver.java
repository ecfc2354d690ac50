package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.GroupType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a bound of another sentence does not bind: 首次申报的企业不受增长比例限制.
 *
 * @param who need not meet it
 * @param words that name it
 */
record Waiver(Condition who, String words) {
  private static final Pattern WAIVED =
      Pattern.compile(
          "的?(?:企业|单位|机构|项目|产品|展会)?，?可?(?:不受[^，。；]{1,20}限制?|对[^，。；]{2,20}不[作做设][^，。；]{0,4}(?:限制|要求))$");

  /** 「外省企业的分公司同样适用」 */
  private static final Pattern ALSO =
      Pattern.compile(
          "，?(?:(?:也|亦|同样)(?:可以?|能)(?:按[^，。；]{0,10})?(?:申[报请]|享受|参加|参评)|同样适用|同等(?:对待|享受))[^，。；]{0,8}$");

  private static final Pattern FURTHER = Pattern.compile("(?:此外|另外|除上述[^，]{0,8}外)，");

  private static final Pattern OF_ALL = Pattern.compile("不受(?:此|上述|该|以上|前述)[^，。；]{0,8}限");
  private static final Pattern TURN = Pattern.compile("，(?=(?:但|不过|其中|对于?))");

  private static final int SHORTEST_WHO = 4;

  /** Characters that every waiver or bound may have. */
  private static final Pattern COMMON = Pattern.compile("[的不受对限制企业单位]");

  /** Where in a sentence the waiver begins; -1 where it waives nothing. */
  static int start(String words) {
    Matcher waived = WAIVED.matcher(words);
    return waived.find() && waived.start() >= SHORTEST_WHO ? waived.start() : -1;
  }

  /** Where in a sentence the words begin that let others apply too; -1 where there are none. */
  static int alsoStart(String words) {
    Matcher also = ALSO.matcher(words);
    boolean apart =
        also.find()
            && also.start() >= SHORTEST_WHO
            && (words.substring(0, also.start()).indexOf('，') < 0
                || words.startsWith("，", also.start())
                || FURTHER.matcher(words).lookingAt());
    return apart ? also.start() : -1;
  }

  /** Others who may apply as well as those of the sentence before. */
  static Waiver also(Condition who) {
    return new Waiver(who, null);
  }

  /** Where in a sentence those begin who are waived: behind 但. */
  static int turn(String words, int waiver) {
    Matcher turn = TURN.matcher(words).region(0, waiver);
    int from = 0;
    while (turn.find()) {
      from = turn.end();
    }
    return from;
  }

  private static List<Condition> ways(Condition one) {
    return one instanceof ConditionGroup group && group.type() == GroupType.ANY
        ? group.children()
        : List.of(one);
  }

  /** Eases the latest bound that shares two characters with the words; whether there was one. */
  boolean easeIn(List<Condition> all) {
    if (words == null && !all.isEmpty()) {
      List<Condition> ways = new ArrayList<>(ways(all.get(all.size() - 1)));
      ways.add(who);
      all.set(all.size() - 1, ConditionGroup.any(ways));
      return true;
    }
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i) instanceof ConditionLeaf leaf && names(leaf)) {
        all.set(i, ConditionGroup.any(List.of(leaf, who)));
        return true;
      }
      if (all.get(i) instanceof ConditionGroup group && group.type() == GroupType.ALL) {
        List<Condition> children = new ArrayList<>(group.children());
        if (easeIn(children)) {
          all.set(i, ConditionGroup.all(children));
          return true;
        }
      }
    }
    return false;
  }

  private boolean names(ConditionLeaf bound) {
    if (bound.op() == null || !bound.op().isOrdering()) {
      return false;
    }
    if (words == null || OF_ALL.matcher(words).find()) {
      return words != null;
    }
    for (int i = 0; i + 2 <= words.length(); i++) {
      String pair = words.substring(i, i + 2);
      if (!COMMON.matcher(pair).find() && bound.quote().contains(pair)) {
        return true;
      }
    }
    return false;
  }
}
