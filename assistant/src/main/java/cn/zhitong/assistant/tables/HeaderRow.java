package cn.zhitong.assistant.tables;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the row that names the columns. Lists of hotlines begin with a title, a remark or an empty
 * row: the header is the first row with most of the known names, else the first with any two cells.
 */
final class HeaderRow {
  /** Titles, remarks and export times take fewer. */
  private static final int LOOKED_AT = 20;

  private final Set<String> known;

  HeaderRow(Collection<String> names) {
    this.known = names.stream().map(ColumnNames::plain).collect(Collectors.toSet());
  }

  /**
   * @param index of the row among those that were given; -1 where there is none
   * @param names how many of the known names it has
   */
  record Found(int index, int names) {}

  Found in(List<Sheet.Row> rows) {
    int best = -1;
    int most = 0;
    for (int i = 0; i < Math.min(LOOKED_AT, rows.size()); i++) {
      int names = names(rows.get(i));
      // Of a header in two rows the lower has the finer names, if as many are known.
      boolean lowerHalf = best >= 0 && i == best + 1 && names == most && names > 1;
      if (names > most || lowerHalf) {
        best = i;
        most = names;
      }
    }
    return best >= 0 ? new Found(best, most) : new Found(plausible(rows), 0);
  }

  private int names(Sheet.Row row) {
    Set<String> found = new HashSet<>();
    for (String cell : row.cells()) {
      String plain = ColumnNames.plain(cell);
      if (known.contains(plain)) {
        found.add(plain);
      }
    }
    return found.size();
  }

  /** No name is known: a title is one cell, or one that is merged over many. */
  private static int plausible(List<Sheet.Row> rows) {
    for (int i = 0; i < Math.min(LOOKED_AT, rows.size()); i++) {
      long different = rows.get(i).cells().stream().filter(c -> !c.isEmpty()).distinct().count();
      if (different > 1) {
        return i;
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).empty()) {
        return i;
      }
    }
    return -1;
  }
}
