package cn.zhitong.assistant.topic;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Gathers a group by what its titles call the matter: neighbours of the matter go, appeals that
 * name it come.
 */
final class ClusterRefiner {
  /** A group that title words tell so badly has no name for its matter: it stays as it is. */
  private static final double TOLD = .65;

  /** A member that never names the matter stays when it is so far as near as those that do. */
  private static final double UNNAMED = .6;

  /**
   * It stays, too, when so many of its nearest appeals are members: an incident in many people's
   * words has no other appeals around, a neighbouring matter has its own.
   */
  private static final double AMID = .7;

  /**
   * An appeal that names the matter in its title joins when it is so far as near as members are.
   */
  private static final double JOINS = .5;

  private static final int ROUNDS = 2;

  private final Similarities similarities;
  private final TitleKeywords subjects;

  ClusterRefiner(Similarities similarities, TitleKeywords subjects) {
    this.similarities = similarities;
    this.subjects = subjects;
  }

  int[] gathered(int[] group) {
    int[] members = group;
    for (int round = 0; round < ROUNDS && members.length >= TopicFinder.SMALLEST; round++) {
      TitleKeywords.Subject subject = subjects.of(members);
      if (subject.fit() < TOLD) {
        return members;
      }
      int[] kept = kept(members, subject);
      if (kept.length < TopicFinder.SMALLEST) {
        return members;
      }
      members = joined(members, kept, subject);
    }
    return members;
  }

  /**
   * Those that name the matter, and those that stand out or stand with them although they do not.
   */
  private int[] kept(int[] members, TitleKeywords.Subject subject) {
    double[] margins = similarities.margins(members);
    double[] amid = similarities.surrounded(members);
    boolean[] named = new boolean[members.length];
    for (int i = 0; i < members.length; i++) {
      named[i] = subjects.names(members[i], subject);
    }
    double[] usual =
        IntStream.range(0, members.length)
            .filter(i -> named[i])
            .mapToDouble(i -> margins[i])
            .sorted()
            .toArray();
    double least = UNNAMED * usual[usual.length / 2];
    return IntStream.range(0, members.length)
        .filter(i -> named[i] || margins[i] >= least || amid[i] >= AMID)
        .map(i -> members[i])
        .toArray();
  }

  private int[] joined(int[] members, int[] kept, TitleKeywords.Subject subject) {
    boolean[] member = similarities.memberships(members);
    Similarities.Centre centre = similarities.centre(kept);
    double[] near = Arrays.stream(kept).mapToDouble(centre::similarity).sorted().toArray();
    double least = JOINS * near[near.length / 2];
    IntStream more =
        subject.titled().stream()
            .filter(appeal -> !member[appeal] && centre.similarity(appeal) >= least);
    return IntStream.concat(Arrays.stream(kept), more).toArray();
  }
}
