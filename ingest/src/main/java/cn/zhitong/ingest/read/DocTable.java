package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays out a table of a Word 97-2003 file, whose rows know their cells only by edges: a cell covers
 * the columns that other rows have between its edges.
 */
final class DocTable {
  /** Edges nearer than this, in twips (1/1440 inch), are one. */
  private static final int SAME_EDGE = 40;

  private DocTable() {}

  /**
   * A cell as the file has it.
   *
   * @param left edge in twips
   * @param width in twips
   * @param beside goes on with the cell on its left
   * @param below goes on with the cell above
   */
  record Cell(int left, int width, boolean beside, boolean below, String text) {}

  /** Rows of equal length, merged values in every row and column that they cover. */
  static List<List<String>> rows(List<List<Cell>> table) {
    List<Integer> edges = edges(table);
    TableGrid grid = new TableGrid();
    Map<Integer, String> above = new HashMap<>();
    for (int r = 0; r < table.size(); r++) {
      for (Cell cell : table.get(r)) {
        int column = edge(edges, cell.left());
        int span = Math.max(1, edge(edges, cell.left() + cell.width()) - column);
        String text = cell.text();
        if (cell.beside() && column > 0 && grid.at(r, column - 1) != null) {
          text = grid.at(r, column - 1);
        } else if (cell.below() && above.containsKey(column)) {
          text = above.get(column);
        }
        grid.put(r, column, 1, span, text);
        above.put(column, text);
      }
    }
    return grid.rows();
  }

  private static List<Integer> edges(List<List<Cell>> table) {
    List<Integer> edges = new ArrayList<>();
    table.stream()
        .flatMap(List::stream)
        .flatMap(cell -> java.util.stream.Stream.of(cell.left(), cell.left() + cell.width()))
        .sorted()
        .forEach(
            edge -> {
              if (edges.isEmpty() || edge - edges.get(edges.size() - 1) > SAME_EDGE) {
                edges.add(edge);
              }
            });
    return edges;
  }

  private static int edge(List<Integer> edges, int at) {
    int best = 0;
    for (int i = 0; i < edges.size(); i++) {
      if (Math.abs(edges.get(i) - at) < Math.abs(edges.get(best) - at)) {
        best = i;
      }
    }
    return best;
  }
}
