package cn.zhitong.assistant.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * Reads CSV and XLSX as spreadsheets write them. CSV: UTF-8 with or without a byte order mark, else
 * GB18030, which Excel writes on Chinese Windows; commas, semicolons or tabs. XLSX: the first
 * sheet. What cannot be read is an {@link IllegalArgumentException} with a Chinese message.
 */
public final class SheetReader {
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** Bytes that tell a workbook. */
  private static final int HEADER = 8;

  private static final char[] DELIMITERS = {',', '\t', ';'};

  private SheetReader() {}

  /** Reads a file of either kind: a workbook is told by its first bytes. */
  public static Sheet read(InputStream in) throws IOException {
    byte[] bytes = in.readAllBytes();
    boolean workbook =
        bytes.length >= HEADER
            && (ReadableWorkbook.isOOXMLZipHeader(bytes) || ReadableWorkbook.isOLE2Header(bytes));
    return workbook ? xlsx(bytes) : csv(bytes);
  }

  private static Sheet xlsx(byte[] bytes) throws IOException {
    if (ReadableWorkbook.isOLE2Header(bytes)) {
      throw new IllegalArgumentException("这是旧版 .xls 或加密的工作簿，请另存为未加密的 .xlsx 再提交");
    }
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes));
        Stream<org.dhatim.fastexcel.reader.Row> rows = book.getFirstSheet().openStream()) {
      List<Sheet.Row> lines = new ArrayList<>();
      rows.forEach(row -> add(lines, row.getRowNum(), cells(row)));
      return Sheet.of(lines);
    } catch (ExcelReaderException | java.util.NoSuchElementException e) {
      throw new IllegalArgumentException("工作簿无法读取，请确认是 .xlsx 且没有损坏", e);
    }
  }

  private static List<String> cells(org.dhatim.fastexcel.reader.Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(row.getOptionalCell(i).map(cell -> text(cell)).orElse(""));
    }
    return cells;
  }

  /** A number as it was typed: 350100, not 350100.0. */
  private static String text(org.dhatim.fastexcel.reader.Cell cell) {
    Object value = cell.getValue();
    if (value instanceof java.math.BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    return value == null ? "" : value.toString().strip();
  }

  private static Sheet csv(byte[] bytes) throws IOException {
    String text = decoded(bytes);
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(true).get();
    List<Sheet.Row> lines = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      for (CSVRecord csv : parser) {
        List<String> cells = new ArrayList<>();
        csv.forEach(cell -> cells.add(cell.strip()));
        add(lines, (int) csv.getRecordNumber(), cells);
      }
    } catch (java.io.UncheckedIOException | org.apache.commons.csv.CSVException e) {
      throw new IllegalArgumentException(
          "第 " + (lines.size() + 1) + " 行附近的引号不成对，请在表格软件中另存为 CSV 再提交", e);
    }
    return Sheet.of(lines);
  }

  private static void add(List<Sheet.Row> lines, int number, List<String> cells) {
    if (lines.size() > Sheet.MAX_ROWS) {
      throw new IllegalArgumentException("表格超过 " + Sheet.MAX_ROWS + " 行，请分成几个文件");
    }
    lines.add(new Sheet.Row(number, List.copyOf(cells)));
  }

  private static String decoded(byte[] bytes) {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, GB18030);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The one that the header has most of. */
  private static char delimiter(String text) {
    String header = text.lines().findFirst().orElse("");
    char best = ',';
    long most = 0;
    for (char delimiter : DELIMITERS) {
      long count = header.chars().filter(c -> c == delimiter).count();
      if (count > most) {
        best = delimiter;
        most = count;
      }
    }
    return best;
  }
}
