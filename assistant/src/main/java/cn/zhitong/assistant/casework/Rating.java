package cn.zhitong.assistant.casework;

/** Satisfaction from 1 (很不满意) to 5 (很满意), 3 is 基本满意. */
public final class Rating {
  /** The highest score that counts as 不满意. */
  public static final int DISSATISFIED = 2;

  /** The lowest score that there is. */
  public static final int LOWEST = 1;

  /** The highest score that there is. */
  public static final int HIGHEST = 5;

  private Rating() {}

  /** The words that go with a score. */
  public static String label(int score) {
    return switch (score) {
      case 1 -> "很不满意";
      case 2 -> "不满意";
      case 3 -> "基本满意";
      case 4 -> "满意";
      case 5 -> "很满意";
      default -> throw new IllegalArgumentException("score must be 1 to 5, was " + score);
    };
  }
}
