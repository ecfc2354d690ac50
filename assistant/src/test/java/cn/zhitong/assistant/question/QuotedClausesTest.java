package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.StoredTexts;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.assistant.retrieval.TestHits;
import cn.zhitong.ingest.outline.Outline;
import cn.zhitong.ingest.policy.PolicyId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which clauses a quotation holds, and under which number it is cited. */
class QuotedClausesTest {
  private static final PolicyId POLICY = PolicyId.create();

  private static final String CHAPTER =
      """
      第二章 市场环境
      第三条 采购人不得以注册地、成立年限设置限制条件。
      第四条 机关向中小企业采购货物，应当自交付之日起三十日内支付款项。
      第五条 行业协会商会不得强制企业入会。
      """;

  private static final String HEADED =
      """
      一、支持企业实施改造
      （一）改造项目补助。软件投入达到30万元的，按照20%给予补助。
      （二）贷款贴息。为实施改造向银行贷款的，按照利息的50%给予贴息。
      二、附则
      本措施自印发之日起施行。
      """;

  private static final String CONDITIONS =
      """
      一、申报条件
      申请贷款贴息的企业应当同时符合下列条件：
      （一）在本省登记注册；
      （二）上年度营业收入达到2000万元；
      （三）无失信记录。
      二、申报材料
      贷款合同和付息凭证。
      """;

  private static final String LED_IN =
      """
      为支持企业主动披露，企业有下列情形之一的，不予行政处罚：
      一、自违规行为发生之日起一年内主动披露的。
      二、漏缴税款占应缴税款不到百分之三十的。
      """;

  private static final String GRADED =
      """
      古井修缮补助按照工程投资分档给予，标准见下表。
      工程投资\t补助标准\t备注
      500万元以下\t按投资的5%补助\t一次付清
      500万元以上至1000万元\t按投资的8%补助\t分两年付清
      1000万元以上至3000万元\t按投资的11%补助\t分三年付清
      3000万元以上\t另行商定\t由市政府决定
      """;

  @Test
  void related_rowOfARangeInWords_isInTheQuote() {
    Citation shown = related("古井修缮工程投资500万元以上至1000万元的，补助标准是多少", GRADED).get(0);
    assertThat(shown.quote()).contains("500万元以上至1000万元\t按投资的8%补助\t分两年付清");
  }

  @Test
  void composed_rowOfARangeInWords_isInTheAnswer() {
    AnalyzedQuestion question = AnalyzedQuestion.of("古井修缮工程投资1000万元以上至3000万元的，补助标准是多少");
    String answer =
        new ExtractiveComposer()
                .compose(question, List.of(hit(GRADED)), List.of(), clauses(GRADED), hit -> GRADED)
                .stream()
                .map(sentence -> sentence.text())
                .reduce("", String::concat);
    assertThat(answer).contains("1000万元以上至3000万元\t按投资的11%补助\t分三年付清");
  }

  @Test
  void related_articleOfAShortChapter_isCitedByItsOwnNumber() {
    Citation shown = related("政府拖着货款多少天必须付", CHAPTER).get(0);
    assertThat(shown.clause()).endsWith("第四条");
    assertThat(shown.quote()).startsWith("第四条").doesNotContain("第五条");
  }

  @Test
  void related_itemWithAHeading_isCitedByItsOwnNumber() {
    Citation shown = related("向银行贷款做改造，利息能贴多少", HEADED).get(0);
    assertThat(shown.clause()).isEqualTo("一、(二)");
    assertThat(shown.quote()).startsWith("（二）贷款贴息");
  }

  @Test
  void related_itemOfAListOfConditions_isShownWithTheWholeList() {
    Citation shown = related("申请贷款贴息营业收入要达到多少", CONDITIONS).get(0);
    assertThat(shown.quote()).contains("同时符合下列条件", "在本省登记注册", "2000万元", "无失信记录");
  }

  @Test
  void related_clauseThatEndsWithAColon_bringsItsItems() {
    Citation shown = related("企业主动披露的，哪些情形不予行政处罚", LED_IN).get(0);
    assertThat(shown.quote()).contains("一年内主动披露").doesNotEndWith("：");
  }

  @Test
  void composed_leadIn_bringsItsItems() {
    AnalyzedQuestion question = AnalyzedQuestion.of("企业主动披露的，哪些情形不予行政处罚");
    String answer =
        new ExtractiveComposer()
                .compose(question, List.of(hit(LED_IN)), List.of(), clauses(LED_IN), hit -> LED_IN)
                .stream()
                .map(sentence -> sentence.text())
                .reduce("", String::concat);
    assertThat(answer).contains("不予行政处罚：", "一年内主动披露");
  }

  private static List<Citation> related(String question, String text) {
    StoredTexts texts = policy -> Optional.of(new StoredTexts.StoredText(text, List.of()));
    return new RelatedClauses(clauses(text), texts)
        .of(AnalyzedQuestion.of(question), List.of(hit(text)));
  }

  private static ClauseFinder clauses(String text) {
    return new ClauseFinder(policy -> Outline.of(text));
  }

  private static Hit hit(String text) {
    return TestHits.of(POLICY, "关于支持企业的通知", null, text);
  }
}
