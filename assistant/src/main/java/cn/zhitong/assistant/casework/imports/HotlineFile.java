package cn.zhitong.assistant.casework.imports;

import cn.zhitong.assistant.tables.FormulaGuard;
import cn.zhitong.assistant.tables.Sheet;
import cn.zhitong.assistant.tables.SheetReader;
import cn.zhitong.assistant.web.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A list of work orders as a hotline exports it: one row names the columns, which need not be the
 * first.
 *
 * @param header without blanks around
 * @param notes how it was read, where that is not plain
 */
record HotlineFile(List<String> header, List<Line> lines, List<String> notes) {
  /** A day's list of a province's hotline has some thousands. */
  private static final int MAX_LINES = 20_000;

  private static final int MAGIC = 4;

  /**
   * @param sheet the worksheet's name where the list goes over several, else null
   * @param number as the spreadsheet shows it
   * @param cells as many as the header has
   * @param inexact columns whose number the spreadsheet has broken
   */
  record Line(String sheet, int number, List<String> cells, Set<Integer> inexact) {}

  /**
   * @param name to be shown, and whose {@code .xlsx} must be a workbook
   * @throws Problem.UnreadableFile when it is neither a workbook nor CSV, or is too large
   */
  static HotlineFile read(Path file, String name) {
    try {
      if (name.toLowerCase(Locale.ROOT).endsWith(".xlsx") && !workbook(file)) {
        throw new IllegalArgumentException("不是 XLSX 工作簿");
      }
      return of(SheetReader.read(file, ColumnMapping.names(), MAX_LINES));
    } catch (IOException | IllegalArgumentException e) {
      String why = e instanceof IllegalArgumentException ? e.getMessage() : "文件已损坏";
      throw new Problem.UnreadableFile(
          "“" + name + "”无法读取：" + why + "。可另存为 XLSX 或 CSV（UTF-8 或 GB18030 编码）后再上传。", Map.of());
    }
  }

  private static boolean workbook(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] magic = in.readNBytes(MAGIC);
      return SheetReader.workbook(magic) || magic.length == MAGIC && (magic[0] & 0xFF) == 0xD0;
    }
  }

  private static HotlineFile of(Sheet sheet) {
    int width = sheet.header().size();
    List<Line> lines = new ArrayList<>();
    for (Sheet.Row row : sheet.rows()) {
      List<String> cells = new ArrayList<>(width);
      for (int i = 0; i < width; i++) {
        cells.add(FormulaGuard.unguarded(row.cell(i)));
      }
      lines.add(new Line(row.sheet(), row.number(), List.copyOf(cells), row.inexact()));
    }
    List<String> header = sheet.header().stream().map(FormulaGuard::unguarded).toList();
    return new HotlineFile(header, List.copyOf(lines), sheet.notes());
  }
}
