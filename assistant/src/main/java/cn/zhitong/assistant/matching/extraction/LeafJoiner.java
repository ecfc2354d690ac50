package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins what was found in one stretch: the words between two finds tell how. */
final class LeafJoiner {
  private static final Pattern OR = Pattern.compile("或者?|/");
  private static final Pattern BETWEEN_NAMES =
      Pattern.compile(
          "^(?:[、和及与“”\"（）()\u0001/]|以及|或者?|经|认定的?|评价|入库的?|企业|国家级?|省级|市级|区级|单位|评定的|其他|等)*$");

  /** 「独立法人或分支机构的」: 或 belongs to the noun. */
  private static final Pattern ATTRIBUTE = Pattern.compile("^或[^，]+的$");

  private static final Pattern BOTH = Pattern.compile("且|并且|同时|并");

  /** 「男性未满五十周岁、女性未满四十五周岁」: a person is one of the two. */
  private static final Pattern MALE = Pattern.compile("^(?:[^，。；]{0,8}年龄(?:应当?|须|需|要求|为)?)?男(?!女)");

  /** 「项目投资额1亿元以上、年度完成投资3000万元以上」 are two figures, no steps of one. */
  private static final Pattern OWN_SUBJECT = Pattern.compile("^(?!首次|突破|达到?|超过)\\p{IsHan}{4,}\\d");

  private static final Pattern COUNTED_NOUN =
      Pattern.compile("^\\D*?(\\p{IsHan}{2})(?:不少于|达到|超过)?\\d");

  private static final Pattern FEMALE = Pattern.compile("^女");

  private static final Pattern KIND =
      Pattern.compile("([\\u4e00-\\u9fa5&&[^企机单]]{2,8}(?:企业|机构|单位))(?!的)");

  private final ItemText source;

  LeafJoiner(ItemText source) {
    this.source = source;
  }

