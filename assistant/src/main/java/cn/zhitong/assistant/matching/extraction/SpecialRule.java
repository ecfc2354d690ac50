package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.GroupType;
import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.assistant.matching.condition.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What a later sentence asks of some, beside what was asked of all: 「总投资500万元以上。…的企业，降低至300万元」. */
final class SpecialRule {
  private static final Pattern EASED = Pattern.compile("(?:放宽|降低?|延长)(?:至|到|为)");
  private static final Pattern WORDS_OF_EASING =
      Pattern.compile("(?:可|适当|放宽|降低?|延长|提高|标准|占比|应|须|的|要求|门槛)+$");
  private static final Pattern NAMED_KIND =
      Pattern.compile("[^，。；\\d]{0,12}(?:孵化器|平台|基地|园区|中心|机构|项目|企业|单位|地区|[区县市乡镇村]|类|院校|高校)");
  private static final String CUSTOM = "custom:";
  private static final int SHORTEST_NAME = 2;

  private SpecialRule() {}

  /** Joins a sentence to the bounds that it changes; whether there were any. */
  static boolean joinIn(List<Condition> all, AskedSentence given) {
    AskedSentence sentence =
        given.premise() == null && given.kind() == null ? ofKind(all, given) : given;
    Condition premise = premise(sentence);
    List<ConditionLeaf> own = premise == null ? List.of() : bounds(asked(sentence));
    if (own.isEmpty()) {
      return false;
    }
    List<Condition> open = opened(all, own);
    List<Integer> changed = new ArrayList<>();
    List<Condition> eased = new ArrayList<>(List.of(premise));
    for (ConditionLeaf leaf : own) {
      int at = lastLike(open, leaf, changed);
      if (at < 0) {
        return false;
      }
      changed.add(at);
      ConditionLeaf general = general(open.get(at), leaf);
      eased.add(
          isSameFigure(general, leaf) || isSameRecord(general, leaf)
              ? leaf.of(general.field(), period(leaf, general)).withOperator(op(leaf, general))
              : leaf);
    }
    List<Condition> rest = new ArrayList<>();
    List<Condition> bounds = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      (changed.contains(i) ? bounds : rest).add(open.get(i));
    }
    List<Condition> ways = new ArrayList<>();
    Condition first = bounds.get(0);
    if (bounds.size() == 1 && first instanceof ConditionGroup group) {
      ways.addAll(group.children());
    } else {
      ways.add(PhraseJoiner.together(bounds));
    }
    ways.add(ConditionGroup.all(eased));
    rest.add(ConditionGroup.any(ways));
    all.clear();
    all.addAll(rest);
    return true;
  }

  /** 「专业孵化器在孵企业不少于20家即可」 behind 「在孵企业不少于30家」: the kind stands in the name. */
  private static AskedSentence ofKind(List<Condition> all, AskedSentence sentence) {
    if (!(sentence.condition() instanceof ConditionLeaf own)
        || !own.field().startsWith(CUSTOM)
        || own.op() == null
        || !own.op().isOrdering()) {
      return sentence;
    }
    String name = own.field().substring(CUSTOM.length());
    for (ConditionLeaf general : together(all)) {
      if (isWeaker(own, general)) {
        String of = general.field().replace(CUSTOM, "");
        int at = own.quote().indexOf(of);
        boolean kind =
            name.length() > of.length()
                && name.endsWith(of)
                && of.length() > SHORTEST_NAME
                && at > 1
                && NAMED_KIND.matcher(own.quote().substring(0, at)).matches();
        if (kind) {
          return new AskedSentence(
              sentence.span(), kindOf(own, at), own.of(general.field(), own.period()), null);
        }
      }
    }
    return sentence;
  }

  /** The leaves that are asked of all. */
  private static List<ConditionLeaf> together(List<Condition> all) {
    List<ConditionLeaf> leaves = new ArrayList<>();
    for (Condition one : all) {
      if (one instanceof ConditionLeaf leaf) {
        leaves.add(leaf);
      } else if (((ConditionGroup) one).type() == GroupType.ALL) {
        leaves.addAll(together(((ConditionGroup) one).children()));
      }
    }
    return leaves;
  }

  /** Whether a bound lets through more than another on the like. */
  private static boolean isWeaker(ConditionLeaf own, ConditionLeaf general) {
    if (own.op() != general.op()
        || !Objects.equals(own.unit(), general.unit())
        || own.values().size() != 1) {
      return false;
    }
    BigDecimal mine = own.values().get(0).number().orElse(BigDecimal.ZERO);
    BigDecimal other = general.values().get(0).number().orElse(BigDecimal.ZERO);
    boolean least = own.op() == Operator.AT_LEAST || own.op() == Operator.GREATER;
    return least ? mine.compareTo(other) < 0 : mine.compareTo(other) > 0;
  }

  private static ConditionLeaf kindOf(ConditionLeaf own, int length) {
    String words = own.quote().substring(0, length);
    return new ConditionLeaf(
        CustomField.name(words),
        null,
        List.of(),
        false,
        null,
        null,
        words,
        own.start(),
        own.start() + length,
        own.strength(),
        LeafMode.JUDGEMENT,
        words);
  }

  private static Condition premise(AskedSentence sentence) {
    if (sentence.premise() != null) {
      return sentence.premise();
    }
    return sentence.kind() == null || sentence.kind().own() == null ? null : sentence.kind().leaf();
  }

  private static Condition asked(AskedSentence sentence) {
    return sentence.premise() != null ? sentence.condition() : sentence.kind().own();
  }

  /** The bounds asked together; none where anything else is asked. */
  private static List<ConditionLeaf> bounds(Condition asked) {
    if (asked instanceof ConditionLeaf leaf) {
      return leaf.op() == null ? List.of() : List.of(leaf);
    }
    List<ConditionLeaf> bounds = new ArrayList<>();
    if (asked instanceof ConditionGroup group && group.type() == GroupType.ALL) {
      for (Condition child : group.children()) {
        List<ConditionLeaf> one = bounds(child);
        if (one.isEmpty()) {
          return List.of();
        }
        bounds.addAll(one);
      }
    }
    return bounds;
  }

  /** The conditions with those groups spread out that hold a bound like one of these. */
  private static List<Condition> opened(List<Condition> all, List<ConditionLeaf> own) {
    List<Condition> open = new ArrayList<>();
    for (Condition one : all) {
      boolean holds =
          one instanceof ConditionGroup group
              && group.type() == GroupType.ALL
              && own.stream().anyMatch(leaf -> holds(group, leaf));
      if (holds) {
        open.addAll(opened(((ConditionGroup) one).children(), own));
      } else {
        open.add(one);
      }
    }
    return open;
  }

  private static boolean holds(ConditionGroup group, ConditionLeaf own) {
    return group.children().stream()
        .anyMatch(
            child ->
                isLike(child, own)
                    || child instanceof ConditionGroup below
                        && below.type() == GroupType.ALL
                        && holds(below, own));
  }

  private static int lastLike(List<Condition> open, ConditionLeaf own, List<Integer> taken) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (!taken.contains(i) && isLike(open.get(i), own)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isLike(Condition one, ConditionLeaf own) {
    return general(one, own) != null;
  }

  /** The bound that a special one is like: the condition itself or one of its ways; else null. */
  private static ConditionLeaf general(Condition one, ConditionLeaf own) {
    if (one instanceof ConditionLeaf leaf) {
      boolean like = isSameFigure(leaf, own) || isSameRecord(leaf, own) || isOfSame(leaf, own);
      return like ? leaf : null;
    }
    ConditionGroup group = (ConditionGroup) one;
    return group.type() != GroupType.ANY
        ? null
        : group.children().stream()
            .flatMap(way -> together(way).stream())
            .map(way -> general(way, own))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  /** What is eased to one figure is the end of a range that it lies beyond. */
  private static Operator op(ConditionLeaf own, ConditionLeaf general) {
    if (general.op() != Operator.BETWEEN || own.values().size() > 1) {
      return own.values().size() == general.values().size() ? general.op() : own.op();
    }
    BigDecimal low = general.values().get(0).number().orElse(BigDecimal.ZERO);
    BigDecimal eased = own.values().get(0).number().orElse(BigDecimal.ZERO);
    return eased.compareTo(low) <= 0 ? Operator.AT_LEAST : Operator.AT_MOST;
  }

  /** A way of its own, or what one way asks together. */
  private static List<Condition> together(Condition way) {
    List<Condition> all =
        way instanceof ConditionGroup group && group.type() == GroupType.ALL
            ? group.children()
            : List.of(way);
    return all.stream().filter(one -> one instanceof ConditionLeaf).toList();
  }

  /** 「见习人员不超过职工总数的30%」 and 「见习人员不超过3人」: a share and a number of the same. */
  private static boolean isOfSame(ConditionLeaf a, ConditionLeaf b) {
    boolean bounds = a.op() != null && a.op() == b.op() && a.op().isOrdering();
    boolean share = "share".equals(a.unit()) != "share".equals(b.unit());
    String name = b.field().startsWith(CUSTOM) ? b.field().substring(CUSTOM.length()) : "";
    return bounds && share && name.length() > SHORTEST_NAME && a.quote().contains(name);
  }

  private static boolean isSameFigure(ConditionLeaf a, ConditionLeaf b) {
    return a.op() != null
        && b.op() != null
        && (a.op() == b.op() || EASED.matcher(b.quote()).find())
        && a.op().isOrdering()
        && b.op().isOrdering()
        && isSameName(a.field(), b.field())
        && Objects.equals(a.unit(), b.unit());
  }

  /** 「电站装机容量」 and 「装机容量」 are one figure. */
  private static boolean isSameName(String a, String b) {
    if (a.equals(b) || b.equals(CUSTOM + PremiseReader.UNNAMED)) {
      return true;
    }
    if (!a.startsWith(CUSTOM) || !b.startsWith(CUSTOM)) {
      return false;
    }
    String first = WORDS_OF_EASING.matcher(a.substring(CUSTOM.length())).replaceFirst("");
    String second = WORDS_OF_EASING.matcher(b.substring(CUSTOM.length())).replaceFirst("");
    int shorter = Math.min(first.length(), second.length());
    return shorter >= SHORTEST_NAME && (first.endsWith(second) || second.endsWith(first));
  }

  private static cn.zhitong.assistant.matching.condition.ReferencePeriod period(
      ConditionLeaf own, ConditionLeaf general) {
    return own.period() == null && own.op() != Operator.NEVER ? general.period() : own.period();
  }

  /** 「近三年无处罚记录。成立不满三年的，自成立之日起无处罚记录」. */
  private static boolean isSameRecord(ConditionLeaf a, ConditionLeaf b) {
    return a.op() == Operator.NEVER
        && b.op() == Operator.NEVER
        && a.field().equals(b.field())
        && !Objects.equals(a.period(), b.period());
  }
}
