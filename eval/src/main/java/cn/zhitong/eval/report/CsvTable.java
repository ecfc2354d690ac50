package cn.zhitong.eval.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of text under a header, written as CSV with a byte order mark so that Excel reads Chinese.
 */
public record CsvTable(String title, List<String> header, List<List<String>> rows) {

  public void writeCsv(Path file) throws IOException {
    StringBuilder csv = new StringBuilder("\uFEFF").append(csvLine(header));
    rows.forEach(row -> csv.append(csvLine(row)));
    Files.writeString(file, csv);
  }

  private static String csvLine(List<String> cells) {
    return cells.stream().map(CsvTable::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  /** Quoted, and led by an apostrophe where a spreadsheet would take the text for a formula. */
  private static String cell(String text) {
    boolean formula =
        !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 && !text.matches("-?[0-9.]+");
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
