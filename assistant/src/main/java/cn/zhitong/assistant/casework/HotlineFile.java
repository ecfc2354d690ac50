package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.web.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * A list of work orders as a hotline exports it: the first row names the columns.
 *
 * @param header without blanks around
 */
record HotlineFile(List<String> header, List<Line> lines) {
  /** A day's list of a province's hotline has some thousands. */
  private static final int MAX_LINES = 20_000;

  private static final Charset GB18030 = Charset.forName("GB18030");

  /**
   * @param number as the spreadsheet shows it, the header being 1
   * @param cells as many as the header has
   */
  record Line(int number, List<String> cells) {}

  /**
   * @param name decides how it is read: {@code .xlsx}, else as CSV, in UTF-8 or GB18030
   * @throws Problem.UnreadableFile when it is neither
   */
  static HotlineFile read(Path file, String name) {
    boolean excel = name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
    try {
      List<List<String>> rows = excel ? excel(file) : csv(decoded(Files.readAllBytes(file)));
      return of(rows);
    } catch (IOException | ExcelReaderException | IllegalArgumentException e) {
      throw new Problem.UnreadableFile(
          "“" + name + "”无法读取，请另存为 XLSX 或 CSV（UTF-8 或 GB18030 编码）后再上传。", Map.of());
    }
  }

  private static HotlineFile of(List<List<String>> rows) {
    if (rows.isEmpty() || rows.get(0).stream().allMatch(String::isEmpty)) {
      throw new Problem.UnreadableFile("文件是空的，第一行应为列名。", Map.of());
    }
    if (rows.size() > MAX_LINES + 1) {
      throw new Problem.TooLarge("一次最多导入 " + MAX_LINES + " 行，请拆分后再上传。");
    }
    List<String> header = rows.get(0);
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      List<String> cells = new ArrayList<>(rows.get(i));
      while (cells.size() < header.size()) {
        cells.add("");
      }
      if (!cells.stream().allMatch(String::isEmpty)) {
        lines.add(new Line(i + 1, List.copyOf(cells.subList(0, header.size()))));
      }
    }
    return new HotlineFile(header, lines);
  }

  private static List<List<String>> csv(String text) throws IOException {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    String head = plain.lines().findFirst().orElse("");
    char delimiter =
        head.indexOf('\t') >= 0 ? '\t' : head.indexOf(';') > head.indexOf(',') ? ';' : ',';
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
    List<List<String>> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(plain), format)) {
      for (CSVRecord record : parser) {
        rows.add(record.stream().map(HotlineFile::cell).toList());
      }
    }
    return rows;
  }

  private static List<List<String>> excel(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        // With formats: a date is a number that is shown as one.
        ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, false));
        Stream<Row> stream = workbook.getFirstSheet().openStream()) {
      for (Row row : (Iterable<Row>) stream::iterator) {
        while (rows.size() < row.getRowNum() - 1 && rows.size() <= MAX_LINES) {
          rows.add(List.of());
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
          cells.add(row.getOptionalCell(i).map(HotlineFile::text).orElse(""));
        }
        rows.add(cells);
        if (rows.size() > MAX_LINES + 1) {
          break;
        }
      }
    }
    return rows;
  }

  private static String text(Cell cell) {
    if (cell.getType() != CellType.NUMBER) {
      return cell(cell.getText());
    }
    String format = cell.getDataFormatString();
    if (format != null && format.matches("(?i).*[ymdh年月日时].*") && !format.contains("General")) {
      return cell.asDate().toString();
    }
    // A number of a work order must not become 2.0251E+15.
    return new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString();
  }

  /** What we wrote before a cell that a spreadsheet would have run as a formula goes off again. */
  private static String cell(String value) {
    String text = value == null ? "" : value.strip();
    return text.matches("(?s)'[=+\\-@].*") ? text.substring(1) : text;
  }

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return GB18030.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }
}
