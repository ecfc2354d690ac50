package cn.zhitong.assistant.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayDayReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-05",
        "2026-3-5",
        "2026/3/5",
        "2026.03.05",
        "20260305",
        "20260305103000",
        "2026年3月5日",
        "2026 年 3 月 5 日",
        "２０２６年３月５日",
        "二〇二六年三月五日",
        "二〇二六年三月五号",
        "26年3月5日",
        "2026-03-05 10:30:00",
        "2026-03-05T10:30:00",
        "2026-03-04T17:00:00Z",
        "46086",
        "46086.5",
        "2026/3/5 0:00"
      })
  void day_ofEachForm_isRead(String text) throws UnreadableCell {
    assertThat(PayDayReader.day(text)).hasToString("2026-03-05");
  }

  @Test
  void day_inNumeralsOfTens_isRead() throws UnreadableCell {
    assertThat(PayDayReader.day("二〇二五年十二月三十一日")).hasToString("2025-12-31");
    assertThat(PayDayReader.day("二〇二五年十月十日")).hasToString("2025-10-10");
    assertThat(PayDayReader.day("二〇二五年十一月二十日")).hasToString("2025-11-20");
  }

  @Test
  void day_yearLast_isRead_onlyWhereItCanBeOnlyOne() throws UnreadableCell {
    assertThat(PayDayReader.day("25/3/2026")).hasToString("2026-03-25");
    assertThat(PayDayReader.day("3/25/2026")).hasToString("2026-03-25");
    assertThatThrownBy(() -> PayDayReader.day("3/5/2026")).hasMessageContaining("分不清");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30",
        "2026年3月",
        "3月5日",
        "26-3-5",
        "上月底",
        "1926-03-05",
        "2026-13-01",
        "5",
        "二〇二六年十十月三日",
        "二〇二六年三月二三十日"
      })
  void day_thatIsNone_isNotRead(String text) {
    assertThatThrownBy(() -> PayDayReader.day(text)).isInstanceOf(UnreadableCell.class);
  }

  @Test
  void day_aboveTheTable_isFound() {
    assertThat(PayDayReader.above(List.of("奖补资金拨付明细表", "拨付日期：2026年3月5日  单位：元")))
        .isEqualTo("2026-03-05");
    assertThat(PayDayReader.above(List.of("制表日期：2026年3月5日"))).isNull();
  }
}
