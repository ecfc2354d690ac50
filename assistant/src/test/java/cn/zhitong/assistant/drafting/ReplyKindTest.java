package cn.zhitong.assistant.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.appeal.Category;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a reply is of the kind that its appeal asks for. */
class ReplyKindTest {
  private static final String FRAME = "您好：\n您的来件收悉。经研究，现答复如下：\n%s\n感谢您的来件。\n某市某局\n2026年11月28日";

  @ParameterizedTest
  @ValueSource(strings = {"您的建议已纳入工作研究。", "感谢您提出的宝贵建议，我们将认真研究。", "所提意见我局将予以吸收采纳。", "已列入明年工作计划研究。"})
  void question_answeredAsASuggestion_isNoticed(String reply) {
    assertThat(check(Category.CONSULTATION, "住房补助怎么申领", reply, "category").ok()).isFalse();
    assertThat(checks(Category.SUGGESTION, "希望放宽住房补助", reply))
        .extracting(Draft.Check::kind)
        .doesNotContain("category");
  }

  @ParameterizedTest
  @ValueSource(strings = {"建议您先到税务窗口核对。", "我局建议您登录平台查看。", "请到窗口提交申请表，五个工作日内办结。"})
  void advice_toAQuestion_isAnAnswer(String reply) {
    assertThat(check(Category.CONSULTATION, "住房补助怎么申领", reply, "category").ok()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "今年什么时候开始申报, 请按申报指南准备材料。, false",
    "今年什么时候开始申报, 租赁合同期限须在3年以上。, false",
    "今年什么时候开始申报, 依照《关于做好2025年申报工作的通知》（某工信〔2025〕7号）办理。, false",
    "今年什么时候开始申报, 申报时间为3月1日至4月30日。, true",
    "今年什么时候开始申报, 今年的通知尚未发布。, true",
    "办这个证要多久, 请到窗口办理。, false",
    "办这个证要多久, 材料齐全的当场办结。, true",
    "每人补贴多少, 参加培训的可以申请补贴。, false",
    "每人补贴多少, 每人补贴1500元。, true",
    "每人补贴多少, 按实际费用的百分之五十补贴。, true"
  })
  void matter_askedFor_isToldOrNoticed(String appeal, String reply, boolean told) {
    Draft.Check check = check(Category.CONSULTATION, appeal, reply, "asked");
    assertThat(check.ok()).as(check.message()).isEqualTo(told);
  }

  @Test
  void appeal_thatAsksForNeither_isNotCheckedForThem() {
    assertThat(checks(Category.DEMAND, "路灯坏了，请修理", "已修复。"))
        .extracting(Draft.Check::kind)
        .doesNotContain("asked", "category");
  }

  private static Draft.Check check(Category category, String appeal, String reply, String kind) {
    return checks(category, appeal, reply).stream()
        .filter(one -> one.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static List<Draft.Check> checks(Category category, String appeal, String reply) {
    return DraftChecks.ofText(
        FRAME.formatted(reply), new DraftChecks.Writing(null, appeal, category));
  }
}
