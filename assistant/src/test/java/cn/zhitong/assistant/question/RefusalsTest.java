package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
  @ParameterizedTest
  @ValueSource(strings = {"后天下雨吗", "说个段子听听", "我跟男朋友分手了", "哪家火锅味道好", "宠物猫不吃东西"})
  void of_privateMatter_isOutOfScope(String question) {
    assertThat(refused(question).reason()).isEqualTo(RefusalReason.OUT_OF_SCOPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"宠物店办什么许可", "游戏公司有没有补贴", "老板拖着工程款不给", "我这小厂被抽查了五回，烦死了", "开火锅店要哪些执照"})
  void of_layWordsOfABusiness_isNotOutOfScope(String question) {
    assertThat(refused(question).reason()).isEqualTo(RefusalReason.NO_EVIDENCE);
  }

  @Test
  void of_complaint_leadsToTheForm() {
    assertThat(refused("窗口办事太慢了，一直没人接电话！").text()).contains("来件");
  }

  @Test
  void of_english_isInEnglish() {
    assertThat(refused("How do I open a bank account?").text()).contains("ask again in Chinese");
  }

  private static Answer.Refused refused(String question) {
    return Refusals.of(AnalyzedQuestion.of(question));
  }
}
