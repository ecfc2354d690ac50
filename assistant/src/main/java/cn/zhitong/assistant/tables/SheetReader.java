package cn.zhitong.assistant.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Reads CSV and XLSX as spreadsheets write them, with the values that the sheet shows. CSV: UTF-8
 * with or without a byte order mark, UTF-16 with one, else GB18030, which Excel writes on Chinese
 * Windows; commas, semicolons or tabs. XLSX: the sheet with the column names that are asked for,
 * and further sheets with the same header. What cannot be read, or is too large, is an {@link
 * IllegalArgumentException} with a Chinese message; bounds stand in {@link TableLimits}.
 */
public final class SheetReader {
  /** Bytes that tell a workbook. */
  private static final int MAGIC = 8;

  private SheetReader() {}

  /** The same without names that are looked for: the first row with anything is the header. */
  public static Sheet read(InputStream in) throws IOException {
    return read(in, List.of());
  }

  /** Reads a stream of either kind. */
  public static Sheet read(InputStream in, Collection<String> names) throws IOException {
    Path file = Files.createTempFile("zhitong-table", null);
    try {
      try (var out = Files.newOutputStream(file)) {
        in.transferTo(out);
      }
      return read(file, names, Sheet.MAX_ROWS);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Reads a file of either kind: a workbook is told by its first bytes.
   *
   * @param names of columns that tell the header
   * @param maxRows beneath it
   */
  public static Sheet read(Path file, Collection<String> names, int maxRows) throws IOException {
    TableLimits limits = limits(file, maxRows);
    return chosen(rawSheets(file, limits), new HeaderRow(names), limits);
  }

  /**
   * Reads every sheet that has at least {@code fewest} of the names, each by its own header: lists
   * of months may order their columns differently.
   *
   * @param fewest names that tell a header; a remark that mentions one column is none
   */
  public static SheetList readAll(Path file, Collection<String> names, int fewest, int maxRows)
      throws IOException {
    TableLimits limits = limits(file, maxRows);
    HeaderRow header = new HeaderRow(names);
    List<SheetList.TitledSheet> sheets = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    int rows = 0;
    for (RawSheet raw : rawSheets(file, limits)) {
      notes.addAll(raw.notes());
      HeaderRow.Found found = header.in(raw.rows());
      if (found.index() >= 0 && found.names() >= fewest) {
        Sheet sheet = Sheet.of(raw.rows(), found.index(), List.of());
        rows += sheet.rows().size();
        sheets.add(new SheetList.TitledSheet(raw.name(), above(raw, found.index()), sheet));
      } else if (!raw.rows().isEmpty()) {
        notes.add(
            "工作表“"
                + (raw.name() == null ? "1" : raw.name())
                + "”没有认出列名，没有读取（"
                + raw.rows().size()
                + " 行）。");
      }
    }
    if (rows > limits.rows()) {
      throw limits.tooManyRows();
    }
    return new SheetList(sheets, notes);
  }

  private static List<String> above(RawSheet raw, int header) {
    return raw.rows().subList(0, header).stream()
        .flatMap(row -> row.cells().stream())
        .filter(cell -> !cell.isEmpty())
        .distinct()
        .toList();
  }

  private static byte[] magic(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAGIC);
    }
  }

  private static TableLimits limits(Path file, int maxRows) throws IOException {
    long size = Files.size(file);
    return workbook(magic(file))
        ? TableLimits.ofWorkbook(size, maxRows)
        : TableLimits.of(size, maxRows);
  }

  private static List<RawSheet> rawSheets(Path file, TableLimits limits) throws IOException {
    byte[] magic = magic(file);
    if (begins(magic, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new IllegalArgumentException("这是旧版 .xls 或加密的工作簿，请另存为未加密的 .xlsx 再提交");
    }
    return workbook(magic)
        ? XlsxReader.read(file, limits)
        : List.of(new RawSheet(null, CsvReader.read(file, limits), List.of()));
  }

  /** Whether a file begins as an XLSX does. */
  public static boolean workbook(byte[] magic) {
    return begins(magic, 'P', 'K', 3, 4);
  }

  private static boolean begins(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param name null for a file that has but one
   * @param rows with anything in them
   * @param notes what a reader should know of it
   */
  record RawSheet(String name, List<Sheet.Row> rows, List<String> notes) {
    /** One that is not read, and why. */
    static RawSheet leftOut(String name, String why) {
      return new RawSheet(name, List.of(), List.of(why));
    }
  }

  private static Sheet chosen(List<RawSheet> sheets, HeaderRow header, TableLimits limits) {
    RawSheet best = null;
    HeaderRow.Found found = new HeaderRow.Found(-1, -1);
    for (RawSheet sheet : sheets) {
      HeaderRow.Found here = header.in(sheet.rows());
      if (here.index() >= 0 && here.names() > found.names()) {
        best = sheet;
        found = here;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("表格是空的：第一行应为列名，其下每行一条");
    }
    List<String> notes = new ArrayList<>();
    sheets.forEach(sheet -> notes.addAll(sheet.notes()));
    int row = best.rows().get(found.index()).number();
    if (found.index() > 0) {
      notes.add("列名在第 " + row + " 行，其上的行没有读取。");
    }
    List<Sheet.Row> rows = new ArrayList<>(best.rows());
    for (RawSheet other : sheets) {
      if (other != best && !other.rows().isEmpty()) {
        notes.add(join(rows, best, found, other, header));
      }
    }
    if (rows.size() - found.index() - 1 > limits.rows()) {
      throw limits.tooManyRows();
    }
    return Sheet.of(rows, found.index(), notes);
  }

  /** A further sheet with the same columns goes on with the list; another is told. */
  private static String join(
      List<Sheet.Row> rows,
      RawSheet best,
      HeaderRow.Found found,
      RawSheet other,
      HeaderRow header) {
    HeaderRow.Found here = header.in(other.rows());
    boolean same =
        found.names() > 0
            && here.index() >= 0
            && plain(other.rows().get(here.index())).equals(plain(rows.get(found.index())));
    if (!same) {
      return "工作表“" + other.name() + "”没有读取，读的是“" + best.name() + "”。";
    }
    for (Sheet.Row row : other.rows().subList(here.index() + 1, other.rows().size())) {
      rows.add(new Sheet.Row(other.name(), row.number(), row.cells(), row.inexact(), row.shared()));
    }
    return "工作表“" + other.name() + "”的列名与“" + best.name() + "”相同，一并读取。";
  }

  private static List<String> plain(Sheet.Row header) {
    return header.cells().stream().map(ColumnNames::plain).toList();
  }
}
