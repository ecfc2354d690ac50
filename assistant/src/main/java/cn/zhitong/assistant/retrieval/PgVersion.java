package cn.zhitong.assistant.retrieval;

/**
 * Versions as PostgreSQL's extensions write them: numbers parted by points, perhaps letters after.
 */
public final class PgVersion {
  private PgVersion() {}

  /** Whether a version is before another, number by number. */
  public static boolean older(String version, String than) {
    String[] left = version.split("[^0-9]+");
    String[] right = than.split("[^0-9]+");
    for (int i = 0; i < right.length; i++) {
      int number = i < left.length && !left[i].isEmpty() ? Integer.parseInt(left[i]) : 0;
      if (number != Integer.parseInt(right[i])) {
        return number < Integer.parseInt(right[i]);
      }
    }
    return false;
  }
}
