package cn.zhitong.assistant.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A table that an owner sent: a header and rows beneath it.
 *
 * @param header names of the columns, stripped; a column without a name is ""
 * @param rows rows that hold anything
 * @param notes what a reader should know of how the file was read, e.g. a title row that was left
 *     out
 */
public record Sheet(List<String> header, List<Row> rows, List<String> notes) {
  /** Longer tables come in parts: what is read stands in memory. */
  public static final int MAX_ROWS = 500_000;

  /**
   * @param sheet the worksheet's name where rows of several were joined, else null
   * @param number the row's number in the file as a person counts, from 1
   * @param cells texts, stripped; may be fewer than the header's
   * @param inexact columns whose number cannot be told exactly: spreadsheets keep 15 digits, and
   *     what is shown as {@code 2.02E+17} has lost the rest; formulas without a stored value
   * @param shared columns whose cell is merged with one in another row
   */
  public record Row(
      String sheet, int number, List<String> cells, Set<Integer> inexact, Set<Integer> shared) {
    public Row(String sheet, int number, List<String> cells, Set<Integer> inexact) {
      this(sheet, number, cells, inexact, Set.of());
    }

    /** The text of a column; "" where the row or the file has none. */
    public String cell(int column) {
      return column < 0 || column >= cells.size() ? "" : cells.get(column);
    }

    boolean empty() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  /** Place of the first column that bears one of the names; marks and blanks do not count. */
  public int column(String... names) {
    List<String> plain = header.stream().map(ColumnNames::plain).toList();
    return Arrays.stream(names)
        .map(name -> plain.indexOf(ColumnNames.plain(name)))
        .filter(place -> place >= 0)
        .findFirst()
        .orElse(-1);
  }

  /** The rows below the header. */
  static Sheet of(List<Row> lines, int headerRow, List<String> notes) {
    List<Row> rows = new ArrayList<>(lines.subList(headerRow + 1, lines.size()));
    rows.removeIf(Row::empty);
    return new Sheet(lines.get(headerRow).cells(), List.copyOf(rows), List.copyOf(notes));
  }
}
