package cn.zhitong.assistant.matching.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.matching.condition.DateSpan;
import cn.zhitong.assistant.matching.condition.Fact;
import cn.zhitong.assistant.matching.condition.FactValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures and the size class that they come to. */
class SizeClassTest {
  @ParameterizedTest
  @CsvSource({
    "C34, 1000, 40000, 大型",
    "C34, 999, 40000, 中型",
    "C34, 300, 1999, 小型",
    "C34, 19, 5000, 微型",
    "I65, 100, 1000, 中型",
    "F52, 50, 499, 小型",
    "O, 9, 0, 微型"
  })
  void figures_ofAnIndustry_giveTheLowestClassThatAllReach(
      String industry, int staff, int revenue, String size) {
    assertThat(SizeClass.derived(facts(industry, staff, revenue)).orElseThrow().value().text())
        .isEqualTo(size);
  }

  @Test
  void figure_thatIsMissing_givesNone() {
    assertThat(SizeClass.derived(facts("C34", 100, null))).isEmpty();
  }

  @Test
  void class_thatASourceTells_isNotDerived() {
    List<Fact> facts = new ArrayList<>(facts("C34", 100, 1000));
    facts.add(fact("scale", FactValue.of("小型"), null));
    assertThat(SizeClass.derived(facts)).isEmpty();
  }

  private static List<Fact> facts(String industry, Integer staff, Integer revenue) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("industry", FactValue.of(industry), null));
    if (staff != null) {
      facts.add(fact("staff", FactValue.of(BigDecimal.valueOf(staff)), DateSpan.year(2023)));
      facts.add(fact("staff", FactValue.of(BigDecimal.valueOf(5000)), DateSpan.year(2021)));
    }
    if (revenue != null) {
      facts.add(fact("revenue", FactValue.of(BigDecimal.valueOf(revenue)), DateSpan.year(2023)));
    }
    return facts;
  }

  private static Fact fact(String field, FactValue value, DateSpan period) {
    return new Fact(field, value, null, period, null, null, null, "例", LocalDate.of(2024, 6, 30));
  }
}
