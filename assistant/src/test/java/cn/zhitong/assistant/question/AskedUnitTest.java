package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedUnitTest {
  @ParameterizedTest
  @CsvSource({
    "贴息按百分之几给,对质押贷款给予贴息。,true",
    "贴息按百分之几给,按利息的30%给予贴息。,false",
    "罚多少钱,由主管部门责令改正。,true",
    "罚多少钱,处一万元以下罚款。,false",
    "几天能办好,自受理之日起五个工作日内办结。,false",
    "几天能办好,由窗口统一受理。,true",
    "能不能网上办,由窗口统一受理。,false"
  })
  void missing_kindOfFigure_isLookedFor(String question, String text, boolean missing) {
    assertThat(AskedUnit.missing(question, text)).isEqualTo(missing);
  }
}
