package cn.zhitong.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.policy.ParsedPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saved pages as the content systems of different portals make them, under names of no meaning. */
class PortalPagesTest {
  @TempDir Path folder;

  private ParsedPolicy page(String title, String body) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("content_1.html"),
            "<!DOCTYPE html><html><head><meta charset=utf-8><title>"
                + title
                + "</title></head><body>"
                + body
                + "</body></html>");
    List<ParsedPolicy> parsed = new ArrayList<>();
    PolicyParser parser =
        new PolicyParser(Gazetteer.standard().with(List.of(Gazetteer.place("990700", "碧湖市"))));
    new SourceReader(false)
        .read(
            new SourceFile("content_1.html", "content_1.html", file),
            text -> parsed.add(parser.parse(text)),
            line -> {});
    return parsed.get(0);
  }

  private static List<String> lines(ParsedPolicy policy) {
    return policy.text().lines().toList();
  }

  @Test
  void page_teasersBesideAShortText_stayOut() throws Exception {
    ParsedPolicy policy =
        page(
            "碧湖市人民政府",
            "<div class=k1><a href=/1>碧湖概况</a><a href=/2>新闻</a></div><div class=k2><div"
                + " class=k3><div>碧湖市人民政府关于保护古井的实施意见</div><div>碧政〔2026〕17号　　2026年03月18日　　<a"
                + " href=/p>打印</a></div><div class=k5><p>各区人民政府：</p><p>为保护古井，提出以下意见。</p><p>一、登记</p><p>古井由所在街道登记造册。</p><p>二、修缮</p><p>每口补助修缮费4万元。</p><p>碧湖市人民政府</p><p>2026年3月16日</p></div></div>"
                + "<div class=k6><b>今日碧湖</b><ul><li><a href=/a>市长走访企业代表</a><p>一行先后来到两个园区，详细了解生产情况。</p></li><li><a"
                + " href=/b>全市防汛工作部署</a><p>会议强调，要落实责任，加强值守。</p></li><li><a"
                + " href=/c>文化节今日开幕啦</a><p>开幕式上，各地展演精彩纷呈。</p></li></ul></div></div>");
    assertThat(policy.metadata().title()).isEqualTo("碧湖市人民政府关于保护古井的实施意见");
    assertThat(policy.metadata().documentNumber()).isEqualTo("碧政〔2026〕17号");
    assertThat(lines(policy))
        .contains("每口补助修缮费4万元。")
        .noneMatch(line -> line.contains("值守") || line.contains("打印") || line.contains("概况"));
  }

  @Test
  void page_labelsAndValuesInBoxesOfTheirOwn_areKeys() throws Exception {
    ParsedPolicy policy =
        page(
            "公文详情",
            "<div class=a><div class=r><div class=l>发文机关</div><div"
                + " class=v>碧湖市人民政府办公室</div></div><div class=r><div class=l>发文字号</div><div"
                + " class=v>碧政办规〔2026〕5号</div></div><div class=r><div class=l>有效性</div><div"
                + " class=v>有效</div></div></div><div class=b><div>碧湖市人民政府办公室关于茶馆登记的意见</div><div"
                + " class=c><p>各区：</p><p>一、茶馆应当登记，登记不收费。</p><p>二、登记后三十日内公示。</p></div></div>");
    assertThat(policy.metadata().title()).isEqualTo("碧湖市人民政府办公室关于茶馆登记的意见");
    assertThat(policy.metadata().documentNumber()).isEqualTo("碧政办规〔2026〕5号");
    assertThat(policy.metadata().issuer()).isEqualTo("碧湖市人民政府办公室");
  }

  @Test
  void page_keysInBrackets_areKeys() throws Exception {
    ParsedPolicy policy =
        page(
            "碧湖市水务局关于取水的公告_碧湖市水务局",
            "<table><tr><td>[ 索引号 ]</td><td>9907X/2026-1</td><td>[ 发文字号"
                + " ]</td><td>碧水公告〔2026〕3号</td></tr><tr><td>[ 发布机构"
                + " ]</td><td>碧湖市水务局</td><td></td><td></td></tr></table><div class=t>碧湖市水务局关于取水的公告</div><div"
                + " class=w><p>现将有关事项公告如下：</p><p>一、每日取水不足十吨的不需许可。</p><p>二、本公告自发布之日起施行。</p></div>");
    assertThat(policy.metadata().documentNumber()).isEqualTo("碧水公告〔2026〕3号");
    assertThat(policy.metadata().issuer()).isEqualTo("碧湖市水务局");
  }

  @Test
  void page_surveyAndRemarksOfTheSite_stayOutAndTheSourceIsTheIssuer() throws Exception {
    ParsedPolicy policy =
        page(
            "《碧湖市古井保护办法》政策解读 - 碧湖市人民政府",
            "<h1>碧湖市人民政府</h1><div class=w><div class=h>《碧湖市古井保护办法》政策解读</div><div"
                + " class=i>日期：2026-02-03 来源：碧湖市水务局 阅读量：9 【字体：大 中 小】</div><div"
                + " class=n><p>现就有关内容解读如下。</p><p>一、背景</p><p>古井是本市重要的历史遗存，亟待保护。</p><p>二、补助</p><p>每口补助4万元。</p></div><div"
                + " class=q><p>您对本页是否满意？</p><label>满意</label><p>我们会认真对待您的评价，谢谢您的参与。</p></div></div><div"
                + " class=z><p>本网站内容归碧湖市人民政府所有，转载请注明出处。</p></div>");
    assertThat(policy.metadata().title()).isEqualTo("《碧湖市古井保护办法》政策解读");
    assertThat(policy.metadata().issuer()).isEqualTo("碧湖市水务局");
    assertThat(lines(policy))
        .contains("每口补助4万元。")
        .noneMatch(line -> line.matches(".*(?:满意|转载|阅读量|字体).*"));
  }

  @Test
  void page_sentencesBesideTheArticle_areKeptWhereNumberedElseNamed() throws Exception {
    ParsedPolicy policy =
        page(
            "碧湖市水务局关于停水的通告",
            "<div class=o><div class=e1><p>碧湖市水务局关于停水的通告</p><p>为检修管网，现将停水事项通告如下，请提前做好储水准备。</p><p>一、停水时间为六月一日零时至六时，共六个小时。</p></div><div"
                + " class=e2><p>二、停水区域为城东全部街道，医院除外。</p><p>三、提前恢复供水的，另行通告。</p></div><div"
                + " class=e3><div>另有送水车三辆，居民可以就近取水。</div></div></div>");
    assertThat(lines(policy)).contains("二、停水区域为城东全部街道，医院除外。", "三、提前恢复供水的，另行通告。");
    boolean named = policy.warnings().stream().anyMatch(w -> w.contains("送水车"));
    assertThat(named || policy.text().contains("送水车")).isTrue();
  }

  @Test
  void page_captionAndPicture_areKeptOrNamed() throws Exception {
    ParsedPolicy policy =
        page(
            "碧湖市水务局关于水价的通知",
            "<div class=content><p>碧湖市水务局关于水价的通知</p><p>一、水价见下表，自六月起执行。</p><table><caption>水价表（元）</caption><tr><th>阶梯</th><th>价格</th></tr><tr><td>第一</td><td>2.1</td></tr></table><p><img"
                + " src=/f/flow.png alt=申请流程图></p></div>");
    assertThat(lines(policy)).contains("水价表（元）", "第一\t2.1");
    assertThat(policy.warnings()).anyMatch(w -> w.contains("1 张图片") && w.contains("申请流程图"));
  }

  @Test
  void page_listStylesOfTheSheet_numberTheItems() throws Exception {
    ParsedPolicy policy =
        page(
            "碧湖市水务局关于井盖的通知",
            "<style>ol.zh,ol.x:hover{list-style-type:cjk-ideographic} ol.q{list-style:lower-alpha"
                + " inside}</style><h1>碧湖市水务局关于井盖的通知</h1><p>请各单位遵照执行，按期完成。</p><ol class=zh><li>排查<ol"
                + " class=q><li>登记</li><li>编号</li></ol></li><li>更换</li></ol>");
    assertThat(lines(policy)).contains("一、排查", "a. 登记", "b. 编号", "二、更换");
  }

  @Test
  void order_numberOnTheSameLine_givesTheTitleBelow() throws Exception {
    ParsedPolicy policy =
        page(
            "碧湖市人民政府令（第十九号）",
            "<div class=v><p>碧湖市人民政府令</p><p>（第十九号）</p><p>《碧湖市古井保护办法》已经市政府常务会议通过，现予公布，自2026年9月1日起施行。</p><p>二〇二六年七月一日</p><p>碧湖市古井保护办法</p><p>第一条"
                + " 为了保护古井，制定本办法。</p></div>");
    assertThat(policy.metadata().title()).isEqualTo("碧湖市古井保护办法");
    assertThat(policy.metadata().documentNumber()).isEqualTo("碧湖市人民政府令第19号");
  }

  private static final String CLAUSES =
      "<p>各有关单位：</p><p>一、登记</p><p>古井由所在街道登记造册，不收费用。</p><p>二、修缮</p><p>每口补助修缮费4万元，由财政承担。</p>";

  @Test
  void title_belowTheSitesMotto_isTheOfficialOne() throws Exception {
    ParsedPolicy policy =
        page(
            "碧湖市水务局",
            "<h1>上善若水 服务为民</h1><h3>关于保护古井的通知</h3><div>碧水〔2026〕2号</div><section>"
                + CLAUSES
                + "</section>");
    assertThat(policy.metadata().title()).isEqualTo("关于保护古井的通知");
    assertThat(policy.metadata().documentNumber()).isEqualTo("碧水〔2026〕2号");
    assertThat(policy.text()).doesNotContain("上善若水");
  }

  @Test
  void title_belowItsOfficesOnLinesOfTheirOwn_isWhole() throws Exception {
    ParsedPolicy policy =
        page(
            "",
            "<div id=zoom><p><strong>碧湖市水务局<br>碧湖市财政局<br>关于保护古井的通知</strong></p>"
                + CLAUSES
                + "</div>");
    assertThat(policy.metadata().title()).isEqualTo("碧湖市水务局碧湖市财政局关于保护古井的通知");
  }

  @Test
  void title_ofAnInterviewAboutALaw_isThePages() throws Exception {
    ParsedPolicy policy =
        page(
            "一图读懂",
            "<div class=a>《碧湖市古井条例》答记者问</div><div class=b><p>问：古井收费吗？</p><p>答：古井免费开放，夜间不得收费。</p><p>问：违规怎么罚？</p><p>答：处五百元罚款，情节严重的加倍。</p></div>");
    assertThat(policy.metadata().title()).isEqualTo("《碧湖市古井条例》答记者问");
  }

  @Test
  void title_namedByTheWindowAlone_isTheLawWhereItsArticlesFollow() throws Exception {
    ParsedPolicy policy =
        page(
            "《碧湖市古井条例》全文 _ 碧湖人大网",
            "<div class=a><a href=1>代表之家</a></div><div class=b><p>第一章　总则</p><p>第一条　为了保护古井，制定本条例。</p><p>第二条　古井免费开放，夜间不得收费。</p></div>");
    assertThat(policy.metadata().title()).isEqualTo("碧湖市古井条例");
  }

  @Test
  void order_aboveTheBoxOfItsText_isKept() throws Exception {
    ParsedPolicy policy =
        page(
            "政府规章",
            "<div class=k><div>碧湖市人民政府令</div><div>第57号</div><div class=z><p>《碧湖市古井保护办法》已经2026年5月6日市政府常务会议通过，现予公布，自2026年7月1日起施行。</p><p>碧湖市古井保护办法</p><p>第一条　为了保护古井，制定本办法。</p><p>第二条　每口补助修缮费4万元，由财政承担。</p></div></div>");
    assertThat(policy.metadata().title()).isEqualTo("碧湖市古井保护办法");
    assertThat(policy.metadata().documentNumber()).isEqualTo("碧湖市人民政府令第57号");
    assertThat(policy.metadata().issuer()).isEqualTo("碧湖市人民政府");
  }

  @Test
  void keys_withEmptyBoxesBehindThem_takeNeitherKeyNorTitle() throws Exception {
    ParsedPolicy policy =
        page(
            "政策文件",
            "<div><span>发文字号：</span><span></span></div><div><b>发布机构：</b></div><div><span>成文日期：</span><span></span></div><div class=h>碧湖市水务局关于保护古井的若干措施</div><div class=c>"
                + CLAUSES
                + "</div>");
    assertThat(policy.metadata().title()).isEqualTo("碧湖市水务局关于保护古井的若干措施");
    assertThat(policy.metadata().issuer()).isEqualTo("碧湖市水务局");
    assertThat(policy.metadata().documentNumber()).isNull();
  }

  @Test
  void keys_asHeadCellsOfATable_keepTheirValues() throws Exception {
    ParsedPolicy policy =
        page(
            "公开",
            "<table><tr><th>索引号</th><td>000-2026-0011</td></tr><tr><th>标　　题</th><td>碧湖市人民政府关于保护古井的意见</td></tr><tr><th>发文字号</th><td>碧政〔2026〕2号</td></tr></table><div>"
                + CLAUSES
                + "</div>");
    assertThat(policy.metadata().title()).isEqualTo("碧湖市人民政府关于保护古井的意见");
    assertThat(policy.metadata().indexNumber()).isEqualTo("000-2026-0011");
    assertThat(policy.metadata().documentNumber()).isEqualTo("碧政〔2026〕2号");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>信息提供：碧湖市水务局 | 2026-05-07</div>",
        "<div><span>文章来源：</span><span>碧湖市水务局</span><span>作者：办公室</span></div>",
        "<div>2026-05-07 08:00:00　　碧湖市水务局　　【大 中 小】</div>",
        "<meta name=publisher content=碧湖市水务局>",
        "<meta property='article:author' content=碧湖市水务局>"
      })
  void issuer_namedOnlyByThePage_isTaken(String named) throws Exception {
    ParsedPolicy policy =
        page(
            "关于保护古井的通知",
            "<div class=h>关于保护古井的通知</div>" + named + "<div class=c>" + CLAUSES + "</div>");
    assertThat(policy.metadata().title()).isEqualTo("关于保护古井的通知");
    assertThat(policy.metadata().issuer()).isEqualTo("碧湖市水务局");
  }
}
