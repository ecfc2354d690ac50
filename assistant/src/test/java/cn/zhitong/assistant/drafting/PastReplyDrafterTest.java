package cn.zhitong.assistant.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.ReplyText;
import cn.zhitong.common.jdbc.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastReplyDrafterTest {
  /** Of cases that have nothing in common. */
  private static final List<String> LETTERS =
      List.of("厂房搬迁以后名称变更", "刚毕业打算开一间书店", "海产加工出口备案", "仓库消防验收没有通过", "夜间施工噪声扰民");

  private int appeal;

  @ParameterizedTest
  @CsvSource({
    "补助款18.5万元已拨付到账, 补助款【数字】已拨付到账",
    "李先生可到窗口领取, 【姓名】可到窗口领取",
    "感谢逄女士的来信, 感谢【姓名】的来信",
    "尊敬的女士：您好, 尊敬的女士：您好",
    "请于2024年5月6日前提交, 请于【日期】前提交",
    "请于2024-05-06前提交, 请于【日期】前提交",
    "拨打0411-12345678咨询, 拨打【联系方式】咨询",
    "工单20300411-00557：8月5日已办理, 工单【数字】已办理",
    "于2017.12.2912：06告知用户, 于【日期】告知用户",
    "于12.28日告知用户, 于【数字】告知用户",
    "该女士表示满意, 【姓名】表示满意",
    "联系电话13812345678咨询, 联系电话【联系方式】咨询",
    "经与女士沟通, 经与【姓名】沟通",
    "女士已从网上看到公告, 【姓名】已从网上看到公告",
    "该同志的电话无人接听, 【姓名】的电话无人接听",
    "这位先生反映的情况, 【姓名】反映的情况",
    "执法人员卢大海、邹小溪到现场检查, 执法人员【姓名】到现场检查",
    "联系人：严青, 联系人：【姓名】",
    "他与韩小山之间的纠纷, 他与【姓名】之间的纠纷",
    "由范同志负责, 由【姓名】负责",
    "负责人高度重视并安排整改, 负责人高度重视并安排整改",
    "业主方便的话请到窗口办理, 业主方便的话请到窗口办理",
    "工作人员任何时候都可以受理, 工作人员任何时候都可以受理",
    "先生们女士们请到窗口, 先生们女士们请到窗口",
    "依照《云泽省供热条例》办理, 依照《云泽省供热条例》办理",
    "就吴小溪反映的问题已回复, 就【姓名】反映的问题已回复",
    "咨询电话：<手机号>, 咨询电话：【联系方式】",
    "由大厅2号窗口办理, 由大厅【数字】窗口办理",
    "设备发票须在有效期内, 设备发票须在有效期内",
    "许可科杨晶、张怀树联系申请人, 许可科【姓名】联系申请人",
    "执法人员韩小山、杨晶、孙文到现场, 执法人员【姓名】到现场",
    "依照《云泽省供热办法》第15条办理, 依照《云泽省供热办法》第15条办理",
    "决定书（泽政复〔2014〕12号）已送达, 决定书（泽政复【文号】）已送达",
    "依照总局第17号令办理, 依照总局【文号】办理",
    "依照《关于做好2024年补助工作的通知》办理, 依照《关于做好【日期】补助工作的通知》办理",
    "申请人须提交身份证和合同, 申请人须提交身份证和合同"
  })
  void draft_ofWhatIsAnothers_hasAGap(String text, String masked) {
    assertThat(CaseSpecificEntities.masked(text, found -> false)).isEqualTo(masked);
  }

  @Test
  void draft_ofWhatIsAllowed_keepsIt() {
    assertThat(
            CaseSpecificEntities.masked(
                "请于2024年5月6日前提交", found -> found.text().equals("2024年5月6日")))
        .isEqualTo("请于2024年5月6日前提交");
  }

  @Test
  void draft_ofWhatManyRepliesSay_keepsTheOfficesTelephone() {
    List<PastReplies.Similar> past =
        List.of(
            past("请携带营业执照到行政服务大厅二楼窗口办理，咨询电话0411-12345678。"),
            past("请携带营业执照到行政服务大厅二楼窗口办理，咨询电话0411-12345678。"),
            past("请携带营业执照到行政服务大厅二楼窗口办理，咨询电话0411-12345678。"));
    PastReplyDrafter.Adapted adapted = adapted("营业执照怎么办理", "", "", past);
    assertThat(adapted.text()).contains("行政服务大厅二楼窗口").contains("0411-12345678");
    assertThat(adapted.sources()).isNotEmpty();
  }

  @Test
  void mobileNumber_howeverOftenWritten_neverStays() {
    List<PastReplies.Similar> past = times(5, () -> past("请携带营业执照到行政服务大厅窗口办理，联系人电话13812345678。"));
    assertThat(adapted("营业执照怎么办理", "", "", past).text()).doesNotContain("13812345678");
  }

  /** An office's contact may be printed in many replies; a caller that many wrote of may not. */
  @Test
  void person_howeverOftenWritten_neverStays() {
    List<PastReplies.Similar> past = times(5, () -> past("请携带营业执照到行政服务大厅窗口找李先生办理变更登记手续。"));
    assertThat(adapted("营业执照怎么办理", "", "", past).text()).contains("行政服务大厅").doesNotContain("李先生");
    assertThat(adapted("李先生让我问营业执照怎么办理", "", "", past).text()).contains("李先生");
  }

  @ParameterizedTest
  @CsvSource({"106, false", "1068, true"})
  void number_ofFewerThanThreeReplies_doesNotStay(String number, boolean stays) {
    List<PastReplies.Similar> past = new ArrayList<>();
    past.add(past("办理变更登记请到行政服务大厅" + number + "房间窗口提交材料。"));
    for (int i = 0; i < 3; i++) {
      past.add(past("办理变更登记请到行政服务大厅1068房间窗口提交材料。"));
    }
    String text = adapted("变更登记怎么办理", "", "", past).text();
    assertThat(text.contains(number + "房间")).isEqualTo(stays);
  }

  /** Who writes three times about one case makes its number no more public. */
  @Test
  void number_toldOneCaseThreeTimes_isNotTheOffices() {
    List<PastReplies.Similar> past = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      past.add(past("设备补助请到园区办理，您的房间是1068。", "我公司的设备补助到哪个房间办理，第" + i + "次来信"));
    }
    assertThat(adapted("设备补助怎么申请", "", "", past).text()).contains("园区").doesNotContain("1068");
  }

  /** The demo's own replies once brought another enterprise's appeal into a draft. */
  @Test
  void words_ofAnotherAppeal_doNotCome() {
    String appeal = "求助。我公司招了四名应届毕业生，请问能申请什么补贴，窗口在哪里";
    List<PastReplies.Similar> past = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      past.add(
          past(
              "关于您咨询的“求助。我公司招了四名应届毕业生，请问能申请什……”，申请条件和途径请到行政服务大厅二楼窗口领取告知单。",
              appeal + "，第" + i + "次问"));
    }
    String text = adapted("见习补贴怎么申请，窗口在哪里", "", "", past).text();
    assertThat(text).startsWith("申请条件和途径请到行政服务大厅").doesNotContain("四名应届毕业生");
  }

  @Test
  void telephoning_howeverOftenSaid_isForTheOfficeToSay() {
    List<PastReplies.Similar> past = times(5, () -> past("经核实，已将变更登记的办理条件和途径电话告知您单位联系人。"));
    assertThat(adapted("变更登记怎么办理", "", "", past).text())
        .contains("【请核实：经核实，已将变更登记的办理条件和途径电话告知您单位联系人");
  }

  @Test
  void sentence_quotingAnAppeal_leavesItOut() {
    List<PastReplies.Similar> past =
        times(4, () -> past("来件所称“营业执照怎么办理，跑了三趟都没办成”一事，请携带材料到窗口办理。", "营业执照怎么办理，跑了三趟都没办成"));
    assertThat(adapted("营业执照如何变更", "", "", past).text()).doesNotContain("三趟");
  }

  /** What most of them say stands first, since a short reply holds nothing else. */
  @Test
  void sentences_ofTwoReplies_standLikeliestFirst() {
    List<PastReplies.Similar> past =
        List.of(
            past("换证时材料须带齐原件和复印件。"),
            past("此事项已下放，请咨询所在区政府。"),
            past("此事项已下放，请咨询所在区政府。另外请关注门户网站通知。"));
    assertThat(adapted("补助怎么申请", "", "", past).text()).startsWith("此事项已下放，请咨询所在区政府。");
  }

  /** A draft as long as short replies are, where they are short. */
  @Test
  void draft_ofAnOfficeOfFewWords_isShort() {
    List<PastReplies.Similar> past = times(4, () -> past("此地段没有征收计划。"));
    past.add(past("征收须先列入计划。列入计划须经论证。论证须听取居民意见。补偿方案须公布。公布以后须征求意见三十天。意见须汇总。汇总以后须修改方案。".repeat(2)));
    assertThat(adapted("这里什么时候征收", "", "", past).text())
        .startsWith("此地段没有征收计划。")
        .hasSizeLessThan(80);
  }

  /** Of appeals on other matters an office's habits fit, what it told one of them does not. */
  @Test
  void sentence_ofAnotherMatter_staysAway() {
    List<PastReplies.Similar> past =
        List.of(
            past("预付卡由商务厅备案。请保留好票据。", LETTERS.get(0), 10, 0),
            past("冷库不属于监管范围。请保留好票据。", LETTERS.get(1), 9, 0));
    assertThat(adapted("补助怎么申请", "", "", past).text()).isEqualTo("请保留好票据。");
  }

  @Test
  void quotation_atTheDraftsEnd_isNotCutInTwo() {
    List<PastReplies.Similar> past = List.of(past("办法规定“应当先申请；再核验；后领取”，请照此办理。"));
    assertThat(adapted("补助怎么领取", "", "", past).sentences())
        .containsExactly("办法规定“应当先申请；再核验；后领取”，请照此办理。");
  }

  @Test
  void signature_ofAnothersReply_isNotRepeated() {
    List<PastReplies.Similar> past =
        List.of(
            past("请在平台提交申请,电话0411-37114408.回复人：热线平台工作人员。"), past("请在平台提交申请。云泽市工业局设备分局2024年5月6日"));
    assertThat(adapted("补助怎么申请", "", "", past).text()).doesNotContain("回复人").doesNotContain("工业局");
  }

  /** What is of one reply keeps its order, before anything of others is added. */
  @Test
  void text_ofTheNearestReply_staysTogether() {
    List<PastReplies.Similar> past =
        List.of(
            past("先在平台填写申请表。再上传设备发票和合同。最后由区县窗口核验原件。"),
            past("设备发票须在有效期内。", LETTERS.get(1), 3),
            past("区县窗口每周受理。", LETTERS.get(2), 3));
    assertThat(adapted("设备补助怎么申请", "", "", past).text())
        .startsWith("先在平台填写申请表。再上传设备发票和合同。最后由区县窗口核验原件。");
  }

  @Test
  void act_doneForAnother_isOnlyProposed() {
    List<PastReplies.Similar> past =
        List.of(past("经核实，该企业的设备补助已完成审核，将尽快安排拨付。"), past("设备补助请登录平台在线提交申请材料。"));
    PastReplyDrafter.Adapted adapted = adapted("我公司的设备补助什么时候到账", "", "", past);
    for (String sentence : adapted.sentences()) {
      if (sentence.contains("已完成审核")) {
        assertThat(sentence).startsWith("【请核实：");
        assertThat(ReplyText.hasGap(sentence)).isTrue();
      }
    }
    assertThat(adapted.text()).contains("登录平台在线提交申请材料");
  }

  @Test
  void receipt_ofAnothersAppeal_isNotRepeated() {
    String text = adapted("补助怎么申请", "", "", List.of(past("您反映的“博士购房补贴”已收悉。补助请登录平台申请。"))).text();
    assertThat(text).isEqualTo("补助请登录平台申请。");
  }

  @Test
  void amountsAndNames_ofAnother_areLeftOut() {
    List<PastReplies.Similar> past = List.of(past("王女士反映的12.6万元补助款，需要补充2023年8月的购置发票后重新提交申请。"));
    String text = adapted("补助款没有到账怎么办", "", "", past).text();
    assertThat(text).doesNotContain("王女士").doesNotContain("12.6").doesNotContain("2023年");
  }

  @Test
  void sentence_thatThePolicySays_isNotSaidAgain() {
    List<PastReplies.Similar> past = List.of(past("补助最高不超过三百万元。申请请登录平台提交。"));
    assertThat(adapted("补助最高多少", "", "单项补助最高不超过三百万元。", past).text())
        .doesNotContain("最高")
        .contains("登录平台");
  }

  /** A law's clause is longer than most replies; what offices reply is wanted all the same. */
  @Test
  void quotation_ofLength_leavesRoomForPrecedents() {
    String clause = "单项补助最高不超过三百万元，由所在地主管部门初审。".repeat(20);
    assertThat(adapted("补助怎么申请", "", clause, List.of(past("请登录平台提交申请材料。"))).text())
        .isEqualTo("请登录平台提交申请材料。");
  }

  @Test
  void draft_withoutPastReplies_isEmpty() {
    assertThat(adapted("补助", "", "", List.of()).isEmpty()).isTrue();
  }

  @Test
  void body_ofAReply_isWithoutItsGreeting() {
    assertThat(ReplyBody.of("尊敬的网友您好：请登录平台申请。")).isEqualTo("请登录平台申请。");
    assertThat(ReplyBody.of("您好！请登录平台申请。")).isEqualTo("请登录平台申请。");
    assertThat(ReplyBody.of("您好！请登录平台申请。非常感谢您的支持。")).isEqualTo("请登录平台申请。");
    assertThat(
            ReplyBody.of("某公司：\n您好！您的来件收悉。经研究，现答复如下：\n请登录平台申请。\n感谢您的来件。如有疑问请联系我们。\n某局\n2025年9月26日"))
        .isEqualTo("请登录平台申请。");
  }

  @Test
  void statements_ofAReply_haveNoGreetingAndAnEnd() {
    assertThat(ReplyBody.statements("一、基本情况：该处已修复。二、处理情况请继续监督。"))
        .containsExactly("该处已修复。", "请继续监督。");
    assertThat(ReplyBody.statements("尊敬的网友您好：您好！请登录平台申请\n您好，请写清地址，方便转办"))
        .containsExactly("请登录平台申请。", "请写清地址，方便转办。");
  }

  @Test
  void answer_ofMattersTogether_isNotPartOfAReply() {
    assertThat(ReplyBody.of("您好：\n现答复如下：\n请登录平台申请。\n以上一并答复您提出的：（一）补助多少；（二）何时申报。已逐项答复\n感谢您的来件。"))
        .isEqualTo("请登录平台申请。");
  }

  private static List<PastReplies.Similar> times(int count, Supplier<PastReplies.Similar> past) {
    return Stream.generate(past).limit(count).collect(Collectors.toCollection(ArrayList::new));
  }

  private PastReplies.Similar past(String reply) {
    return past(reply, LETTERS.get(appeal++ % LETTERS.size()));
  }

  private static PastReplies.Similar past(String reply, String appeal) {
    return past(reply, appeal, 10);
  }

  private static PastReplies.Similar past(String reply, String appeal, double score) {
    return past(reply, appeal, score, .3);
  }

  private static PastReplies.Similar past(String reply, String appeal, double score, double alike) {
    Instant now = Instant.parse("2025-09-26T01:00:00Z");
    return new PastReplies.Similar(
        new PastReply(
            Ids.next(), null, "history", "N" + Ids.next(), "局", null, "", appeal, reply, null, now),
        score,
        alike);
  }

  /** A question that past replies to suggestions are nearest to (seen in the demo). */
  @Test
  void question_withPastSuggestions_isNotAnsweredAsOne() {
    List<PastReplies.Similar> past =
        List.of(
            past("您的建议已纳入工作研究。申报通知每年三月在平台发布。"),
            past("您的建议已纳入工作研究。申报通知每年三月在平台发布。"),
            past("感谢您的宝贵建议，我们将认真研究采纳。申报通知每年三月在平台发布。"));
    String question =
        PastReplyDrafter.adapt(Category.CONSULTATION, "申报通知什么时候发布", "", "", past).text();
    String suggestion =
        PastReplyDrafter.adapt(Category.SUGGESTION, "建议早些发布申报通知", "", "", past).text();
    assertThat(question).contains("申报通知").doesNotContain("建议").doesNotContain("研究");
    assertThat(suggestion).contains("建议");
  }

  private static PastReplyDrafter.Adapted adapted(
      String appeal, String greeting, String said, List<PastReplies.Similar> past) {
    return PastReplyDrafter.adapt(Category.CONSULTATION, appeal, greeting, said, past);
  }
}
