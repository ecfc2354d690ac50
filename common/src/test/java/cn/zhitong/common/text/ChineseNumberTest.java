package cn.zhitong.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as policies print them. */
class ChineseNumberTest {
  @ParameterizedTest
  @CsvSource({
    "三亿五千万, 350000000",
    "一万二千亿, 1200000000000",
    "二〇二五, 2025",
    "十, 10",
    "两, 2",
    "三点五, 3.5",
    "半, 0.5",
    "２０００, 2000",
    "'1,500', 1500"
  })
  void figure_inNumeralsOrDigits_isItsValue(String text, BigDecimal value) {
    assertThat(ChineseNumber.figure(text).orElseThrow()).isEqualByComparingTo(value);
  }

  @Test
  void words_thatAreNoNumber_giveNothing() {
    assertThat(ChineseNumber.figure("若干")).isEmpty();
  }
}
