package cn.zhitong.eval.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What each part gives, as the caller measured it: a CSV with a header, the first column the part's
 * name, the others figures. Cells hold no commas and no quotes.
 */
public final class Ablation {
  private Ablation() {}

  /**
   * Adds the table, and a picture of every column of figures.
   *
   * @throws IOException when the file is missing, or a row has another number of cells than the
   *     header
   */
  public static void add(HtmlReport report, Path file) throws IOException {
    List<List<String>> lines =
        Files.readAllLines(file, StandardCharsets.UTF_8).stream()
            .map(line -> line.replace("\uFEFF", ""))
            .filter(line -> !line.isBlank())
            .map(line -> List.of(line.split(",", -1)))
            .map(cells -> cells.stream().map(String::strip).toList())
            .toList();
    if (lines.size() < 2) {
      throw new IOException(file + ": an ablation needs a header and at least one row");
    }
    List<String> header = lines.get(0);
    List<List<String>> rows = lines.subList(1, lines.size());
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IOException(file + ": '" + String.join(",", row) + "' does not fit the header");
      }
    }
    report.table(new CsvTable("消融", header, rows));
    for (int column = 1; column < header.size(); column++) {
      picture(report, header.get(column), rows, column);
    }
  }

  private static void picture(HtmlReport report, String name, List<List<String>> rows, int column) {
    List<String> labels = rows.stream().map(row -> row.get(0)).toList();
    List<String> cells = rows.stream().map(row -> row.get(column)).toList();
    if (cells.stream().allMatch(cell -> cell.matches("[-+]?[0-9]*\\.?[0-9]+"))) {
      report.picture(
          Charts.rows("消融：" + name, labels, cells.stream().map(Double::parseDouble).toList()));
    }
  }
}
