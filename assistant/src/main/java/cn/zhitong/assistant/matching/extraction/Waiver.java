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
          "的?(?:企业|单位|机构|项目|产品|展会)?，?可?(?:不受[^，。；]{1,20}限制?|对[^，。；]{2,20}不[作做设][^，。；]{0,4}(?:限制|要求)|不(?:考核|要求|限制|限定|设|限(?![于额期量]))[^，。；]{2,16}|免于[^，。；]{2,16})$");

  /** 「外省企业的分公司同样适用」 */
  private static final Pattern ALSO =
      Pattern.compile(
          "，?(?:(?:也|亦|同样)(?:可以?|能)(?:按[^，。；]{0,10})?(?:申[报请]|享受|参加|参评)|可(?:以)?直接(?:认定|评定|入库)(?:为)?|同样适用|同等(?:对待|享受))[^，。；]{0,8}$");

  private static final Pattern BUT = Pattern.compile("，但");
  private static final Pattern FURTHER = Pattern.compile("(?:此外|另外|除上述[^，]{0,8}外)，");

  private static final Pattern OF_ALL = Pattern.compile("不受(?:此|上述|该|以上|前述)[^，。；]{0,8}限");
  private static final Pattern TURN = Pattern.compile("，(?=(?:但|不过|其中|对于?))");

  private static final String LIKEWISE = "参照";

  private static final Pattern GROWTH = Pattern.compile("增[长幅速]");
  private static final Pattern AGE =
      Pattern.compile("(?:成立|注册|登记|设立|经营|运营|营业|入驻)[^，。；]{0,4}(?:年限|时间|期限|时长)");

  private static final int SHORTEST_WHO = 4;

  private static final int SHORTEST_NAME = 2;
  private static final int LEAST_OF_OPEN = 3;

  /** Words that every waiver has. */
  private static final Pattern OWN_WORDS = Pattern.compile("不受|限制|[的，]|企业|单位|要求|不[作做设]|考核");

  /** Where in a sentence the waiver begins; -1 where it waives nothing. */
  static int start(String words) {
    Matcher waived = WAIVED.matcher(words);
    return waived.find() && waived.start() >= SHORTEST_WHO ? waived.start() : -1;
  }

  /** Where a waiver ends that 但 goes on with what those waived need instead; -1 for nowhere. */
  static int butStart(String words) {
    Matcher but = BUT.matcher(words);
    return but.find() && start(words.substring(0, but.start())) > 0 ? but.start() : -1;
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

  /** Other kinds of applicant to whom the rule applies as well: 社会团体参照执行. */
  static Waiver likewise(Condition who) {
    return new Waiver(who, LIKEWISE);
  }

  /** Where in a sentence those begin who are waived: behind 但, or behind the last comma. */
  static int turn(String words, int waiver) {
    int last = words.lastIndexOf('，', waiver - SHORTEST_WHO);
    Matcher turn = TURN.matcher(words).region(0, waiver);
    int from = last + 1;
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

  /** Puts those beside the condition that the waiver names; whether there was one. */
  boolean easeIn(List<Condition> all) {
    if (all.isEmpty()) {
      return false;
    }
    if (LIKEWISE.equals(words)) {
      return widen(all);
    }
    if (words == null) {
      int last = all.size() - 1;
      all.set(last, with(all.get(last)));
      return true;
    }
    int longest = all.stream().mapToInt(this::named).max().orElse(0);
    for (int i = all.size() - 1; longest >= SHORTEST_NAME && i >= 0; i--) {
      if (named(all.get(i)) == longest) {
        all.set(i, eased(all.get(i), longest));
        return true;
      }
    }
    return false;
  }

  /** Puts those beside the kind of applicant that the rule names. */
  private boolean widen(List<Condition> all) {
    for (int i = 0; i < all.size(); i++) {
      if (ApplicantList.isKind(all.get(i))) {
        all.set(i, with(all.get(i)));
        return true;
      }
      if (all.get(i) instanceof ConditionGroup group && group.type() == GroupType.ALL) {
        List<Condition> children = new ArrayList<>(group.children());
        if (widen(children)) {
          all.set(i, ConditionGroup.all(children));
          return true;
        }
      }
    }
    return false;
  }

  private Condition eased(Condition one, int longest) {
    if (one instanceof ConditionGroup group && group.type() == GroupType.ALL) {
      List<Condition> children = new ArrayList<>(group.children());
      for (int i = children.size() - 1; i >= 0; i--) {
        if (named(children.get(i)) == longest) {
          children.set(i, eased(children.get(i), longest));
          return ConditionGroup.all(children);
        }
      }
    }
    return with(one);
  }

  private Condition with(Condition one) {
    List<Condition> ways = new ArrayList<>(ways(one));
    ways.add(who);
    return ConditionGroup.any(ways);
  }

  /** How many characters in a row the waiver shares with what a condition says. */
  private int named(Condition one) {
    if (one instanceof ConditionGroup group) {
      return group.type() == GroupType.NONE
          ? 0
          : group.children().stream().mapToInt(this::named).max().orElse(0);
    }
    ConditionLeaf leaf = (ConditionLeaf) one;
    boolean bound = leaf.op() != null && leaf.op().isOrdering();
    if (OF_ALL.matcher(words).find()) {
      return bound ? SHORTEST_NAME : 0;
    }
    String about = OWN_WORDS.matcher(words).replaceAll("");
    int shared = Math.max(shared(about, leaf.quote()), alike(about, leaf));
    return bound ? shared : shared > LEAST_OF_OPEN ? shared - 1 : 0;
  }

  /** 「不受增幅限制」 and 「同比增长10%以上」, 「不受成立年限限制」 and 「注册满一年」. */
  private static int alike(String about, ConditionLeaf leaf) {
    boolean grows =
        GROWTH.matcher(about).find()
            && (GROWTH.matcher(leaf.quote()).find() || leaf.field().endsWith("growth"));
    boolean age = AGE.matcher(about).find() && "age_years".equals(leaf.field());
    return grows || age ? SHORTEST_NAME : 0;
  }

  private static int shared(String about, String quote) {
    int longest = 0;
    for (int from = 0; from < about.length(); from++) {
      while (from + longest < about.length()
          && quote.contains(about.substring(from, from + longest + 1))) {
        longest++;
      }
    }
    return longest;
  }
}
