package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreambleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "为进一步支持冷链物流发展，根据有关规定，现就补贴事项通知如下：",
        "第一条 为引导企业多建冷库，规范补贴资金管理，制定本办法。",
        "第一条 为了规范检查行为，根据上级文件，制定本办法。",
        "各县（区）人民政府，市直各单位：",
        "现将《冷库补贴办法》印发给你们，请认真贯彻执行。",
        "本办法自2026年1月1日起施行。"
      })
  void is_formalSentence_yes(String sentence) {
    assertThat(Preamble.is(sentence, "冷库补贴多少")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"对新建冷库按每立方米60元给予补贴。", "为职工缴纳社会保险满一年的，给予补贴。", "有下列情形之一的，不予补贴：", "根据投资额分档补助。"})
  void is_provision_no(String sentence) {
    assertThat(Preamble.is(sentence, "冷库补贴多少")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"这个办法哪天开始施行", "有效期到什么时候", "制定的依据是什么"})
  void is_questionAsksForIt_no(String question) {
    assertThat(Preamble.is("本办法自2026年1月1日起施行。", question)).isFalse();
  }
}
