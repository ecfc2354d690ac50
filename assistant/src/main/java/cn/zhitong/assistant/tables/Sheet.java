package cn.zhitong.assistant.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table that an owner sent: a header and rows beneath it.
 *
 * @param header names of the columns, stripped; a column without a name is ""
 * @param rows rows that hold anything
 */
public record Sheet(List<String> header, List<Row> rows) {
  /** Longer tables come in parts: what is read stands in memory. */
  public static final int MAX_ROWS = 500_000;

  /**
   * @param number the row's number in the file as a person counts, from 1
   * @param cells texts, stripped; may be fewer than the header's
   */
  public record Row(int number, List<String> cells) {
    /** The text of a column; "" where the row or the file has none. */
    public String cell(int column) {
      return column < 0 || column >= cells.size() ? "" : cells.get(column);
    }

    boolean empty() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  /** Place of the first column that bears one of the names, case aside; -1 for none. */
  public int column(String... names) {
    for (String name : names) {
      for (int i = 0; i < header.size(); i++) {
        if (header.get(i).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
          return i;
        }
      }
    }
    return -1;
  }

  /** The first row with anything in it is the header. */
  static Sheet of(List<Row> lines) {
    List<Row> filled = new ArrayList<>(lines);
    filled.removeIf(Row::empty);
    if (filled.isEmpty()) {
      throw new IllegalArgumentException("表格是空的：第一行应为列名，其下每行一条");
    }
    return new Sheet(filled.get(0).cells(), List.copyOf(filled.subList(1, filled.size())));
  }
}
