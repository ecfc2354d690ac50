package cn.zhitong.eval.questions;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.questions.GoldQuestion.Gold;
import cn.zhitong.eval.questions.QuestionJudge.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionJudgeTest {
  private static final Gold GOLD = new Gold("冷库补贴办法", "冷库.txt", "二、(一)", List.of("每平方米 7元"));
  private static final Gold SECOND = new Gold("冷库补贴办法", "冷库.txt", "三", List.of("4月30日"));

  @Test
  void judge_answerHoldsTheWords_isRight() throws Exception {
    Verdict verdict = judge(question(false, GOLD), "answered", "补贴每平方米7元。", citation("二、(一)", "x"));
    assertThat(verdict.right()).isTrue();
    assertThat(verdict.first()).isTrue();
  }

  @Test
  void judge_answerOfAnotherPolicy_isWrong() throws Exception {
    JsonNode other = Json.MAPPER.valueToTree(Map.of("title", "别的办法", "clause", "二", "quote", "x"));
    assertThat(judge(question(false, GOLD), "answered", "补贴每平方米7元。", other).right()).isFalse();
  }

  @Test
  void judge_relatedBeyondFiveHundredCharacters_isWrong() throws Exception {
    String late = "前".repeat(500) + "每平方米7元";
    assertThat(judge(question(false, GOLD), "related", "", citation("二", late)).right()).isFalse();
    assertThat(judge(question(false, GOLD), "related", "", citation("二", "每平方米7元")).right())
        .isTrue();
  }

  @Test
  void judge_fourthRelatedClause_doesNotCount() throws Exception {
    JsonNode no = citation("一", "没有");
    Verdict verdict =
        judge(question(false, GOLD), "related", "", no, no, no, citation("二、(一)", "每平方米7元"));
    assertThat(verdict.right()).isFalse();
  }

  @Test
  void judge_bothNeeded_oneIsNotFull() throws Exception {
    Verdict verdict =
        judge(question(true, GOLD, SECOND), "answered", "每平方米7元", citation("二、(一)", "x"));
    assertThat(verdict.right()).isTrue();
    assertThat(verdict.full()).isFalse();
  }

  @Test
  void metrics_questionsBackAboveSixPercent_countAsNotShown() throws Exception {
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      verdicts.add(judge(question(false, GOLD), "answered", "每平方米7元", citation("二、(一)", "x")));
    }
    for (int i = 0; i < 3; i++) {
      verdicts.add(judge(question(false, GOLD), "clarify", "哪一个？"));
    }
    assertThat(new QuestionFigures(verdicts).metrics().get("shownRight"))
        .isEqualTo(Math.round(17 / 19.0 * 1e5) / 1e5);
  }

  private static GoldQuestion question(boolean all, Gold... gold) {
    return new GoldQuestion(
        "q", "demo", "howmuch", "冷库补贴多少", true, List.of(gold), List.of(), all, false);
  }

  private static JsonNode citation(String clause, String quote) {
    return Json.MAPPER.valueToTree(
        Map.of("title", "《冷库补贴办法》", "externalId", "a/冷库.txt", "clause", clause, "quote", quote));
  }

  private static Verdict judge(
      GoldQuestion question, String outcome, String text, JsonNode... citations) {
    return QuestionJudge.judge(
        question,
        Json.MAPPER.valueToTree(
            Map.of("outcome", outcome, "text", text, "citations", List.of(citations))));
  }
}
