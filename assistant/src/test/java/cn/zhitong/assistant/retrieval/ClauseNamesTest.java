package cn.zhitong.assistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseNamesTest {

  @ParameterizedTest
  @CsvSource({
    "第三条, 第三条, 条, true",
    "第一章、第三条, 第三条, 条, true",
    "第三章、第十二条, 第三条, 条, false",
    "三, 第三条, 条, true",
    "'二、(三)', 第三条, 条, true",
    "'二、(四)', 第三条, 条, false",
    "第一百零二条, 第102条, 条, true",
    "第二十条, 第二十条, 条, true",
    "第十五条, 第15条, 条, true",
    "3, 第三点, 条, true"
  })
  void clauseName_inAnyNumerals_isComparedByValue(
      String path, String reference, String unit, boolean expected) {
    String numeral = reference.substring(1, reference.length() - 1);
    assertThat(ClauseNames.names(path, numeral, unit)).isEqualTo(expected);
  }
}
