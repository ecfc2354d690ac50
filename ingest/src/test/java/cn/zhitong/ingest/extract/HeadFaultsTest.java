package cn.zhitong.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyStatus;
import cn.zhitong.ingest.read.SourceText;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Titles, numbers, issuers and dates as heads and feet of real texts give them. */
class HeadFaultsTest {
  private final PolicyParser parser =
      new PolicyParser(
          Gazetteer.standard()
              .with(List.of(Gazetteer.place("980000", "岚岫省"), Gazetteer.place("980100", "碧湖市"))));

  private PolicyMetadata of(String fileName, String text) {
    return parser.parse(new SourceText(fileName, fileName, text, List.of(), null, null)).metadata();
  }

  @Test
  void title_chapterFirst_isTheFileName() {
    String text = "第一章 总 则\n第一条 为了管理渠道，制定本办法。\n第二条 渠道每年清淤。\n";
    assertThat(of("岚岫省渠道管理办法.docx", text).title()).isEqualTo("岚岫省渠道管理办法");
    assertThat(of("scan001.txt", text).title()).isNull();
  }

  @Test
  void title_numberedClauseFirst_isTheFileName() {
    String text = "一、补助对象\n渔民和养殖户。\n二、补助标准\n每亩90元。\n";
    assertThat(of("碧湖市养殖补助实施细则.txt", text).title()).isEqualTo("碧湖市养殖补助实施细则");
  }

  @Test
  void order_numberBelow_andTitleOfTheTextItMakes() {
    String text =
        "岚岫省人民政府令\n第三十二号\n《岚岫省水渠管理办法》已经2026年3月2日省政府常务会议通过，现予公布，自2026年5月1日起施行。\n"
            + "省长 某某\n2026年3月9日\n岚岫省水渠管理办法\n第一条 为管理水渠，制定本办法。\n第二条 水渠不得填埋。\n"
            + "岚岫省人民政府办公厅 2026年3月20日印发\n";
    PolicyMetadata found = of("a.txt", text);
    assertThat(found.documentNumber()).isEqualTo("岚岫省人民政府令第32号");
    assertThat(found.title()).isEqualTo("岚岫省水渠管理办法");
    assertThat(found.issuer()).isEqualTo("岚岫省人民政府");
    assertThat(found.issuedOn()).isEqualTo(LocalDate.of(2026, 3, 9));
  }

  @Test
  void number_inBracketsBelowAnAnnouncement_isItsNumber() {
    String text =
        "岚岫省人民代表大会常务委员会公告\n"
            + "（第41号）\n"
            + "《岚岫省湿地条例》已由省人大常委会通过，现予公布。\n"
            + "2026年4月1日\n"
            + "岚岫省湿地条例\n"
            + "第一条 为保护湿地，制定本条例。\n";
    assertThat(of("a.txt", text).documentNumber()).isEqualTo("岚岫省人民代表大会常务委员会公告第41号");
    assertThat(of("a.txt", text).title()).isEqualTo("岚岫省湿地条例");
  }

  @Test
  void number_belowAnAnnouncementOverTwoLines_isItsNumber() {
    String text =
        "岚岫省林业局\n公　告\n2026年 第5号\n关于调整采伐限额的公告\n根据有关规定，现将调整事项公告如下：\n一、松木限额上调一成。\n"
            + "岚岫省林业局\n2026年7月8日\n";
    assertThat(of("a.txt", text).documentNumber()).isEqualTo("岚岫省林业局公告2026年第5号");
    assertThat(of("a.txt", text).title()).isEqualTo("关于调整采伐限额的公告");
  }

  @Test
  void number_yearInChineseFiguresOrJoint_isFound() {
    String text = "碧湖市水务局关于水费的通知\n碧水规〔二〇二五〕6号\n各用水户：\n一、每吨2元。\n";
    assertThat(of("a.txt", text).documentNumber()).isEqualTo("碧水规〔2025〕6号");
    String joint =
        "岚岫省财政厅 岚岫省水利厅关于水费的公告\n岚岫省财政厅 岚岫省水利厅公告2026年第9号\n一、减半征收。\n岚岫省财政厅\n岚岫省水利厅\n2026年1月5日\n";
    assertThat(of("a.txt", joint).documentNumber()).isEqualTo("岚岫省财政厅 岚岫省水利厅公告2026年第9号");
    assertThat(of("a.txt", joint).issuer()).isEqualTo("岚岫省财政厅 岚岫省水利厅");
  }

