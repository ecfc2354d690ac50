package cn.zhitong.assistant.topic;

import cn.zhitong.common.embedding.Vectors;
import java.util.List;

/**
 * Tells whether another appeal, of another time, is about a theme's matter: near its centre in
 * meaning, and with a leading word of it.
 */
public final class TopicMatcher {
  /** As near as {@link TopicFinder} asks of a theme's own members. */
  private static final double NEAR = .6;

  private static final int LEADING_WORDS = 3;

  private final float[] common;
  private final List<TopicDocument> appeals;

  /**
   * @param appeals those that the themes were found in
   */
  public TopicMatcher(List<TopicDocument> appeals) {
    this.appeals = appeals;
    this.common = Vectors.mean(appeals.stream().map(TopicDocument::vector).toList());
  }

  /** A theme's centre. */
  public final class Matter {
    private final float[] centre;
    private final double floor;
    private final List<String> words;

    private Matter(Topic theme) {
      List<float[]> vectors =
          theme.members().stream()
              .map(i -> Vectors.centred(appeals.get(i).vector(), common))
              .toList();
      this.centre = Vectors.mean(vectors);
      double[] near =
          vectors.stream().mapToDouble(vector -> Vectors.dot(vector, centre)).sorted().toArray();
      this.floor = NEAR * near[near.length / 2];
      this.words = theme.keywords().subList(0, Math.min(LEADING_WORDS, theme.keywords().size()));
    }

    /**
     * @param text title and text
     * @param vector by the same model as the appeals'
     */
    public boolean concerns(String text, float[] vector) {
      return words.stream().anyMatch(text::contains)
          && Vectors.dot(Vectors.centred(vector, common), centre) >= floor;
    }
  }

  public Matter matter(Topic theme) {
    return new Matter(theme);
  }
}
