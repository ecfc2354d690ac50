package cn.zhitong.assistant.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table to export.
 *
 * @param rows cells are text, numbers, {@link Percent} or null
 */
public record ExportTable(String title, List<String> header, List<List<Object>> rows) {

  /** A share, shown as percent. */
  public record Percent(double share) {
    public String text() {
      return String.format(java.util.Locale.ROOT, "%.1f%%", share * 100);
    }
  }

  /** Null for a share of nothing. */
  public static Percent percent(Double share) {
    return share == null ? null : new Percent(share);
  }

  /** A row in which null cells are allowed. */
  public static List<Object> row(Object... cells) {
    return new ArrayList<>(Arrays.asList(cells));
  }
}
