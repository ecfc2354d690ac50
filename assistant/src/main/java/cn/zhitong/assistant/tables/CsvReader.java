package cn.zhitong.assistant.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV with rows numbered as a spreadsheet shows them. */
final class CsvReader {
  private static final char[] DELIMITERS = {',', '\t', ';'};

  /** A title may stand above the header, and has no delimiter. */
  private static final int LOOKED_AT = 20;

  /** As a spreadsheet saved a number that was too long for it; 2026E5 is a name. */
  private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d(?:\\.\\d{1,20})?[eE]\\+\\d+");

  private CsvReader() {}

  static List<Sheet.Row> read(Path file, TableLimits limits) throws IOException {
    String text = TableText.decoded(Files.readAllBytes(file));
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(false).get();
    List<Sheet.Row> rows = new ArrayList<>();
    int number = 0;
    try (CSVParser parser = CSVParser.parse(text, format)) {
      for (CSVRecord csv : parser) {
        number++;
        Sheet.Row row = row(csv, number, limits);
        if (!row.empty()) {
          rows.add(row);
        }
        // The header and what stands above it are no rows of the list.
        if (rows.size() > limits.rows() + LOOKED_AT) {
          throw limits.tooManyRows();
        }
      }
    } catch (java.io.UncheckedIOException | org.apache.commons.csv.CSVException e) {
      throw new IllegalArgumentException("第 " + (number + 1) + " 行附近的引号不成对，请在表格软件中另存为 CSV 再提交", e);
    }
    return rows;
  }

  private static Sheet.Row row(CSVRecord csv, int number, TableLimits limits) {
    List<String> cells = new ArrayList<>();
    Set<Integer> inexact = new HashSet<>();
    for (int i = 0; i < csv.size(); i++) {
      String cell = CellText.clean(csv.get(i));
      if (cell.isEmpty()) {
        cells.add("");
        continue;
      }
      if (i >= limits.columns()) {
        throw limits.tooManyColumns(number);
      }
      if (cell.length() > limits.cellChars()) {
        throw limits.cellTooLong(number);
      }
      if (SCIENTIFIC.matcher(cell).matches()) {
        inexact.add(i);
      }
      cells.add(cell);
    }
    int last = Math.min(cells.size(), limits.columns());
    return new Sheet.Row(null, number, List.copyOf(cells.subList(0, last)), Set.copyOf(inexact));
  }

  /** The one that a line near the top has most of. */
  private static char delimiter(String text) {
    char best = ',';
    long most = 0;
    for (String line : text.lines().limit(LOOKED_AT).toList()) {
      for (char delimiter : DELIMITERS) {
        long count = line.chars().filter(c -> c == delimiter).count();
        if (count > most) {
          best = delimiter;
          most = count;
        }
      }
      if (most > 1) {
        break;
      }
    }
    return best;
  }
}
