package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureComparisonTest {
  @Test
  void of_oneFigureAndOneLimit_comparesThem() {
    assertThat(FigureComparison.of("裁员率12%能申请吗", "裁员率不高于15%的企业可以申请。"))
        .hasValueSatisfying(text -> assertThat(text).contains("12%低于").contains("不高于15%"));
  }

  @Test
  void of_limitOfAnotherUnit_saysNothing() {
    assertThat(FigureComparison.of("员工30人可以吗", "裁员率不高于15%的企业可以申请。")).isEmpty();
  }

  @Test
  void of_severalLimits_saysNothing() {
    assertThat(FigureComparison.of("裁员率12%能申请吗", "不超过15%的返还60%，不超过10%的返还90%。")).isEmpty();
  }

  @Test
  void of_noFigure_saysNothing() {
    assertThat(FigureComparison.of("裁员率有要求吗", "裁员率不高于15%的企业可以申请。")).isEmpty();
  }
}
