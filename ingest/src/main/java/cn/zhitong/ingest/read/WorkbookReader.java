package cn.zhitong.ingest.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Reads .xls and .xlsx lists: each sheet a table, values as shown, merged values repeated. Hidden
 * rows, columns and sheets are left out with a warning.
 */
record WorkbookReader(ReadLimits limits, boolean packed) implements FormatReader {

  @Override
  public ReadText read(Path file) throws IOException, UnreadableSource {
    if (packed) {
      ZipCheck.check(file, limits);
    }
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      TextLines lines = new TextLines(limits);
      Walk walk = new Walk(workbook, lines);
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        walk.sheet(i);
      }
      return lines.toText(null);
    } catch (EncryptedDocumentException e) {
      throw new UnreadableSource(UnreadableSource.Kind.ENCRYPTED, "表格设有密码，无法读取；请去掉密码后再上传。", e);
    } catch (RuntimeException e) {
      throw new IOException("no sound workbook", e);
    }
  }

  private static final class Walk {
    private final Workbook workbook;
    private final TextLines lines;
    private final DataFormatter formatter = new DataFormatter(java.util.Locale.CHINA);
    private final FormulaEvaluator evaluator;
    private int shown;

    /** The first cell of the sheet with a number beyond what a sheet can hold, null for none. */
    private String beyond;

    Walk(Workbook workbook, TextLines lines) {
      this.workbook = workbook;
      this.lines = lines;
      this.evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      formatter.setUseCachedValuesForFormulaCells(true);
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        shown += isShown(i) && workbook.getSheetAt(i).getPhysicalNumberOfRows() > 0 ? 1 : 0;
      }
    }

    private boolean isShown(int sheet) {
      return workbook.getSheetVisibility(sheet) == SheetVisibility.VISIBLE;
    }

    void sheet(int index) throws UnreadableSource {
      Sheet sheet = workbook.getSheetAt(index);
      if (sheet.getPhysicalNumberOfRows() == 0) {
        return;
      }
      if (!isShown(index)) {
        lines.warn("工作表“" + sheet.getSheetName() + "”是隐藏的，其内容没有收入。");
        return;
      }
      List<List<String>> rows = grid(sheet).rows();
      if (shown > 1 && !isDefault(sheet.getSheetName())) {
        lines.line(sheet.getSheetName());
        lines.blank();
      }
      int head = 0;
      // Titles and notes span the sheet or stand alone: they are lines, the rest is the table.
      while (head < rows.size() && isLine(rows.get(head))) {
        lines.line(only(rows.get(head++)));
        lines.blank();
      }
      int foot = rows.size();
      while (foot > head && isLine(rows.get(foot - 1))) {
        foot--;
      }
      lines.table(rows.subList(head, foot));
      for (List<String> row : rows.subList(foot, rows.size())) {
        lines.blank();
        lines.line(only(row));
      }
      lines.blank();
      if (((org.apache.poi.ss.usermodel.Drawing<?>) sheet.getDrawingPatriarch()) != null) {
        lines.warn("工作表“" + sheet.getSheetName() + "”里的图片、图表或文本框没有收入。");
      }
    }

    private static boolean isDefault(String name) {
      return name.matches("(?i)sheet\\d*|工作表\\d*");
    }

    private static boolean isLine(List<String> row) {
      return row.stream().filter(cell -> !cell.isBlank()).distinct().count() <= 1;
    }

    private static String only(List<String> row) {
      return row.stream().filter(cell -> !cell.isBlank()).findFirst().orElse("");
    }

    private TableGrid grid(Sheet sheet) {
      List<Row> shownRows = new ArrayList<>();
      TableGrid grid = new TableGrid();
      boolean hidden = false;
      beyond = null;
      for (Row row : sheet) {
        hidden |= row.getZeroHeight();
        if (!row.getZeroHeight()) {
          shownRows.add(row);
        }
      }
      for (CellRangeAddress area : sheet.getMergedRegions()) {
        String value = value(sheet, area.getFirstRow(), area.getFirstColumn());
        for (int r = 0; r < shownRows.size(); r++) {
          if (area.containsRow(shownRows.get(r).getRowNum())) {
            int wide = area.getLastColumn() - area.getFirstColumn() + 1;
            grid.put(r, area.getFirstColumn(), 1, wide, value);
          }
        }
      }
      for (int r = 0; r < shownRows.size(); r++) {
        for (Cell cell : shownRows.get(r)) {
          if (sheet.isColumnHidden(cell.getColumnIndex())) {
            hidden = true;
          } else {
            grid.put(r, cell.getColumnIndex(), 1, 1, value(cell));
          }
        }
      }
      if (hidden) {
        lines.warn("工作表“" + sheet.getSheetName() + "”有隐藏的行或列，其内容没有收入。");
      }
      if (beyond != null) {
        lines.warn("工作表“" + sheet.getSheetName() + "”里有超出范围的数字（如 " + beyond + " 单元格），没有收入，请核对原表。");
      }
      return grid;
    }

    /** Format 14 is the date of the reader's own country, which POI shows as America's. */
    private static boolean isPlainDate(Cell cell) {
      return cell.getCellType() == CellType.NUMERIC && cell.getCellStyle().getDataFormat() == 14;
    }

    private static boolean isDate(Cell cell) {
      org.apache.poi.ss.usermodel.CellType type =
          cell.getCellType() == org.apache.poi.ss.usermodel.CellType.FORMULA
              ? cell.getCachedFormulaResultType()
              : cell.getCellType();
      return type == org.apache.poi.ss.usermodel.CellType.NUMERIC
          && org.apache.poi.ss.usermodel.DateUtil.isCellDateFormatted(cell);
    }

    private String value(Sheet sheet, int row, int column) {
      Row found = sheet.getRow(row);
      Cell cell = found == null ? null : found.getCell(column);
      return cell == null ? "" : value(cell);
    }

    private static boolean isBeyond(Cell cell) {
      CellType type = cell.getCellType();
      CellType shownType = type == CellType.FORMULA ? cell.getCachedFormulaResultType() : type;
      return shownType == CellType.NUMERIC && !Double.isFinite(cell.getNumericCellValue());
    }

    private String value(Cell cell) {
      if (isBeyond(cell)) {
        beyond = beyond == null ? cell.getAddress().formatAsString() : beyond;
        return "";
      }
      if (isPlainDate(cell)) {
        return cell.getLocalDateTimeCellValue()
            .format(java.time.format.DateTimeFormatter.ofPattern("yyyy/M/d"));
      }
      String shownValue = formatter.formatCellValue(cell, evaluator);
      String plain = shownValue == null ? "" : shownValue.strip();
      // POI leaves the quotation marks of yyyy"年"m"月"d"日" in what it formats.
      return isDate(cell) ? plain.replace("\"", "") : plain;
    }
  }
}