  @Test
  void issuer_keyNamesOneAndTwoSign_isBoth() {
    String text =
        "发布机关：岚岫省民政厅\n关于敬老补贴的通知\n岚民规〔2026〕3号\n各市民政局：\n一、每月100元。\n岚岫省民政厅 岚岫省财政厅\n2026年2月5日\n";
    assertThat(of("a.txt", text).issuer()).isEqualTo("岚岫省民政厅 岚岫省财政厅");
  }

  @Test
  void issuer_officeOfAGovernment_isNotTheGovernment() {
    String text = "碧湖市人民政府办公室关于防汛的通知\n碧政办〔2025〕9号\n各县人民政府：\n一、加强巡查。\n";
    assertThat(of("a.txt", text).issuer()).isEqualTo("碧湖市人民政府办公室");
  }

  @Test
  void issuer_onlyTheSourceLine_isTaken() {
    String text = "来源：碧湖市水务局\n今年水费这样交\n用户可以在网上交水费，也可以到窗口交，九折优惠。\n";
    assertThat(of("a.txt", text).issuer()).isEqualTo("碧湖市水务局");
  }

  @Test
  void colophon_underAText_isNoSignature() {
    String text =
        "碧湖市水务局关于节水的通知\n"
            + "碧水发〔2026〕2号\n"
            + "各用水户：\n"
            + "一、推广节水器具。\n"
            + "碧湖市水务局\n"
            + "2026年2月3日\n"
            + "公开方式：主动公开\n"
            + "碧湖市水务局办公室\n"
            + "2026年2月9日印发\n";
    PolicyMetadata found = of("a.txt", text);
    assertThat(found.issuedOn()).isEqualTo(LocalDate.of(2026, 2, 3));
    assertThat(found.issuer()).isEqualTo("碧湖市水务局");
  }

  @Test
  void key_withoutAValue_takesNoTitleForIt() {
    String text = "文号：碧政发〔2026〕1号\n文件状态：\n碧湖市人民政府关于废止部分文件的决定\n各县人民政府：\n一、废止文件两件。\n";
    assertThat(of("a.txt", text).status()).isEqualTo(PolicyStatus.IN_FORCE);
  }

  @Test
  void title_belowEmptyKeys_isFound() {
    String text = "索引号：\n发文机关：\n文号：\n主题分类：\n碧湖市水务局关于打井登记的通知\n各区：\n一、打井应当登记。\n";
    assertThat(of("a.txt", text).title()).isEqualTo("碧湖市水务局关于打井登记的通知");
    assertThat(of("a.txt", text).documentNumber()).isNull();
  }

  @Test
  void issuer_signatureWithTheFullName_winsOverTheTitlesShortOne() {
    String text = "碧湖市税务局关于停车的通告\n一、临时停车不收费。\n国家税务总局碧湖市税务局\n2026年3月3日\n";
    assertThat(of("a.txt", text).issuer()).isEqualTo("国家税务总局碧湖市税务局");
  }

  @Test
  void title_belowANumberSetWide_leavesTheNumberOut() {
    String text = "碧湖市人民政府\n通　告\n第 十二 号\n关于禁渔的通告\n为保护鱼类，现通告如下：\n一、六月禁渔。\n";
    assertThat(of("a.txt", text).title()).isEqualTo("关于禁渔的通告");
  }

  @Test
  void announcement_overTwoLines_hasTheTitleOfTheTextItMakes() {
    String text =
        "碧湖市人民政府\n公　　告\n（2026年第十二号）\n《碧湖市渡口管理办法》已经市政府同意，现予公布，自2026年9月1日起施行。\n"
            + "碧湖市人民政府\n2026年8月1日\n碧湖市渡口管理办法\n第一条 为管理渡口，制定本办法。\n";
    PolicyMetadata found = of("a.txt", text);
    assertThat(found.title()).isEqualTo("碧湖市渡口管理办法");
    assertThat(found.documentNumber()).isEqualTo("碧湖市人民政府公告2026年第12号");
    assertThat(found.issuer()).isEqualTo("碧湖市人民政府");
  }

  @Test
  void number_inChineseFiguresAndSealsInTheSignature_areRead() {
    String text =
        "碧湖市财政局文件\n碧财社〔二○二六〕十五号\n关于临时救助的通知\n各区：\n一、最高救助3000元。\n"
            + "碧湖市财政局（章）\n碧湖市民政局（盖章）\n二○二六年五月九日\n";
    PolicyMetadata found = of("a.txt", text);
    assertThat(found.documentNumber()).isEqualTo("碧财社〔2026〕15号");
    assertThat(found.title()).isEqualTo("关于临时救助的通知");
    assertThat(found.issuer()).isEqualTo("碧湖市财政局 碧湖市民政局");
    assertThat(found.issuedOn()).isEqualTo(LocalDate.of(2026, 5, 9));
  }
}
