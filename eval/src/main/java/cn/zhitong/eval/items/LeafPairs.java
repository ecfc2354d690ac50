package cn.zhitong.eval.items;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Which proposed leaf speaks of which labelled one: same field or family of fields, and quotes that
 * overlap by half of the shorter one. The pairs that fit best are taken first, each leaf once.
 */
final class LeafPairs {
  /** A quote of more code units than this, and more than three times the right one, is no hint. */
  private static final int LONG_QUOTE = 80;

  private static final int TIMES_THE_RIGHT_ONE = 3;

  /** Weights that choose between several leaves in the same words; the field weighs more. */
  private static final double NUMBER = 1.5;

  private static final double VALUE = .2;
  private static final double OPERATOR = .1;

  private record Fitting(LeafPair pair, double weight) {}

  private LeafPairs() {}

  /**
   * @return the best fitting pair first
   */
  static List<LeafPair> of(List<LabelledLeaf> gold, List<RuleLeaf> proposed) {
    List<Fitting> candidates = new ArrayList<>();
    for (RuleLeaf leaf : proposed) {
      for (LabelledLeaf labelled : gold) {
        weight(labelled, leaf)
            .ifPresent(w -> candidates.add(new Fitting(new LeafPair(labelled, leaf), w)));
      }
    }
    candidates.sort(Comparator.comparingDouble(Fitting::weight).reversed());
    Set<RuleLeaf> taken = new HashSet<>();
    Set<LabelledLeaf> found = new HashSet<>();
    List<LeafPair> pairs = new ArrayList<>();
    for (Fitting candidate : candidates) {
      LeafPair pair = candidate.pair();
      if (!taken.contains(pair.proposed()) && !found.contains(pair.gold())) {
        taken.add(pair.proposed());
        found.add(pair.gold());
        pairs.add(pair);
      }
    }
    return pairs;
  }

  private static OptionalDouble weight(LabelledLeaf gold, RuleLeaf proposed) {
    return gold.leaf().quote().isEmpty() ? implied(gold, proposed) : quoted(gold, proposed);
  }

  /**
   * A place that the text does not name: it may be proposed without a quote, or rightly with one.
   */
  private static OptionalDouble implied(LabelledLeaf gold, RuleLeaf proposed) {
    boolean field =
        FieldFamilies.of(proposed.field()).equals("place")
            && proposed.field().equals(gold.leaf().field());
    boolean same = LeafMeaning.isPlace(gold, proposed);
    boolean free = proposed.mode().equals("implied") || proposed.quote().isEmpty();
    return field && (free || same)
        ? OptionalDouble.of(LeafMeaning.SAME_FIELD + bit(same))
        : OptionalDouble.empty();
  }

  private static OptionalDouble quoted(LabelledLeaf gold, RuleLeaf proposed) {
    RuleLeaf leaf = gold.leaf();
    int shorter = Math.min(leaf.quote().length(), proposed.quote().length());
    int longer = Math.max(leaf.quote().length(), proposed.quote().length());
    int shared = shared(leaf, proposed);
    int nearness = LeafMeaning.nearness(gold, proposed);
    boolean aimless =
        proposed.quote().length()
            > Math.max(LONG_QUOTE, TIMES_THE_RIGHT_ONE * leaf.quote().length());
    if (aimless
        || proposed.ranges().isEmpty()
        || shared * 2 < shorter
        || nearness == LeafMeaning.OTHER_FIELD) {
      return OptionalDouble.empty();
    }
    boolean number =
        LeafValue.isNumeric(leaf.value())
            && LeafValue.areSameNumbers(proposed.value(), leaf.value());
    return OptionalDouble.of(
        nearness
            + NUMBER * bit(number)
            + VALUE * bit(LeafValue.areSame(proposed.value(), leaf.value()))
            + OPERATOR * bit(LeafMeaning.isOperator(gold, proposed))
            + (double) shared / (longer + 1));
  }

  private static int shared(RuleLeaf a, RuleLeaf b) {
    return a.ranges().stream()
        .flatMapToInt(one -> b.ranges().stream().mapToInt(one::shared))
        .max()
        .orElse(0);
  }

  private static int bit(boolean is) {
    return is ? 1 : 0;
  }
}
