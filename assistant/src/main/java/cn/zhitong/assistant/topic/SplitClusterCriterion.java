package cn.zhitong.assistant.topic;

import java.util.Arrays;

/**
 * How far two groups are halves of one matter: what lies nearest outside of either is the other,
 * and it lies nearly as near as their own. Appeals on one incident that say other things of it may
 * be no nearer as wholes than two matters are that a city always writes of, but nothing else is
 * near them.
 */
final class SplitClusterCriterion {
  /** Of each member, the nearest that are no members are asked where they are. */
  private static final int OUTSIDE = 10;

  /** Nearest appeals of a group that tell how near a member is to it. */
  private static final int KIN = 5;

  private final Similarities similarities;

  SplitClusterCriterion(Similarities similarities) {
    this.similarities = similarities;
  }

  /** From 0 to 2 and a little more: the shares of both tests, added. */
  double of(int[] one, int[] other) {
    boolean[] inOne = similarities.memberships(one);
    boolean[] inOther = similarities.memberships(other);
    double only =
        Math.sqrt(
            only(one, inOne, inOther, other.length) * only(other, inOther, inOne, one.length));
    return only + Math.min(kinship(one, inOne, inOther), kinship(other, inOther, inOne));
  }

  /** Which share of the nearest that are no members the other group has, of those it could. */
  private double only(int[] members, boolean[] member, boolean[] other, int others) {
    int asked = Math.min(OUTSIDE, others);
    return Arrays.stream(members)
            .mapToLong(
                appeal ->
                    Arrays.stream(similarities.nearest[appeal])
                        .filter(near -> !member[near])
                        .limit(asked)
                        .filter(near -> other[near])
                        .count())
            .sum()
        / (double) (asked * members.length);
  }

  /** Similarity to the nearest of the other group as a share of that to the nearest members. */
  private double kinship(int[] members, boolean[] member, boolean[] other) {
    double toOther = Arrays.stream(members).mapToDouble(appeal -> nearest(appeal, other)).sum();
    double toOwn = Arrays.stream(members).mapToDouble(appeal -> nearest(appeal, member)).sum();
    return toOther / Math.max(1e-9, toOwn);
  }

  /** Sum over an appeal's nearest of a group; those not kept as near count nothing. */
  private double nearest(int appeal, boolean[] group) {
    double sum = 0;
    int found = 0;
    for (int i = 0; i < similarities.nearest[appeal].length && found < KIN; i++) {
      if (group[similarities.nearest[appeal][i]]) {
        sum += similarities.similarities[appeal][i];
        found++;
      }
    }
    return sum;
  }
}
