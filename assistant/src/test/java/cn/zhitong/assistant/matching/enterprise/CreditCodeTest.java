package cn.zhitong.assistant.matching.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
  @Test
  void code_inSmallLetters_isRead() {
    assertThat(CreditCode.of(" 91350100m000100y43 ").value()).isEqualTo("91350100M000100Y43");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "91350100M000100Y44", "91350100M000100Y4", "91350100I000100Y43"})
  void code_withWrongCheckLengthOrLetter_isRefused(String code) {
    assertThatThrownBy(() -> CreditCode.of(code)).isInstanceOf(InvalidFile.class);
  }
}
