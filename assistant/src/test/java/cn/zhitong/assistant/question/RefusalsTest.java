package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
  @Test
  void of_privateMatter_isOutOfScope() {
    Answer.Refused refused = Refusals.of(AnalyzedQuestion.of("后天下雨吗"), true, false);
    assertThat(refused.reason()).isEqualTo(RefusalReason.OUT_OF_SCOPE);
  }

  @Test
  void of_layWordsOfABusiness_isNotOutOfScope() {
    assertThat(refused("老板拖着工程款不给").reason()).isEqualTo(RefusalReason.NO_EVIDENCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"窗口没人管，这罚款多少合规矩？", "被人仿冒了，部门管不管", "窗口太慢，办照有没有时限", "办事窗口不管这个，要准备什么材料"})
  void isComplaint_questionWithinIt_no(String question) {
    assertThat(Refusals.isComplaint(question)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"反映了三次，部门就是不管", "你们到底管不管了"})
  void isComplaint_angerAlone_yes(String question) {
    assertThat(Refusals.isComplaint(question)).isTrue();
  }

  @Test
  void of_complaint_leadsToTheForm() {
    assertThat(refused("窗口办事太慢了，一直没人接电话！").text()).contains("来件");
  }

  @Test
  void of_english_isInEnglish() {
    assertThat(refused("How do I open a bank account?").text()).contains("ask again in Chinese");
  }

  @Test
  void of_whileTheLibraryIsLoading_asksForPatience() {
    AnalyzedQuestion question = AnalyzedQuestion.of("枫林市冷库补贴多少");
    assertThat(Refusals.of(question, false, true).text()).contains("正在载入");
    assertThat(Refusals.of(question, true, true).reason()).isEqualTo(RefusalReason.OUT_OF_SCOPE);
  }

  private static Answer.Refused refused(String question) {
    return Refusals.of(AnalyzedQuestion.of(question), false, false);
  }
}
