package cn.zhitong.assistant.casework.handling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAffairsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "您好，您单位尚有8,600 元管理费未结清。",
        "您的企业欠费2000块，请及时缴纳。",
        "您欠缴的管理费9万元已列入台账。",
        "执法人员到您位于槐荫街18号的门店查看。",
        "您登记的地址槐荫街18号3单元502室无人应答。",
        "你厂2023年被立案一次。",
        "我局已约谈你公司负责人。",
        "贵公司的账户已解除查封。"
      })
  void in_affairsOfWhoIsAnswered_isTrue(String reply) {
    assertThat(OwnAffairs.in(reply)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "您好，您反映的问题已核实，道路已清理。",
        "请您到槐荫街18号政务服务中心办理。",
        "新招用高校毕业生的，每人一次性补贴1000元。",
        "对逾期不改的，处一千元以下罚款。",
        "请在5个工作日内提交材料。"
      })
  void in_whatHoldsForAll_isFalse(String reply) {
    assertThat(OwnAffairs.in(reply)).isFalse();
  }
}
