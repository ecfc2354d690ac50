package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.GroupType;
import cn.zhitong.assistant.matching.condition.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Joins sentences: all of them, but neighbours with premises on the same field (收入低于…的，…；收入在…以上的，…)
 * are tiers, of which one applies.
 */
final class Tiers {
  private static final Pattern MAIN_BUSINESS = Pattern.compile("以[^，。；]{2,40}为主营业务的[^，。；]{0,12}");

  private Tiers() {}

  static Condition join(List<AskedSentence> read) {
    List<AskedSentence> sentences = KindPremises.of(BareFigures.named(read));
    List<Condition> all = new ArrayList<>();
    int i = 0;
    while (i < sentences.size()) {
      int end = i;
      while (end < sentences.size()
          && sentences.get(end).isConditional()
          && (end == i || sameFields(sentences.get(i), sentences.get(end)))) {
        end++;
      }
      if (end - i > 1) {
        all.add(tiers(sentences.subList(i, end)));
        i = end;
        continue;
      }
      Condition both = complement(sentences, i);
      if (both != null) {
        all.add(both);
        i += 2;
        continue;
      }
      int kinds = kindsFrom(sentences, i);
      if (kinds > 1) {
        all.add(byKind(sentences.subList(i, i + kinds)));
        i += kinds;
        continue;
      }
      int ranges = Steps.rangesFrom(sentences, i);
      if (ranges > 1) {
        all.add(
            ConditionGroup.any(
                sentences.subList(i, i + ranges).stream().map(AskedSentence::condition).toList()));
        i += ranges;
        continue;
      }
      int granting = grantingFrom(sentences, i);
      if (granting > 1) {
        all.add(Steps.of(sentences.subList(i, i + granting).stream().map(Tiers::single).toList()));
        i += granting;
        continue;
      }
      Condition one = alone(sentences.get(i));
      if (sentences.get(i).waiver() != null) {
        sentences.get(i).waiver().easeIn(all);
        i++;
        continue;
      }
      if (SpecialRule.joinIn(all, sentences.get(i))) {
        i++;
        continue;
      }
      if (one != null) {
        WiderPlaces.add(all, one);
      }
      i++;
    }
    if (all.isEmpty()) {
      return null;
    }
    return all.size() == 1 ? all.get(0) : ConditionGroup.all(distinct(flattened(all)));
  }

  /**
   * Sentences that each grant something of their own are ways to the item, one of which will do.
   */
  private static int grantingFrom(List<AskedSentence> sentences, int from) {
    int end = from;
    while (end < sentences.size()
        && sentences.get(end).amount() != null
        && !sentences.get(end).isEmpty()) {
      end++;
    }
    return end - from;
  }

  /**
   * 「成立满三年的企业，…；成立不满三年的企业，…」: a figure that the next sentence's premise takes from its other side
   * parts the applicants; null where it does not.
   */
  private static Condition complement(List<AskedSentence> sentences, int at) {
    boolean pair =
        at + 1 < sentences.size()
            && !sentences.get(at).isConditional()
            && sentences.get(at).condition() instanceof ConditionGroup
            && sentences.get(at + 1).isConditional();
    if (!pair
        || !(sentences.get(at + 1).premise() instanceof ConditionLeaf other)
        || other.op() == null
        || !other.op().isOrdering()) {
      return null;
    }
    Condition first = sentences.get(at).condition();
    boolean parted =
        ((ConditionGroup) first).type() == GroupType.ALL
            && PhraseJoiner.apart(first).get(0) instanceof ConditionLeaf leaf
            && leaf.field().equals(other.field())
            && leaf.values().equals(other.values())
            && (isAbove(leaf.op()) && isBelow(other.op())
                || isBelow(leaf.op()) && isAbove(other.op()));
    return parted ? ConditionGroup.any(List.of(first, way(sentences.get(at + 1)))) : null;
  }

  private static boolean isAbove(Operator op) {
    return op == Operator.AT_LEAST || op == Operator.GREATER;
  }

  private static boolean isBelow(Operator op) {
    return op == Operator.AT_MOST || op == Operator.LESS;
  }

  /** How many sentences in a row set the same figures for different kinds of applicant. */
  private static int kindsFrom(List<AskedSentence> sentences, int from) {
    int end = from;
    while (end < sentences.size()
        && hasKind(sentences.get(end))
        && isBeside(sentences.get(from), sentences.get(end))) {
      end++;
    }
    return end - from;
  }

  private static boolean hasKind(AskedSentence sentence) {
    return sentence.kind() != null && sentence.kind().own() != null && sentence.premise() == null;
  }

  /** The same figures for two kinds, or two kinds that share out the applicants. */
  private static boolean isBeside(AskedSentence a, AskedSentence b) {
    if (a == b) {
      return true;
    }
    boolean beside = a.kind().named().isBeside(b.kind().named());
    return a.kind().named().attribute()
        ? beside && (sharesFields(a.kind().leaf(), b.kind().leaf()) || bothOpen(a, b))
        : beside || sharesFields(a.kind().own(), b.kind().own());
  }

  private static boolean bothOpen(AskedSentence a, AskedSentence b) {
    return isOpen(a.kind().leaf()) && isOpen(b.kind().leaf());
  }

  private static boolean sharesFields(Condition a, Condition b) {
    Set<String> mine = fields(a);
    mine.retainAll(fields(b));
    return !mine.isEmpty();
  }

