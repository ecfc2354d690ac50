package cn.zhitong.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocTableTest {
  private static DocTable.Cell cell(int left, int width, String text) {
    return new DocTable.Cell(left, width, false, false, text);
  }

  @Test
  void rows_cellsOfDifferentWidths_standUnderTheirHeads() {
    assertThat(
            DocTable.rows(
                List.of(
                    List.of(cell(0, 1000, "井"), cell(1000, 2010, "补助")),
                    List.of(cell(0, 1000, "井"), cell(1005, 990, "省"), cell(1995, 1010, "市")),
                    List.of(cell(0, 1000, "甲"), cell(1000, 1000, "3"), cell(2000, 1000, "4")))))
        .containsExactly(List.of("井", "补助", "补助"), List.of("井", "省", "市"), List.of("甲", "3", "4"));
  }

  @Test
  void rows_mergedCells_repeatTheirValue() {
    assertThat(
            DocTable.rows(
                List.of(
                    List.of(cell(0, 500, "甲"), cell(500, 500, "1")),
                    List.of(new DocTable.Cell(0, 500, false, true, ""), cell(500, 500, "2")),
                    List.of(cell(0, 500, "合计"), new DocTable.Cell(500, 500, true, false, "")))))
        .containsExactly(List.of("甲", "1"), List.of("甲", "2"), List.of("合计", "合计"));
  }
}
