package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryExpanderTest {
  @ParameterizedTest
  @CsvSource({
    "企业咨询多久能得到答复？, 企业咨询多久能得到答复？工作日内办结反馈",
    "补贴多久审核, 补贴多久审核工作日内",
    "资金最多能用几天, 资金最多能用几天",
    "补贴多少钱, 补贴多少钱",
    "回复在哪里看, 回复在哪里看",
    "高企奖励多少, 高企奖励多少 高新技术企业",
    "高企（高新技术企业）奖励多少, 高企（高新技术企业）奖励多少"
  })
  void officialWords_added_standBehindTheQuestion(String question, String searched) {
    assertThat(QueryExpander.with(question)).isEqualTo(searched);
  }

  @Test
  void everydayWords_inAQuestion_areASecondWayToSearch() {
    assertThat(QueryExpander.with("招不到人，有补贴吗")).isEqualTo("招不到人，有补贴吗");
    assertThat(QueryExpander.inOfficialWords("招不到人，有补贴吗"))
        .hasValueSatisfying(
            searched -> assertThat(searched).startsWith("招不到人，有补贴吗 ").contains("用工短缺"));
    assertThat(QueryExpander.inOfficialWords("用工短缺有补贴吗")).isEmpty();
  }

  @Test
  void answer_inOtherWords_isFound() {
    assertThat(WeightedTerms.presence("答复", "咨询类事项2个工作日内办结反馈")).isEqualTo(.8);
    assertThat(WeightedTerms.presence("答复", "咨询类事项由省工信厅受理")).isZero();
    assertThat(WeightedTerms.presence("补贴", "2个工作日内办结反馈")).isZero();
  }
}
