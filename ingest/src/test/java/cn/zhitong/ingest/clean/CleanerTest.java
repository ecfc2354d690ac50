package cn.zhitong.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.ingest.read.SourceText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanerTest {

  private static String clean(String text) {
    return clean(text, List.of()).text();
  }

  private static SourceText clean(String text, List<SourceText.Table> tables) {
    return new Cleaner().clean(new SourceText("id", "a.txt", text, tables, null, null));
  }

  static Stream<Arguments> mended() {
    return Stream.of(
        // a break, a blank line, a page mark inside a sentence
        Arguments.of("市级平台受理诉求。各区要对\n\n诉求分类办理，按时反馈。", "市级平台受理诉求。各区要对诉求分类办理，按时反馈。"),
        Arguments.of("面向中小企业开展服务。组织专家为小微\n\n— 3 —\n\n企业送技术，送管理。", "面向中小企业开展服务。组织专家为小微企业送技术，送管理。"),
        Arguments.of("要加强统筹，\n\n- 12 -\n\n压实责任。", "要加强统筹，压实责任。"),
        Arguments.of("第三条企业名单见附表。名单由市经信\n第3页 共5页\n局公布，每年一次。", "第三条企业名单见附表。名单由市经信局公布，每年一次。"),
        // a title broken inside its brackets
        Arguments.of("滨海市人民政府办公室印发《关于建立\n“一码通办”机制的方案》的通知", "滨海市人民政府办公室印发《关于建立“一码通办”机制的方案》的通知"),
        // headings, numerals, offices and dates begin their own line
        Arguments.of("一、总体要求\n坚持问题导向，做好服务。", "一、总体要求\n坚持问题导向，做好服务。"),
        Arguments.of(
            "请各单位认真执行，并于月底前报送情况\n滨海市商务局\n2025年3月1日", "请各单位认真执行，并于月底前报送情况\n滨海市商务局\n2025年3月1日"),
        Arguments.of("各单位要落实责任。按时完成，\n（二）加强督查。", "各单位要落实责任。按时完成，\n（二）加强督查。"),
        Arguments.of("滨海市工业和信息化局 2024年4月28日", "滨海市工业和信息化局\n2024年4月28日"),
        Arguments.of(
            "自2020年起施行。(2021年1月8日删除)\n企业应当报告，并公示。", "自2020年起施行。(2021年1月8日删除)\n企业应当报告，并公示。"));
  }

  @ParameterizedTest
  @MethodSource("mended")
  void brokenSentences_cleaned_areMendedAndNothingElse(String text, String expected) {
    assertThat(clean(text)).isEqualTo(expected);
  }

  @Test
  void text_ofFixedWidth_isMended() {
    String wrapped =
        """
        　　为了进一步优化本市营商环境，支持各类经
        营主体创新发展，根据有关法律法规，结合本
        市实际，制定以下措施。
        　　一、降低企业成本
        　　对符合条件的小微企业，按照每月每平方米
        十元的标准减免场地租金，期限最长为一年零
        六个月。
        　　二、拓宽融资渠道
        　　设立风险补偿资金池，首期规模为一亿元人
        民币，由市财政局会同有关部门管理。
        """;
    assertThat(clean(wrapped).lines())
        .containsExactly(
            "为了进一步优化本市营商环境，支持各类经营主体创新发展，根据有关法律法规，结合本市实际，制定以下措施。",
            "一、降低企业成本",
            "对符合条件的小微企业，按照每月每平方米十元的标准减免场地租金，期限最长为一年零六个月。",
            "二、拓宽融资渠道",
            "设立风险补偿资金池，首期规模为一亿元人民币，由市财政局会同有关部门管理。");
  }

  @Test
  void spaces_putInByAScan_areRemoved() {
    String scan = "关于第 12 号建议的答复\n2021 年全市受理 300 多件诉求,建立了统一受理 平台。组织 17 期培训, 效果更 好。";
    assertThat(clean(scan)).isEqualTo("关于第12号建议的答复\n2021年全市受理300多件诉求,建立了统一受理平台。组织17期培训,效果更好。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "中共滨海省委 滨海省人民政府关于促进民营经济发展的意见",
        "第一条 为了规范登记，制定本条例。",
        "加快推进惠企政策“直达快享” 助推企业减负增效",
        "索引号: BH00101-0204-2025-00007",
        "2025-04-25 09:45",
        "1 总则",
        "执行 ISO 标准的企业可以申请。"
      })
  void spaces_thatPartThings_areKept(String line) {
    assertThat(clean(line)).isEqualTo(line);
  }

  @Test
  void words_setWide_areClosed() {
    assertThat(clean("索 引 号：BH01\n第一章　总  则")).isEqualTo("索引号：BH01\n第一章 总则");
  }

  @Test
  void markdownMarks_besidePunctuation_areCutAlone() {
    assertThat(clean("# 某条例\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n- (一)**多措并举。一是**建立平台*。\n\n---\n"))
        .isEqualTo("某条例\n第一章 总则\n(一)多措并举。一是建立平台*。");
  }

  @Test
  void page_aroundTheText_isCut() {
    String page =
        """
        首页 | 政务公开 | 政务服务 | 互动交流
        当前位置：首页 > 政府信息公开 > 政策文件
        索引号：BH0001-2025-00012
        关于发放稳岗补贴的通知
        2025-03-04 10:00 来源：市人社局 字号：大 中 小 浏览次数：128
        【字体：大 中 小】
        打印本页 关闭
        各区人民政府：
        一、不裁员的企业可以申请补贴。
        二、申请时间为三月至五月。
        滨海市人力资源和社会保障局
        2025年3月1日
        （此件公开发布）
        附件：
        来源：滨海市人民政府门户网站
        扫一扫在手机上查看当前页面
        分享到：微信 微博
        相关解读
        一图读懂稳岗补贴 2025-03-05
        【返回顶部】
        主办单位：滨海市人民政府办公室
        某ICP备12345678号 网站标识码：1234567890
        """;
    assertThat(clean(page).lines())
        .containsExactly(
            "索引号：BH0001-2025-00012",
            "关于发放稳岗补贴的通知",
            "2025-03-04 10:00 来源：市人社局",
            "各区人民政府：",
            "一、不裁员的企业可以申请补贴。",
            "二、申请时间为三月至五月。",
            "滨海市人力资源和社会保障局",
            "2025年3月1日",
            "（此件公开发布）");
  }

  @Test
  void words_gluedToTheLastSentence_areCut() {
    assertThat(clean("本公告自发布之日起施行。特此公告。滨海海关2024年9月1日公告正文下载链接：关于某事的公告.doc关于某事的公告.pdf浏览次数：打印本页关闭"))
        .isEqualTo("本公告自发布之日起施行。特此公告。滨海海关2024年9月1日");
  }

  @Test
  void bodyLines_thatLookLikeCaptions_areKept() {
    String body = "二、政策文件\n相关附件应当一并提交，不得缺漏。\n政策解读\n三、扫一扫二维码即可在手机上申请补贴，并在五个工作日内得到答复。";
    assertThat(clean(body)).isEqualTo(body);
    String attachments = "特此通知。\n附件：1. 申报书\n2. 承诺书";
    assertThat(clean(attachments)).isEqualTo(attachments);
  }

  @Test
  void tables_cleaned_keepTheirRowsAndRangesFollow() {
    String text = "首页\n\n标准如下：\n\n档次 \t 金额\n一 档\t5  万元\n\n以上标准按年调整。";
    int start = text.indexOf("档次");
    SourceText cleaned = clean(text, List.of(new SourceText.Table(start, text.indexOf("\n\n以上"))));
    assertThat(cleaned.text()).startsWith("标准如下：\n档次\t金额\n");
    SourceText.Table table = cleaned.tables().get(0);
    assertThat(cleaned.text().substring(table.start(), table.end()).lines()).hasSize(2);
    assertThat(cleaned.text()).endsWith("\n以上标准按年调整。");
  }

  @Test
  void characters_thatADatabaseRefuses_areDropped() {
    assertThat(clean("补\u0000贴\uD800标准\u200B为五万元。")).isEqualTo("补贴标准为五万元。");
  }

  @ParameterizedTest
  @MethodSource("mended")
  void characters_ofAnyText_areKeptInOrder(String text, String expected) {
    String source = text.replaceAll("[—\\-] ?\\d+ ?[—\\-]|第3页 共5页", "").replaceAll("\\s", "");
    assertThat(clean(text).replaceAll("\\s", "")).isEqualTo(source);
  }

  @Test
  void shortIndentedNotice_clausesCutByTheWidth_areJoined() {
    String wrapped =
        """
        某市城管局关于牌匾的通告

            为了规范牌匾设置，根据有关规定，现将有关事项通告如
        下：
            一、牌匾高度不得超过两米，宽度与门面同宽，不得遮挡窗户
        和通道。
            二、设置前应当到街道备案，备案材料齐全的当场办
        结。
            三、本通告自五月一日起施行，有效期五年。
        """;
    assertThat(clean(wrapped).lines()).contains("一、牌匾高度不得超过两米，宽度与门面同宽，不得遮挡窗户和通道。");
  }
}
