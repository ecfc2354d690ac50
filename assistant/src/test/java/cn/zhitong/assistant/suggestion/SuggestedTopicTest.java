package cn.zhitong.assistant.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestedTopicTest {
  @ParameterizedTest
  @CsvSource({
    "枫林市2025年度枫林市外贸企业参展补助申报, 枫林市2025年度外贸企业参展补助",
    "枫林市枫林市人才租房补贴, 枫林市人才租房补贴",
    "枫林省首台（套）重大技术装备奖励, 枫林省首台（套）重大技术装备奖励"
  })
  void plain_topicOfATitle_namesItsPlaceOnce(String topic, String plain) {
    assertThat(SuggestedQuestions.plain(topic)).isEqualTo(plain);
  }
}
