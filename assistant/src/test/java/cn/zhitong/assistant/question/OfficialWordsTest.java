package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficialWordsTest {
  @ParameterizedTest
  @CsvSource({
    "企业咨询多久能得到答复？, 企业咨询多久能得到答复？工作日内办结反馈",
    "注销公示几天, 注销公示几天工作日内",
    "补贴多少钱, 补贴多少钱",
    "几个工作日内回复, 几个工作日内回复办结反馈"
  })
  void officialWordsStandBehindTheQuestion(String question, String searched) {
    assertThat(OfficialWords.with(question)).isEqualTo(searched);
  }
}
