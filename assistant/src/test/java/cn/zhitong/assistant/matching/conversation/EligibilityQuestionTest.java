package cn.zhitong.assistant.matching.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.region.Gazetteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which questions are about the asker's own enterprise, and what they tell of it. */
class EligibilityQuestionTest {
  private static TellingFacts told(String text) {
    return TellingFacts.of(text, null, Gazetteer.standard());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "我们能享受哪些政策",
        "我们能享受哪些政策？",
        "请问我公司可以申报什么补贴",
        "我是福州市鼓楼区的小型制造业企业，能享受哪些优惠政策？",
        "有什么扶持资金我们可以申请",
        "本企业符合哪些奖补项目",
        "咱们是高新技术企业，能拿到哪些奖励呀",
        "你好，看看我们公司现在能领哪些补助"
      })
  void question_onTheAskersOwnItems_isOne(String text) {
    assertThat(EligibilityQuestion.is(told(text).rest())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "我们招用应届毕业生能享受哪些补贴",
        "高新技术企业能享受哪些政策",
        "我们公司的政策咨询多久答复",
        "我们能享受研发费用加计扣除吗",
        "我想申请专利资助需要什么材料",
        "哪些企业可以申报技改补助"
      })
  void question_onOneMatter_isNone(String text) {
    assertThat(EligibilityQuestion.is(told(text).rest())).isFalse();
  }

  @Test
  void facts_ofAText_areToldApart() {
    TellingFacts facts = told("我是福州市鼓楼区的小型制造业企业，有高新技术企业资质");
    assertThat(facts.region()).isEqualTo("350102");
    assertThat(facts.words().industries()).containsExactly("C");
    assertThat(facts.words().scales()).containsExactly("小型");
    assertThat(facts.words().qualifications()).containsExactly("高新技术企业");
    assertThat(told("我们，地区不限").knows(TellingFacts.Kind.PLACE)).isTrue();
    assertThat(told("我们").knows(TellingFacts.Kind.PLACE)).isFalse();
  }

  @Test
  void reply_thatAsksSomethingElse_isNoReply() {
    assertThat(EligibilityQuestion.isOnlyReply(told("在福州市鼓楼区").rest())).isTrue();
    assertThat(EligibilityQuestion.isOnlyReply(told("其他地区").rest())).isTrue();
    assertThat(EligibilityQuestion.isOnlyReply(told("小型企业，高新技术企业").rest())).isTrue();
    assertThat(EligibilityQuestion.isOnlyReply(told("专利资助怎么申请").rest())).isFalse();
  }
}
