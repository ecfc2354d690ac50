package cn.zhitong.assistant.topic;

import java.util.List;

/**
 * Appeals about the same matter.
 *
 * @param members numbers of the appeals in the order they were given to {@link TopicFinder}, the
 *     most typical first
 * @param cohesion mean similarity of two members
 * @param strength what themes are ranked by: how much nearer members are to one another than to
 *     what else was written, summed over the members, times how well a few title words tell them
 *     and how far they are more than usual
 * @param title a phrase of the appeals that names the theme
 * @param keywords words that set the members apart from other appeals, strongest first
 */
public record Topic(
    List<Integer> members, double cohesion, double strength, String title, List<String> keywords) {

  /** The theme with only those members that are among the first so many appeals. */
  public Topic among(int first) {
    List<Integer> kept = members.stream().filter(member -> member < first).toList();
    double share = (double) kept.size() / members.size();
    return new Topic(kept, cohesion, strength * share, title, keywords);
  }
}
