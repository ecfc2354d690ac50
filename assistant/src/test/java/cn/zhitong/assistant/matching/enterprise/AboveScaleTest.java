package cn.zhitong.assistant.matching.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.matching.condition.DateSpan;
import cn.zhitong.assistant.matching.condition.Fact;
import cn.zhitong.assistant.matching.condition.FactValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Revenue and whether it makes an enterprise 规模以上. */
class AboveScaleTest {
  private static Fact fact(String field, FactValue value, DateSpan period) {
    return new Fact(field, value, null, period, null, null, null, "例", LocalDate.of(2024, 6, 30));
  }

  private static List<Fact> facts(String industry, int revenue) {
    return List.of(
        fact("industry", FactValue.of(industry), null),
        fact("revenue", FactValue.of(BigDecimal.valueOf(9)), DateSpan.year(2021)),
        fact("revenue", FactValue.of(BigDecimal.valueOf(revenue)), DateSpan.year(2023)));
  }

  @ParameterizedTest
  @CsvSource({
    "C34, 2000, true",
    "C34, 1999, false",
    "F5211, 500, true",
    "F51, 500, false",
    "H62, 199, false",
    "Q8411, 1000, false",
    "Q85, 500, true"
  })
  void revenue_againstTheBoundOfItsIndustry_decides(String industry, int revenue, boolean above) {
    assertThat(AboveScale.derived(facts(industry, revenue)).orElseThrow().value())
        .isEqualTo(FactValue.of(above));
  }

  @Test
  void industry_thatGoesBySomethingElse_givesNone() {
    assertThat(AboveScale.derived(facts("E47", 90_000))).isEmpty();
    assertThat(AboveScale.derived(facts("C34", 1).subList(1, 3))).isEmpty();
  }

  @Test
  void fact_thatASourceTells_isNotDerived() {
    Fact told = fact("above_scale", FactValue.of(false), null);
    List<Fact> facts = new java.util.ArrayList<>(facts("C34", 90_000));
    facts.add(told);
    assertThat(AboveScale.derived(facts)).isEmpty();
  }
}
