package cn.zhitong.assistant.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.citation.StoredTexts;
import cn.zhitong.assistant.citation.Verifier;
import cn.zhitong.assistant.llm.ScriptedLanguageModel;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyStatus;
import cn.zhitong.prompts.Prompts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Splitting appeals, and what becomes of a model's draft. */
class ReplyUnitTest {
  private static final String TEXT = "对更新渔船的企业给予补助，单船最高不超过300万元。每年3月受理申报。";
  private final PolicyId policy = new PolicyId(UUID.randomUUID());

  @Test
  void matters_numberedByTheWriter_areSplitSo() {
    assertThat(MatterSplitter.of("两个问题", "您好。1、补助标准是多少？2、何时申报？谢谢"))
        .containsExactly("补助标准是多少？", "何时申报？谢谢");
    assertThat(MatterSplitter.of("", "一、道路积水严重。二、路灯不亮，请处理。"))
        .containsExactly("道路积水严重。", "路灯不亮，请处理。");
  }

  @Test
  void matters_withNumbersInText_areNotSplitByThem() {
    assertThat(MatterSplitter.of("", "我司投资1.5亿元，利率3.2，请问能否贴息？")).hasSize(1);
  }

  @Test
  void matters_withoutNumbering_areSplitByQuestions() {
    assertThat(MatterSplitter.of("咨询", "我公司刚成立。请问补助标准是多少？另外什么时候可以申报？"))
        .containsExactly("请问补助标准是多少？", "另外什么时候可以申报？");
  }

  @Test
  void question_askedInAnger_isNoMatter() {
    assertThat(MatterSplitter.of("占道", "请问占道经营由哪个部门管理？难道让行人都走车道吗？还有没有王法？")).hasSize(1);
    assertThat(MatterSplitter.of("注水肉", "注水肉多久检查一次？如何举报？好吃吗？眼睛都瞎了吗？")).hasSize(2);
    assertThat(MatterSplitter.of("占道", "难道让行人都走车道吗？")).hasSize(1);
  }

  @Test
  void matter_alone_keepsTheTitle() {
    assertThat(MatterSplitter.of("货款拖欠", "某公司欠款一年未付，请协调。")).containsExactly("货款拖欠。某公司欠款一年未付，请协调。");
    assertThat(MatterSplitter.of("只有标题", "")).containsExactly("只有标题。");
  }

  @Test
  void modelDraft_withInventions_keepsWhatTheLibraryBearsOut() {
    ScriptedLanguageModel model =
        new ScriptedLanguageModel()
            .says(
                """
                {"paragraphs":[{"sentences":[
                 {"text":"单船补助最高不超过300万元。","sources":[{"marker":1,"quote":"单船最高不超过300万元"}]},
                 {"text":"单船补助最高不超过500万元。","sources":[{"marker":1,"quote":"单船最高不超过300万元"}]},
                 {"text":"没有出处的一句。","sources":[{"marker":7,"quote":"单船最高"}]},
                 {"text":"【待补充：拨付进度】","sources":[]}]}]}
                """);
    MatterReply reply = write(model).orElseThrow();
    assertThat(reply.paragraphs()).hasSize(1);
    assertThat(reply.paragraphs().get(0))
        .extracting(sentence -> sentence.text())
        .containsExactly("单船补助最高不超过300万元。");
    assertThat(reply.gaps()).containsExactly("【待补充：拨付进度】");
    assertThat(model.requests().get(0).user())
        .contains("138****5678")
        .doesNotContain("13812345678");
  }

  @Test
  void model_thatFailsOrTalksNonsense_isLeftAside() {
    assertThat(write(new ScriptedLanguageModel().fails("time_out"))).isEmpty();
    assertThat(write(new ScriptedLanguageModel().says("好的，我来写。"))).isEmpty();
    assertThat(write(new ScriptedLanguageModel().says("{\"paragraphs\":[]}"))).isEmpty();
  }

  private Optional<MatterReply> write(ScriptedLanguageModel model) {
    StoredTexts library = id -> Optional.of(new StoredTexts.StoredText(TEXT, List.of("渔船措施")));
    Appeal appeal =
        new Appeal(
            "widget", null, Instant.EPOCH, null, "补助", "联系13812345678", null, null, null, null);
    return new ModelDraft(model, new Prompts())
        .write(appeal, "咨询", () -> List.of(hit()), LocalDate.of(2025, 6, 1), new Verifier(library));
  }

  private Hit hit() {
    return new Hit(
        UUID.randomUUID(),
        policy,
        "渔船.txt",
        "渔船措施",
        "渔船措施",
        null,
        null,
        null,
        "policy",
        PolicyStatus.IN_FORCE,
        null,
        null,
        "",
        0,
        TEXT.length(),
        TEXT,
        1,
        .9);
  }
}
