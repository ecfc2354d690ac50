package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedTermsTest {
  private static final String LAW = "企业歇业的，应当向登记机关备案";

  @Test
  void phrase_whereItsOfficialWordStands_counts() {
    List<WeightedTerms.Weighted> terms = WeightedTerms.of("招不到人");

    assertThat(terms).isNotEmpty();
    assertThat(WeightedTerms.coverage(terms, "缓解企业用工短缺")).isCloseTo(.8, offset());
    assertThat(WeightedTerms.coverage(terms, LAW)).isLessThan(.3);
  }

  @Test
  void words_outsideAPhrase_keepTheirOwnMeaning() {
    List<WeightedTerms.Weighted> terms = WeightedTerms.of("关门，厂房租金谁补");

    WeightedTerms.Weighted rent =
        terms.stream().filter(term -> term.word().equals("租金")).findFirst().orElseThrow();
    assertThat(rent.official()).doesNotContain("歇业");
    assertThat(WeightedTerms.presence(rent, LAW)).isZero();
  }

  @Test
  void word_itself_countsMoreThanAnotherForIt() {
    WeightedTerms.Weighted term = WeightedTerms.of("关门").get(0);

    assertThat(WeightedTerms.presence(term, "关门")).isEqualTo(1);
    assertThat(WeightedTerms.presence(term, LAW)).isEqualTo(.8);
  }

  private static org.assertj.core.data.Offset<Double> offset() {
    return org.assertj.core.data.Offset.offset(.001);
  }
}
