package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionNormalizerTest {
  @ParameterizedTest
  @CsvSource({"冷庫補貼多少,冷库补贴多少", "裁员率１５％可以吗,裁员率15%可以吗", "买ＭＥＳ系统补多少？,买MES系统补多少？", "合同怎么签,合同怎么签"})
  void normal_otherForms_areOrdinary(String typed, String normal) {
    assertThat(QuestionNormalizer.normal(typed)).isEqualTo(normal);
  }
}
