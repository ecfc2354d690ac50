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
          "的?(?:企业|单位|机构|项目|产品|展会)?，?可?(?:不受[^，。；]{2,20}限制|对[^，。；]{2,20}不[作做设][^，。；]{0,4}(?:限制|要求))$");

  private static final int SHORTEST_WHO = 4;

  /** Characters that every waiver or bound may have. */
  private static final Pattern COMMON = Pattern.compile("[的不受对限制企业单位]");

  /** Where in a sentence the waiver begins; -1 where it waives nothing. */
  static int start(String words) {
    Matcher waived = WAIVED.matcher(words);
    return waived.find() && waived.start() >= SHORTEST_WHO ? waived.start() : -1;
  }

  /** Eases the latest bound that shares two characters with the words; whether there was one. */
  boolean easeIn(List<Condition> all) {
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
    for (int i = 0; i + 2 <= words.length(); i++) {
      String pair = words.substring(i, i + 2);
      if (!COMMON.matcher(pair).find() && bound.quote().contains(pair)) {
        return true;
      }
    }
    return false;
  }
}
