package cn.zhitong.assistant.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountCapTest {
  @ParameterizedTest
  @CsvSource({
    "最高50万元, 50000000",
    "一次性奖励二十万元, 20000000",
    "按投资额的10%给予补助、最高不超过100万元, 100000000",
    "每家企业最高10万元；年度预算总额不超过1000万元, 10000000"
  })
  void fen_boundOfAnEnterprise_isRead(String amount, long fen) {
    assertThat(AmountCap.fen(amount)).contains(fen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"每人1000元", "每平方米最高30元", "最高1000元/项", "按投资额的10%给予补助"})
  void fen_ofOneOfManyOrAShare_isNone(String amount) {
    assertThat(AmountCap.fen(amount)).isEmpty();
  }
}
