package cn.zhitong.assistant.insight;

import cn.zhitong.ingest.embed.Vectors;
import java.util.List;

/**
 * Tells whether another letter, of another time, is about a theme's matter: near its centre in
 * meaning, and with a leading word of it.
 */
public final class Lookalikes {
  /** As near as {@link Themes} asks of a theme's own members. */
  private static final double NEAR = .6;

  private static final int LEADING_WORDS = 3;

  private final float[] common;
  private final List<Letter> letters;

  /**
   * @param letters those that the themes were found in
   */
  public Lookalikes(List<Letter> letters) {
    this.letters = letters;
    this.common = Vectors.mean(letters.stream().map(Letter::vector).toList());
  }

  /** A theme's centre. */
  public final class Matter {
    private final float[] centre;
    private final double floor;
    private final List<String> words;

    private Matter(Theme theme) {
      List<float[]> vectors =
          theme.members().stream()
              .map(i -> Vectors.centred(letters.get(i).vector(), common))
              .toList();
      this.centre = Vectors.mean(vectors);
      double[] near =
          vectors.stream().mapToDouble(vector -> Vectors.dot(vector, centre)).sorted().toArray();
      this.floor = NEAR * near[near.length / 2];
      this.words = theme.keywords().subList(0, Math.min(LEADING_WORDS, theme.keywords().size()));
    }

    /**
     * @param text title and text
     * @param vector by the same model as the letters'
     */
    public boolean concerns(String text, float[] vector) {
      return words.stream().anyMatch(text::contains)
          && Vectors.dot(Vectors.centred(vector, common), centre) >= floor;
    }
  }

  public Matter matter(Theme theme) {
    return new Matter(theme);
  }
}
