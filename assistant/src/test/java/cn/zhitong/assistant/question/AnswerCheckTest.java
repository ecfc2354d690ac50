package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {
  private static final AnalyzedQuestion QUESTION = AnalyzedQuestion.of("冷库租金补贴多少钱");
  private static final CitedSentence AMOUNT = sentence("冷库租金补贴每平方米每月7元。");
  private static final CitedSentence OTHER = sentence("申请由县商务局受理。");

  @Test
  void stillAnswers_answerRefused_restOnAnotherSubject_no() {
    assertThat(AnswerCheck.stillAnswers(QUESTION, List.of(OTHER), List.of(AMOUNT, OTHER)))
        .isFalse();
  }

  @Test
  void stillAnswers_sideRemarkRefused_yes() {
    assertThat(AnswerCheck.stillAnswers(QUESTION, List.of(AMOUNT), List.of(AMOUNT, OTHER)))
        .isTrue();
  }

  @Test
  void stillAnswers_nothingRefused_yes() {
    assertThat(AnswerCheck.stillAnswers(QUESTION, List.of(OTHER), List.of(OTHER))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"《冷库补贴办法》二：", "有下列情形之一的，按以下规定执行：", "2025年3月1日。", "一、"})
  void saysSomething_leadInOrDate_no(String text) {
    assertThat(AnswerCheck.saysSomething(List.of(sentence(text)))).isFalse();
  }

  @Test
  void saysSomething_provision_yes() {
    assertThat(AnswerCheck.saysSomething(List.of(sentence("不予处罚。")))).isTrue();
  }

  private static CitedSentence sentence(String text) {
    return new CitedSentence(
        text,
        List.of(
            new Citation(
                new PolicyId(new UUID(1, 1)),
                "x.txt",
                "冷库补贴办法",
                null,
                null,
                "二",
                text,
                0,
                text.length(),
                PolicyStatus.IN_FORCE,
                null)));
  }
}