  /** 或 joins its neighbours, 且 binds closer, everything else is wanted together. */
  Condition join(List<FoundLeaf> leaves) {
    List<Condition> operands = new ArrayList<>();
    List<Boolean> either = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      Condition one = leaves.get(i).leaf();
      if (i > 0) {
        Connection connection = connection(leaves, i);
        boolean bound = connection == Connection.BOTH && isBesideOr(leaves, i);
        if (bound) {
          int last = operands.size() - 1;
          operands.set(last, ConditionGroup.all(List.of(operands.get(last), one)));
          continue;
        }
        either.add(connection == Connection.EITHER);
        one = connection == Connection.EITHER ? ofKind(leaves.get(i)) : one;
      }
      operands.add(one);
    }
    return grouped(operands, either);
  }

  /** 「或软件企业软件著作权不少于5件」: the other way is one kind's alone. */
  private Condition ofKind(FoundLeaf leaf) {
    Matcher kind = KIND.matcher(source.covered()).region(leaf.span().start(), leaf.span().end());
    boolean bound = leaf.leaf().op() != null && leaf.leaf().op().isOrdering();
    if (!bound || !kind.lookingAt() || !ApplicantKind.isName(kind.group(1))) {
      return leaf.leaf();
    }
    TextSpan named = new TextSpan(kind.start(1), kind.end(1));
    TextSpan figure = new TextSpan(kind.end(), leaf.span().end());
    return ConditionGroup.all(
        List.of(
            KindFigures.kindLeaf(source, named).leaf(),
            leaf.leaf().withQuote(source.quote(figure), source.stored(figure).start())));
  }

  private static Condition grouped(List<Condition> operands, List<Boolean> either) {
    List<Condition> all = new ArrayList<>();
    List<Condition> run = new ArrayList<>(List.of(operands.get(0)));
    for (int i = 1; i < operands.size(); i++) {
      if (!either.get(i - 1)) {
        all.add(run.size() == 1 ? run.get(0) : ConditionGroup.any(run));
        run.clear();
      }
      run.add(operands.get(i));
    }
    all.add(run.size() == 1 ? run.get(0) : ConditionGroup.any(run));
    return all.size() == 1 ? all.get(0) : ConditionGroup.all(all);
  }

  private enum Connection {
    EITHER,
    BOTH,
    BESIDE
  }

  private boolean isBesideOr(List<FoundLeaf> leaves, int i) {
    return i >= 2 && connection(leaves, i - 1) == Connection.EITHER;
  }

  private Connection connection(List<FoundLeaf> leaves, int i) {
    FoundLeaf left = leaves.get(i - 1);
    FoundLeaf right = leaves.get(i);
    if (left.span().overlaps(right.span())) {
      boolean either =
          left.leaf().op() != null
              && left.leaf().op().isOrdering()
              && left.span().equals(right.span())
              && !RespectiveFigures.isTogether(left.leaf().quote())
              && !BOTH.matcher(left.leaf().quote()).find();
      return either ? Connection.EITHER : Connection.BESIDE;
    }
    String gap = source.covered().substring(left.span().end(), right.span().start());
    boolean denied = isRecord(left.leaf()) != isRecord(right.leaf());
    if ("的".equals(gap) || denied && isStatus(left.leaf()) && !OR.matcher(gap).find()) {
      return Connection.BESIDE;
    }
    if (isStatus(left.leaf()) && isStatus(right.leaf()) && BETWEEN_NAMES.matcher(gap).matches()) {
      boolean together = gap.matches(".*(?:且|并|同时).*");
      return together ? Connection.BOTH : Connection.EITHER;
    }
    if ("、".equals(gap) && leadsToOr(leaves, i) && isSameNoun(left.leaf(), right.leaf())) {
      return Connection.EITHER;
    }
    boolean ofNoun =
        ATTRIBUTE.matcher(gap).find() && !(isStatus(left.leaf()) && isStatus(right.leaf()));
    if (OR.matcher(gap).find() && !isRecord(left.leaf()) && !ofNoun) {
      return Connection.EITHER;
    }
    if ("、".equals(gap)
        && left.leaf().field().equals(right.leaf().field())
        && leadsToOr(leaves, i)) {
      return Connection.EITHER;
    }
    if ("、".equals(gap)
        && isSameBound(left.leaf(), right.leaf())
        && !OWN_SUBJECT.matcher(right.leaf().quote()).find()) {
      return left.leaf().quote().contains("分别") ? Connection.BESIDE : Connection.EITHER;
    }
    if (MALE.matcher(left.leaf().quote()).find() && FEMALE.matcher(right.leaf().quote()).find()) {
      return Connection.EITHER;
    }
    return BOTH.matcher(gap).find() ? Connection.BOTH : Connection.BESIDE;
  }

  /** 「国际标准1项以上、国家标准2项以上或行业标准3项以上」 counts standards each time. */
  private static boolean isSameNoun(ConditionLeaf left, ConditionLeaf right) {
    Matcher first = COUNTED_NOUN.matcher(left.quote());
    Matcher second = COUNTED_NOUN.matcher(right.quote());
    return left.op() == right.op()
        && left.unit() == null
        && right.unit() == null
        && first.find()
        && second.find()
        && first.group(1).equals(second.group(1));
  }

  /** 「首次突破10亿元、50亿元的」: steps of one figure, of which any will do. */
  private static boolean isSameBound(ConditionLeaf left, ConditionLeaf right) {
    return left.field().equals(right.field())
        && left.op() != null
        && right.op() != null
        && (left.op() == right.op() || isNextStep(left, right))
        && left.op().isOrdering();
  }

  /** 「1000万元至2000万元、2000万元以上」: the one begins where the other ends. */
  private static boolean isNextStep(ConditionLeaf left, ConditionLeaf right) {
    return (left.op() == Operator.BETWEEN || right.op() == Operator.BETWEEN)
        && right.op().isOrdering()
        && (left.values().get(left.values().size() - 1).equals(right.values().get(0))
            || right.values().get(right.values().size() - 1).equals(left.values().get(0)));
  }

  /** 「无A或B」 denies both. */
  private static boolean isRecord(ConditionLeaf leaf) {
    return leaf.op() == Operator.NEVER;
  }

  private boolean leadsToOr(List<FoundLeaf> leaves, int i) {
    for (int next = i + 1; next < leaves.size(); next++) {
      String gap =
          source
              .covered()
              .substring(
                  Math.min(leaves.get(next - 1).span().end(), leaves.get(next).span().start()),
                  leaves.get(next).span().start());
      if (OR.matcher(gap).find()) {
        return true;
      }
    }
    return false;
  }

  static boolean isStatus(ConditionLeaf leaf) {
    return switch (leaf.field()) {
      case "qualification", "above_scale", "listed", "scale", "form" -> true;
      default -> false;
    };
  }
}
