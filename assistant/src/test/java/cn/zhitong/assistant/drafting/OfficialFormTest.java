package cn.zhitong.assistant.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.ReplyText;
import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How matters, policies and past replies are laid out. */
class OfficialFormTest {
  private static final MatterReply ROAD = open("厂区道路积水严重");
  private static final MatterReply LAMP = open("门口路灯不亮，请处理。");
  private static final PastReplyDrafter.Adapted PAST =
      new PastReplyDrafter.Adapted(List.of("道路由养护单位每周巡查。"), List.of());

  private static final Citation CITATION =
      new Citation(
          new PolicyId(UUID.randomUUID()),
          null,
          "路灯管理办法",
          null,
          null,
          null,
          "路灯须当日修复。",
          0,
          8,
          PolicyStatus.IN_FORCE,
          null);

  /** Nothing was found: the office still sees what it has to answer, one by one. */
  @ParameterizedTest
  @EnumSource(Category.class)
  void form_ofUnknownMatters_namesEachWithAGap(Category category) {
    OfficialForm form = lay(category, "", PastReplyDrafter.NONE, ROAD, LAMP);
    List<Draft.Block> blocks = form.blocks();
    for (String gist : List.of("厂区道路积水严重", "门口路灯不亮，请处理")) {
      int at = texts(form).indexOf(headingOf(form, gist));
      assertThat(blocks.get(at).kind()).isEqualTo("heading");
      assertThat(blocks.get(at + 1).gap()).isTrue();
    }
    assertThat(form.matters()).extracting(Draft.Matter::basis).containsOnly("none");
  }

  @ParameterizedTest
  @CsvSource({"CONSULTATION, 关于您咨询的, 【答复内容", "SUGGESTION, 关于您建议的, 【采纳情况", "DEMAND, 关于您反映的, 【办理情况"})
  void form_ofOneUnknownMatter_namesItInItsGap(Category category, String named, String gap) {
    String text = text(lay(category, "", PastReplyDrafter.NONE, ROAD));
    assertThat(text).contains(named + "“厂区道路积水严重”，" + gap);
    assertThat(ReplyText.gaps(text)).anyMatch(one -> one.startsWith(gap));
  }

  /** A past reply answers an appeal as a whole; whether it does so here a person has to say. */
  @Test
  void form_ofMattersAnsweredTogether_namesEachToBeConfirmed() {
    OfficialForm form = lay(Category.CONSULTATION, "", PAST, ROAD, LAMP);
    assertThat(text(form)).containsOnlyOnce("道路由养护单位每周巡查。").containsOnlyOnce("【请核实：以上事项是否均已答复");
    assertThat(texts(form)).anyMatch(t -> t.startsWith("以上一并答复您提出的：（一）厂区道路积水严重；（二）门口路灯不亮，请处理。"));
    assertThat(form.matters()).extracting(Draft.Matter::basis).containsOnly("precedent");
  }

  @Test
  void form_byCategory_beginsWithPolicyOrWhatIsDone() {
    MatterReply cited =
        new MatterReply(
            "路灯", List.of(List.of(new CitedSentence("路灯须当日修复。", List.of(CITATION)))), List.of());
    List<String> consultation = texts(lay(Category.CONSULTATION, "", PAST, cited));
    assertThat(consultation.indexOf("路灯须当日修复。")).isLessThan(consultation.indexOf(PAST.text()));
    List<String> demand = texts(lay(Category.DEMAND, "", PAST, cited));
    assertThat(demand.indexOf("路灯须当日修复。")).isGreaterThan(demand.indexOf(PAST.text()));
    assertThat(demand).anyMatch(text -> text.startsWith("【办理情况："));
  }

  @ParameterizedTest
  @CsvSource({"'', 您好：", "尊敬的网友您好：, 尊敬的网友您好：", "'您好，', 您好：", "你好：, 你好：", "尊敬的纳税人：, 尊敬的纳税人，您好："})
  void form_ofAGreetedText_greetsOnce(String habit, String salutation) {
    OfficialForm form = lay(Category.DEMAND, habit, PAST, ROAD);
    assertThat(form.blocks().get(0).text()).isEqualTo(salutation);
    assertThat(form.blocks().get(1).text()).startsWith("您的来件收悉");
  }

  @Test
  void form_ofAThankingText_thanksOnce() {
    PastReplyDrafter.Adapted thanks =
        new PastReplyDrafter.Adapted(List.of("感谢您对市政工作的关注！道路每周巡查。"), List.of());
    assertThat(text(lay(Category.DEMAND, "", thanks, ROAD))).containsOnlyOnce("感谢您");
    assertThat(text(lay(Category.DEMAND, "", PAST, ROAD))).containsOnlyOnce("感谢您");
  }

  private static String headingOf(OfficialForm form, String gist) {
    return texts(form).stream()
        .filter(t -> t.contains("、关于“" + gist + "”"))
        .findFirst()
        .orElseThrow();
  }

  private static MatterReply open(String matter) {
    return new MatterReply(matter, List.of(), List.of());
  }

  private static List<String> texts(OfficialForm form) {
    return form.blocks().stream().map(Draft.Block::text).toList();
  }

  private static String text(OfficialForm form) {
    return Draft.textOf(form.blocks());
  }

  private static OfficialForm lay(
      Category category, String greeting, PastReplyDrafter.Adapted past, MatterReply... matters) {
    OfficialForm.Frame frame =
        new OfficialForm.Frame(
            null, "", null, category, "市政局", null, greeting, LocalDate.of(2025, 9, 26));
    return new OfficialForm().lay(frame, List.of(matters), past);
  }
}
