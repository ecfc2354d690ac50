package cn.zhitong.assistant.matching.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhitong.assistant.matching.condition.Fact;
import cn.zhitong.assistant.tables.RawWorkbook;
import cn.zhitong.assistant.tables.Sheet;
import cn.zhitong.assistant.tables.SheetReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a table tells of an enterprise, and what it only seems to. */
class EnterpriseRowsTest {
  private static final String CODE = "91350100M000100Y43";
  private static final String OTHER = "91110108MA0XT01Q5C";
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 2);

  @ParameterizedTest
  @CsvSource({
    "2026-03-05,2026-03-05",
    "2026/3/5,2026-03-05",
    "2026年3月5日,2026-03-05",
    "2026-03-05 00:00:00,2026-03-05",
    "2026年3月,2026-03-31",
    "'',2026-12-02"
  })
  void day_inTheFormsOfTables_isRead(String written, LocalDate day) throws IOException {
    assertThat(fact("日期,从业人数(2025)", written + ",12").observedAt()).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({"2026-02-30", "去年底", "2026-13-01"})
  void day_thatIsNone_isRefusedAndNotTakenForToday(String written) {
    assertThatThrownBy(() -> fact("日期,从业人数(2025)", written + ",12"))
        .isInstanceOf(InvalidFile.class)
        .hasMessageContaining("日期：“" + written + "”不是日期");
  }

  @ParameterizedTest
  @CsvSource({
    "研发人员占比(2025),12%,0.12",
    "研发人员占比(2025)(%),12,0.12",
    "研发人员占比(2025),0.12,0.12",
    "营业收入增长率(2025)（％）,150,1.5"
  })
  void share_ofOneOrOfAHundred_isReadAsItsColumnSays(String column, String cell, String value)
      throws IOException {
    assertThat(fact(column, cell).value().text()).isEqualTo(value);
  }

  @Test
  void share_aboveTheWhole_isRefused() {
    assertThatThrownBy(() -> fact("研发人员占比(2025)", "12"))
        .isInstanceOf(InvalidFile.class)
        .hasMessageContaining("超过 100%");
    assertThatThrownBy(() -> fact("从业人数(2025)", "12%")).hasMessageContaining("不应是百分数");
  }

  @Test
  void figure_ofCellsMergedOverRows_isNobodys() throws IOException {
    List<String> faults =
        faults(
            new RawWorkbook()
                .worksheet(
                    "a",
                    "<sheetData>"
                        + RawWorkbook.texts(1, "统一社会信用代码", "从业人数(2025)", "注册地")
                        + RawWorkbook.texts(2, CODE, "12", "澜州市")
                        + RawWorkbook.texts(3, OTHER, "", "")
                        + "</sheetData><mergeCells><mergeCell ref=\"B2:B3\"/>"
                        + "<mergeCell ref=\"C2:C3\"/></mergeCells>"));
    assertThat(faults).hasSize(2).allMatch(fault -> fault.startsWith("从业人数：12 的单元格与别的行合并"));
  }

  @Test
  void formula_withoutItsResult_isRefused() throws IOException {
    String cells =
        "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>"
            + CODE
            + "</t></is></c><c r=\"B2\"><f>6*2</f></c></row>";
    assertThat(
            faults(
                new RawWorkbook()
                    .sheet("a", RawWorkbook.texts(1, "统一社会信用代码", "从业人数(2025)") + cells)))
        .singleElement()
        .asString()
        .contains("不是确切的值");
  }

  @Test
  void columns_beneathATitle_areFound() throws IOException {
    Sheet sheet = sheet("2026年企业台账,,\n统一社会信用代码*,企业名称,从业人数(2025)\n" + CODE + ",甲,12\n");
    List<String> unknown = new ArrayList<>();
    assertThat(EnterpriseRows.columns(sheet, unknown).fields()).hasSize(1);
    assertThat(unknown).isEmpty();
  }

  private static Fact fact(String columns, String cells) throws IOException {
    Sheet sheet = sheet("统一社会信用代码," + columns + "\n" + CODE + "," + cells + "\n");
    return EnterpriseRows.row(
            sheet.rows().get(0), EnterpriseRows.columns(sheet, new ArrayList<>()), "导入", TODAY)
        .facts()
        .get(0);
  }

  private static Sheet sheet(String csv) throws IOException {
    return SheetReader.read(
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), EnterpriseRows.KEY_NAMES);
  }

  private static List<String> faults(RawWorkbook book) throws IOException {
    Sheet sheet =
        SheetReader.read(new ByteArrayInputStream(book.bytes()), EnterpriseRows.KEY_NAMES);
    List<String> faults = new ArrayList<>();
    for (Sheet.Row row : sheet.rows()) {
      try {
        EnterpriseRows.row(row, EnterpriseRows.columns(sheet, new ArrayList<>()), "导入", TODAY);
      } catch (InvalidFile e) {
        faults.add(e.getMessage());
      }
    }
    return faults;
  }
}
