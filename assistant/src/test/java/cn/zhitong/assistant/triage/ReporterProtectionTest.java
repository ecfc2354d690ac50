package cn.zhitong.assistant.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReporterProtectionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "实名举报某公司偷税",
        "反映工地噪音，请对我的信息保密",
        "担心被打击报复",
        "反映你局执法队乱罚款，别告诉他们我是谁。",
        "希望保护我的个人信息，不要转给被投诉的单位。",
        "请不要让街道知道是我说的",
        "务必为我保密"
      })
  void askedFor_wishNotToBecomeKnown_isTrue(String text) {
    assertThat(ReporterProtection.askedFor(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"请问怎么开具发票", "请告知办理时限", "商业秘密如何保护", "请告诉我们什么时候开始申报"})
  void askedFor_ordinaryAppeal_isFalse(String text) {
    assertThat(ReporterProtection.askedFor(text)).isFalse();
  }
}
