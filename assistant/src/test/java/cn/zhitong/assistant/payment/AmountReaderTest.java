package cn.zhitong.assistant.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountReaderTest {
  private static final BigDecimal YUAN = BigDecimal.ONE;
  private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "50000|5000000",
        "50,000.00|5000000",
        "50，000.00|5000000",
        "￥50,000|5000000",
        "¥ 50000 元|5000000",
        "人民币50000元整|5000000",
        "５００００|5000000",
        "5万元|5000000",
        "5.5万|5500000",
        "0.5亿元|5000000000",
        "伍万元整|5000000",
        "五万三千元|5300000",
        "-50000|-5000000",
        "(50,000.00)|-5000000",
        "（500）|-50000",
        "−500|-50000",
        "500-|-50000",
        "5.0E4|5000000",
        "0|0",
        "0.01|1",
        "12345678.9|1234567890"
      })
  void amount_inYuan_isRead(String text, long fen) throws UnreadableCell {
    assertThat(AmountReader.fen(text, YUAN)).isEqualTo(fen);
  }

  @Test
  void amount_ofAColumnInWan_isMultiplied_unlessTheCellHasItsOwnUnit() throws UnreadableCell {
    assertThat(AmountReader.fen("5.0", WAN)).isEqualTo(5_000_000);
    assertThat(AmountReader.fen("5万元", WAN)).isEqualTo(5_000_000);
    assertThat(AmountReader.fen("50000元", WAN)).isEqualTo(5_000_000);
    assertThat(AmountReader.fen("0.123456", WAN)).isEqualTo(123_456);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "五万左右",
        "5,00.00",
        "1.2.3",
        "50000.005",
        "五万5千",
        "见附件",
        "12%",
        "5 or 6",
        "1e99",
        "九亿亿亿元",
        "一亿亿亿亿",
        "九九九九九九九九九九九九九九九九九九九九",
        "九千九百万亿"
      })
  void amount_withoutOneMeaning_isNotRead(String text) {
    assertThatThrownBy(() -> AmountReader.fen(text, YUAN))
        .isInstanceOf(UnreadableCell.class)
        .hasMessageContaining(text);
  }

  @Test
  void unit_isTakenFromTheColumn_elseFromTheTitle() {
    assertThat(AmountReader.unit("金额（万元）", List.of())).isEqualByComparingTo("10000");
    assertThat(AmountReader.unit("金额/元", List.of("单位：万元"))).isEqualByComparingTo("1");
    assertThat(AmountReader.unit("金额", List.of("拨付明细", "单位：万元"))).isEqualByComparingTo("10000");
    assertThat(AmountReader.unit("金额", List.of("申报单位：福建某某"))).isEqualByComparingTo("1");
    assertThat(AmountReader.unit("amountFen", List.of())).isEqualByComparingTo("0.01");
    assertThat(AmountReader.unit("分批拨付金额", List.of())).isEqualByComparingTo("1");
    assertThat(AmountReader.unit("分配金额（万元）", List.of())).isEqualByComparingTo("10000");
    assertThat(AmountReader.unit("元旦慰问金额（万元）", List.of())).isEqualByComparingTo("10000");
    assertThat(AmountReader.unit("拨付金额万元", List.of())).isEqualByComparingTo("10000");
    assertThat(AmountReader.unit("金额(单位：元)", List.of("单位：万元"))).isEqualByComparingTo("1");
    assertThat(AmountReader.unit("金额（分）", List.of())).isEqualByComparingTo("0.01");
  }
}
