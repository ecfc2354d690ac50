package cn.zhitong.ingest.read.layout;

import java.util.List;

/**
 * A piece of a document in reading order: a paragraph, or a table where {@code rows} are not empty.
 *
 * @param page on which it begins
 * @param indented whether its first line stands in from the margin
 */
public record Block(int page, String text, boolean indented, List<List<String>> rows) {
  public Block {
    rows = List.copyOf(rows);
  }

  static Block paragraph(int page, String text, boolean indented) {
    return new Block(page, text, indented, List.of());
  }

  static Block table(int page, List<List<String>> rows) {
    return new Block(page, "", false, rows);
  }

  public boolean isTable() {
    return !rows.isEmpty();
  }
}
