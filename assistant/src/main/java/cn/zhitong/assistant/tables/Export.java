package cn.zhitong.assistant.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes tables as CSV and XLSX. */
public final class Export {
  /** Without it Excel takes UTF-8 for GBK. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String PERCENT = "0.0%";

  private Export() {}

  /** All tables below one another, each under its title, parted by an empty line. */
  public static byte[] csv(List<ExportTable> tables) {
    StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    for (ExportTable table : tables) {
      if (text.length() > 1) {
        text.append("\r\n");
      }
      line(text, List.of(table.title()));
      line(text, table.header());
      table.rows().forEach(row -> line(text, row));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, List<?> cells) {
    for (int i = 0; i < cells.size(); i++) {
      text.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
    }
    text.append("\r\n");
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Number) {
      return value.toString();
    }
    if (value instanceof ExportTable.Percent percent) {
      return percent.text();
    }
    String text = FormulaGuard.guarded(value.toString());
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /** One sheet a table. */
  public static byte[] xlsx(List<ExportTable> tables) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "zhitong", "1.0")) {
      for (ExportTable table : tables) {
        sheet(workbook.newWorksheet(table.title()), table);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void sheet(Worksheet sheet, ExportTable table) {
    for (int column = 0; column < table.header().size(); column++) {
      sheet.value(0, column, FormulaGuard.guarded(table.header().get(column)));
      sheet.style(0, column).bold().set();
    }
    sheet.freezePane(0, 1);
    for (int row = 0; row < table.rows().size(); row++) {
      List<Object> cells = table.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        Object value = cells.get(column);
        if (value instanceof ExportTable.Percent percent) {
          sheet.value(row + 1, column, percent.share());
          sheet.style(row + 1, column).format(PERCENT).set();
        } else if (value instanceof Number number) {
          sheet.value(row + 1, column, number);
        } else if (value != null) {
          sheet.value(row + 1, column, FormulaGuard.guarded(value.toString()));
        }
      }
    }
  }
}
