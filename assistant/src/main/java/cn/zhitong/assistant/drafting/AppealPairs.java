package cn.zhitong.assistant.drafting;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The pairs of characters that an appeal is told in, without those said in appeals of every matter,
 * and whether two appeals have enough of them in common.
 */
final class AppealPairs {
  /** Said in appeals of every matter. */
  private static final Pattern EVERYWHERE =
      Pattern.compile(
          "请问|如何|怎么|怎样|咨询|您好|你好|领导|尊敬的|谢谢|希望|问题|反映|办理|什么|可以|需要|我们?|[，。？！、：；,.?!:;\\s]+");

  /** Near-duplicates of two cities' appeals have more in common. */
  private static final double SAME_CASE = .6;

  /**
   * For each reply of other offices: about what two appeals of the same matter share at least, and
   * more than two appeals share by chance.
   */
  private static final Floor OTHERS = new Floor(.1, 6);

  /**
   * For the nearest of the office's own; the rest follow it. An office writes alike on all that it
   * does: a higher one lost .05 of the pairs of real replies on two cities' appeals.
   */
  private static final Floor OWN = new Floor(.02, 2);

  /**
   * How much two appeals must have in common.
   *
   * @param share of the shorter one's pairs
   * @param least pairs: an appeal of five words is like any other
   */
  private record Floor(double share, int least) {
    boolean holds(Set<String> some, Set<String> others) {
      return both(some, others) >= Math.max(least, share * Math.min(some.size(), others.size()));
    }
  }

  private AppealPairs() {}

  /** Of the title and the text of a past appeal. */
  static Set<String> of(PastReply past) {
    return of(past.title() + "\n" + past.question());
  }

  /** Of an appeal as it was written. */
  static Set<String> of(String text) {
    return PastReplyDrafter.bigrams(EVERYWHERE.matcher(text).replaceAll("\n"));
  }

  /** Whether two past appeals tell of one case: who writes again tells the same story. */
  static boolean sameCase(Set<String> some, Set<String> others) {
    return alike(some, others) >= SAME_CASE;
  }

  /** Whether an appeal to another office is near enough to learn from its reply. */
  static boolean ofOneMatter(Set<String> some, Set<String> others) {
    return OTHERS.holds(some, others);
  }

  /** Whether the nearest appeal to the same office is near enough to learn from its replies. */
  static boolean ofOneOffice(Set<String> some, Set<String> others) {
    return OWN.holds(some, others);
  }

  /** Share of pairs that two appeals have in common (Dice), 0 to 1. */
  static double alike(Set<String> some, Set<String> others) {
    return 2.0 * both(some, others) / Math.max(1, some.size() + others.size());
  }

  private static long both(Set<String> some, Set<String> others) {
    return some.stream().filter(others::contains).count();
  }
}
