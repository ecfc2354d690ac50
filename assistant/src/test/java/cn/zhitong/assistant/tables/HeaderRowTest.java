package cn.zhitong.assistant.tables;

import static cn.zhitong.assistant.tables.RawWorkbook.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists that begin with something else than their header. */
class HeaderRowTest {
  private static final List<String> NAMES = List.of("编号", "标题", "内容");

  @Test
  void titleRows_aboveTheHeader_areLeftOutAndTold() throws IOException {
    Sheet sheet =
        read(
            new RawWorkbook()
                .worksheet(
                    "a",
                    "<sheetData>"
                        + texts(1, "十一月来件汇总表")
                        + texts(2, "导出人：某某", "导出时间：2026-11-30")
                        + texts(4, "编号", "标 题*", "内容（必填）")
                        + texts(5, "7", "停电", "东城停电")
                        + "</sheetData><mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>"));
    assertThat(sheet.column("标题")).isEqualTo(1);
    assertThat(sheet.column("内容")).isEqualTo(2);
    assertThat(sheet.rows()).extracting(Sheet.Row::number).containsExactly(5);
    assertThat(sheet.notes()).anyMatch(note -> note.contains("第 4 行"));
  }

  @Test
  void header_onTheSecondSheet_isFoundAndTheOtherTold() throws IOException {
    Sheet sheet =
        read(
            new RawWorkbook()
                .sheet("说明", texts(1, "请勿修改"))
                .sheet("明细", texts(1, "编号", "标题") + texts(2, "7", "停电")));
    assertThat(sheet.rows()).hasSize(1);
    assertThat(sheet.notes()).anyMatch(note -> note.contains("说明"));
  }

  @Test
  void sheets_withTheSameHeader_areReadTogether() throws IOException {
    Sheet sheet =
        read(
            new RawWorkbook()
                .sheet("一", texts(1, "编号", "标题") + texts(2, "7", "停电"))
                .sheet("二", texts(1, "编号", "标题") + texts(2, "8", "停水")));
    assertThat(sheet.rows()).extracting(row -> row.cell(1)).containsExactly("停电", "停水");
    assertThat(sheet.rows().get(1).sheet()).isEqualTo("二");
  }

  @Test
  void mergedCell_overRows_countsForEach() throws IOException {
    Sheet sheet =
        read(
            new RawWorkbook()
                .worksheet(
                    "a",
                    "<sheetData>"
                        + texts(1, "编号", "标题", "企业")
                        + texts(2, "1", "停电", "某厂")
                        + texts(3, "2", "停水")
                        + texts(4, "3", "停气")
                        + "</sheetData><mergeCells><mergeCell ref=\"C2:C3\"/></mergeCells>"));
    assertThat(sheet.rows()).extracting(row -> row.cell(2)).containsExactly("某厂", "某厂", "");
  }

  @Test
  void csv_withTitleAndEmptyRows_isNumberedAsTheSheetShows() throws IOException {
    String csv = "\n来件汇总\n\n编号;标题\n2.02611E+13;停电\n2026E5;停水\n";
    Sheet sheet =
        SheetReader.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), NAMES);
    assertThat(sheet.rows()).extracting(Sheet.Row::number).containsExactly(5, 6);
    assertThat(sheet.rows().get(0).inexact()).containsExactly(0);
    assertThat(sheet.rows().get(1).inexact()).isEmpty();
  }

  private static Sheet read(RawWorkbook book) throws IOException {
    return SheetReader.read(new ByteArrayInputStream(book.bytes()), NAMES);
  }
}
