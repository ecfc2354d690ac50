package cn.zhitong.assistant.payment;

import cn.zhitong.common.json.StandardJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Payment lists in each form that offices send. */
final class PaymentLists {
  static final List<String> HEADER =
      List.of("申报编号", "统一社会信用代码", "收款单位", "事项名称", "拨付金额（元）", "拨付日期", "凭证号", "备注");

  private PaymentLists() {}

  static byte[] csv(List<String> header, List<List<String>> rows) {
    return text(header, rows).getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gb18030(List<String> header, List<List<String>> rows) {
    return text(header, rows).getBytes(Charset.forName("GB18030"));
  }

  private static String text(List<String> header, List<List<String>> rows) {
    return line(header) + rows.stream().map(PaymentLists::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream()
            .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /**
   * Lines are numbered from 1: an empty one goes first, so that rows are numbered as in a table.
   */
  static byte[] jsonLines(List<String> header, List<List<String>> rows) {
    StringBuilder text = new StringBuilder("\n");
    for (List<String> row : rows) {
      Map<String, String> line = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        line.put(header.get(i), i < row.size() ? row.get(i) : "");
      }
      text.append(StandardJson.write(line)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] xlsx(List<String> header, List<List<String>> rows) {
    return xlsx(Map.of("拨付", table(header, rows)));
  }

  static List<List<String>> table(List<String> header, List<List<String>> rows) {
    List<List<String>> table = new java.util.ArrayList<>();
    table.add(header);
    table.addAll(rows);
    return table;
  }

  /** Sheets by name; numbers stay numbers. */
  static byte[] xlsx(Map<String, List<List<String>>> sheets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      sheets.forEach((name, rows) -> fill(workbook.newWorksheet(name), rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void fill(Worksheet sheet, List<List<String>> rows) {
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        String cell = rows.get(row).get(column);
        if (cell.matches("-?\\d{1,12}(\\.\\d+)?")) {
          sheet.value(row, column, new java.math.BigDecimal(cell));
        } else if (!cell.isEmpty()) {
          sheet.value(row, column, cell);
        }
      }
    }
  }
}