  private static Condition byKind(List<AskedSentence> sentences) {
    List<Condition> kinds = new ArrayList<>();
    for (AskedSentence one : sentences) {
      Condition leaf = one.kind().leaf();
      Condition own = one.kind().own();
      kinds.add(leaf == null ? own : ConditionGroup.all(List.of(leaf, own)));
    }
    return ConditionGroup.any(kinds);
  }

  /** A premise alone: whom it does not fit, it does not bind. */
  static Condition single(AskedSentence sentence) {
    if (!sentence.isConditional()) {
      return sentence.condition() == null ? sentence.premise() : sentence.condition();
    }
    return ConditionGroup.any(
        List.of(ConditionGroup.none(List.of(sentence.premise())), sentence.condition()));
  }

  /** What a sentence asks that no other of its kind stands beside. */
  static Condition alone(AskedSentence sentence) {
    return names(sentence) ? way(sentence) : single(sentence);
  }

  /** 「以孵化为主营业务的机构，登记满2年」 alone names the applicant; only beside another kind it parts them. */
  private static boolean names(AskedSentence sentence) {
    return sentence.isConditional()
        && sentence.premise() instanceof ConditionLeaf leaf
        && leaf.op() == null
        && MAIN_BUSINESS.matcher(leaf.quote()).matches();
  }

  /** Among ways, 「开设门店的，面积100平方米以上」 is one for those who do, not a rule for all. */
  static Condition way(AskedSentence sentence) {
    boolean ofKind = hasKind(sentence) && sentence.kind().leaf() != null;
    if (ofKind && !sentence.kind().named().attribute()) {
      return ConditionGroup.all(List.of(sentence.kind().leaf(), sentence.kind().own()));
    }
    return sentence.isConditional()
        ? ConditionGroup.all(List.of(sentence.premise(), sentence.condition()))
        : single(sentence);
  }

  private static Condition tiers(List<AskedSentence> sentences) {
    List<Condition> tiers = new ArrayList<>();
    List<BigDecimal> closed = new ArrayList<>();
    for (AskedSentence one : sentences) {
      Condition premise = opened(one.premise(), closed);
      tiers.add(ConditionGroup.all(List.of(premise, one.condition())));
    }
    return ConditionGroup.any(tiers);
  }

  /** 「500万元（含）以下」 closes its end, so that 「500万元以上」 of the next tier is above it. */
  private static Condition opened(Condition premise, List<BigDecimal> closed) {
    if (!(premise instanceof ConditionLeaf leaf) || leaf.op() == null) {
      return premise;
    }
    BigDecimal first = leaf.values().isEmpty() ? null : leaf.values().get(0).number().orElse(null);
    boolean taken = first != null && closed.stream().anyMatch(end -> end.compareTo(first) == 0);
    if (leaf.op() == Operator.AT_MOST) {
      closed.add(first);
    }
    if (leaf.op() == Operator.BETWEEN) {
      leaf.values().get(1).number().ifPresent(closed::add);
    }
    if (leaf.op() == Operator.AT_LEAST && taken) {
      return leaf.withOperator(Operator.GREATER);
    }
    return premise;
  }

  private static boolean sameFields(AskedSentence a, AskedSentence b) {
    Set<String> premises = fields(a.premise());
    premises.retainAll(fields(b.premise()));
    if (!premises.isEmpty()) {
      return true;
    }
    Set<String> conclusions = fields(a.condition());
    conclusions.retainAll(fields(b.condition()));
    return KindPremises.isOthers(b.premise())
        || isOpen(a.premise())
            && isOpen(b.premise())
            && (!conclusions.isEmpty()
                || opensAlike(a.premise(), b.premise())
                || KindPremises.areWays(a.premise(), b.premise()));
  }

  /** 「从事种植的，…；从事养殖的，…」. */
  private static boolean opensAlike(Condition a, Condition b) {
    String first = ((ConditionLeaf) a).quote();
    String second = ((ConditionLeaf) b).quote();
    return first.endsWith("的")
        && second.endsWith("的")
        && first.length() > 3
        && second.startsWith(first.substring(0, 2));
  }

  private static boolean isOpen(Condition premise) {
    return premise instanceof ConditionLeaf leaf && leaf.op() == null;
  }

  static Set<String> fields(Condition condition) {
    if (condition instanceof ConditionLeaf leaf) {
      return new java.util.HashSet<>(Set.of(leaf.field()));
    }
    return ((ConditionGroup) condition)
        .children().stream().flatMap(child -> fields(child).stream()).collect(Collectors.toSet());
  }

  /** The same asked twice (in the target group and again in the list) is asked once. */
  private static List<Condition> distinct(List<Condition> all) {
    List<Condition> kept = new ArrayList<>();
    for (Condition one : all) {
      boolean again =
          kept.stream()
              .anyMatch(
                  other ->
                      other instanceof ConditionLeaf a
                          && one instanceof ConditionLeaf b
                          && RepeatedLeaves.asksSame(a, b));
      if (!again) {
        kept.add(one);
      }
    }
    return kept;
  }

  private static List<Condition> flattened(List<Condition> all) {
    List<Condition> flat = new ArrayList<>();
    for (Condition one : all) {
      if (one instanceof ConditionGroup group && group.type() == GroupType.ALL) {
        flat.addAll(group.children());
      } else {
        flat.add(one);
      }
    }
    return flat;
  }
}
