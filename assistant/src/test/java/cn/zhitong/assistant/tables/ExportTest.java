package cn.zhitong.assistant.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Exports show what the pages show. */
class ExportTest {
  private static final List<ExportTable> TABLES =
      List.of(
          new ExportTable(
              "按部门",
              List.of("部门", "按期率"),
              List.of(
                  ExportTable.row("甲局", ExportTable.percent(.8553)),
                  ExportTable.row("乙局", ExportTable.percent(null)))),
          new ExportTable("合计", List.of("件数"), List.of(ExportTable.row(7))));

  @Test
  void workbook_ofTables_hasASheetEachAHeaderThatStaysAndPercent() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Export.xlsx(TABLES)))) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
      Sheet sheet = workbook.getSheet("按部门");
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
      Cell share = sheet.getRow(1).getCell(1);
      assertThat(share.getNumericCellValue()).isEqualTo(.8553);
      assertThat(share.getCellStyle().getDataFormatString()).isEqualTo("0.0%");
      assertThat(sheet.getRow(2).getCell(1)).isNull();
    }
  }

  @Test
  void csv_ofTables_showsPercentAsThePagesDo() {
    assertThat(new String(Export.csv(TABLES), StandardCharsets.UTF_8))
        .isEqualTo("\uFEFF按部门\r\n部门,按期率\r\n甲局,85.5%\r\n乙局,\r\n\r\n合计\r\n件数\r\n7\r\n");
  }
}
