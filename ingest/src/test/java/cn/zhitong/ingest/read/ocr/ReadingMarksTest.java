package cn.zhitong.ingest.read.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingMarksTest {

  @ParameterizedTest
  @CsvSource({
    "岚商规[2026】14号,岚商规〔2026〕14号",
    "岚商规［2026］14号,岚商规〔2026〕14号",
    "各县商务局:,各县商务局：",
    "2026.5.1,2026.5.1",
    "A(1),A(1)"
  })
  void usual_marksThatLookAlike_areToldByTheirNeighbours(String read, String wanted) {
    assertThat(ReadingMarks.usual(read)).isEqualTo(wanted);
  }

  @Test
  void usual_commaAmongHan_isTheChineseOne() {
    assertThat(ReadingMarks.usual("每吨30元,最高5万元")).isEqualTo("每吨30元，最高5万元");
  }
}
