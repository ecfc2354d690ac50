package cn.zhitong.assistant.insight;

import java.util.List;

/**
 * Letters about the same matter.
 *
 * @param members numbers of the letters in the order they were given to {@link Themes}, the most
 *     typical first
 * @param cohesion mean similarity of two members
 * @param strength what themes are ranked by: how much nearer members are to one another than to
 *     what else was written, summed over the members, times how well a few title words tell them
 *     and how far they are more than usual
 * @param title a phrase of the letters that names the theme
 * @param keywords words that set the members apart from other letters, strongest first
 */
public record Theme(
    List<Integer> members, double cohesion, double strength, String title, List<String> keywords) {

  /** The theme with only those members that are among the first so many letters. */
  public Theme among(int first) {
    List<Integer> kept = members.stream().filter(member -> member < first).toList();
    double share = (double) kept.size() / members.size();
    return new Theme(kept, cohesion, strength * share, title, keywords);
  }
}
