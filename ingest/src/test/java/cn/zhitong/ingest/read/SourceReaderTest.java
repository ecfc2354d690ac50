package cn.zhitong.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.ingest.policy.PolicyStatus;
import cn.zhitong.ingest.read.Fixtures.PdfLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReaderTest {
  private static final String TEXT = "滨海市关于支持企业创新的通知\n一、设立创新券。\n每家企业每年最多申领20万元，凭发票兑付。\n";

  @TempDir Path folder;

  private final List<BadLine> bad = new ArrayList<>();

  private List<SourceText> readAll(Path file) throws UnreadableSource {
    List<SourceText> texts = new ArrayList<>();
    String name = file.getFileName().toString();
    new SourceReader().read(new SourceFile("in/" + name, name, file), texts::add, bad::add);
    return texts;
  }

  private SourceText read(Path file) throws UnreadableSource {
    List<SourceText> texts = readAll(file);
    assertThat(texts).hasSize(1);
    return texts.get(0);
  }

  private Path write(String name, String text, String charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(Charset.forName(charset)));
  }

  private static String table(SourceText text, int index) {
    SourceText.Table table = text.tables().get(index);
    return text.text().substring(table.start(), table.end());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"})
  void encoding_ofAText_isDetected(String charset) throws Exception {
    assertThat(read(write("a.txt", TEXT, charset)).text().strip()).isEqualTo(TEXT.strip());
  }

  @Test
  void byteOrderMark_beforeAText_isDropped() throws Exception {
    SourceText text = read(write("a.txt", "\uFEFF" + TEXT, "UTF-8"));
    assertThat(text.text()).startsWith("滨海市");
    assertThat(text.externalId()).isEqualTo("in/a.txt");
    assertThat(text.given().title()).isNull();
  }

  @Test
  void markdown_withTablesAndLinks_isRead() throws Exception {
    SourceText text =
        read(
            write(
                "a.md",
                "# 补贴办法\n\n见[附件](./a.docx)。\n\n| 档次 | 金额 |\n|---|---|\n| 一 | 5万元 |\n\n完。\n",
                "UTF-8"));
    assertThat(text.titleHint()).isEqualTo("补贴办法");
    assertThat(text.text()).contains("见附件。").doesNotContain("---");
    assertThat(table(text, 0)).isEqualTo("档次\t金额\n一\t5万元");
  }

  @Test
  void jsonLines_someBad_areReadAndBadOnesReported() throws Exception {
    String lines =
        """
        {"_id":"p-1","title":"甲办法","text":"第一条 为了扶持。","documentNumber":"滨政〔2024〕3号","issuedOn":"2024-5-6","status":"in_force"}
        {"title":"乙办法","text":"第一条 没有编号。"}
        {"title":"丙办法","text":
        {"_id":"p-4","title":"丁办法"}
        {"_id":"p-5","text":"正文。","issuedOn":"2024-13-40"}

        {"id":7,"text":"最后一篇。"}
        """;
    List<SourceText> texts = readAll(write("a.jsonl", lines, "UTF-8"));
    assertThat(texts)
        .extracting(SourceText::externalId)
        .containsExactly("p-1", "in/a.jsonl#2", "7");
    assertThat(texts.get(0).given().documentNumber()).isEqualTo("滨政〔2024〕3号");
    assertThat(texts.get(0).given().issuedOn()).isEqualTo(LocalDate.of(2024, 5, 6));
    assertThat(texts.get(0).given().status()).isEqualTo(PolicyStatus.IN_FORCE);
    assertThat(bad).extracting(BadLine::line).containsExactly(3, 4, 5);
    assertThat(bad).extracting(BadLine::externalId).containsExactly("in/a.jsonl#3", "p-4", "p-5");
    assertThat(bad.get(2).message()).contains("第 5 行").contains("issuedOn");
  }

  /** Saved by a word processor in Word 97's format, from a text of our own. */
  @Test
  void word97_ofAPolicy_isRead() throws Exception {
    Path doc = folder.resolve("word97.doc");
    try (InputStream stored = getClass().getResourceAsStream("/read/word97.doc")) {
      Files.copy(stored, doc);
    }

    SourceText text = read(doc);

    assertThat(text.text().lines().filter(line -> !line.isBlank()))
        .containsExactly(
            "云泽省工业和信息化厅关于印发企业用电服务若干措施的通知",
            "云工信规〔2025〕6号",
            "各市工业和信息化局：",
            "现将《企业用电服务若干措施》印发给你们，请认真执行。",
            "一、压缩接电时间",
            "（一）低压接电全程不超过6个工作日。（责任单位：省工信厅、省能源局）",
            "（二）高压接电由供电企业一次告知所需材料。",
            "二、补助标准",
            "档次\t补助金额",
            "一档\t每户10万元",
            "二档\t每户5万元",
            "1.补助资金由省级财政安排。",
            "2.同一项目不重复补助。",
            "本措施自2025年7月1日起施行，有效期至2028年6月30日。",
            "云泽省工业和信息化厅",
            "2025年6月12日");
    assertThat(table(text, 0)).isEqualTo("档次\t补助金额\n一档\t每户10万元\n二档\t每户5万元");
  }

  @Test
  void docx_withNumbering_isReadWithItsPrintedNumerals() throws Exception {
    SourceText text = read(Fixtures.docx(folder.resolve("a.docx")));
    assertThat(text.text().lines().filter(line -> !line.isBlank()))
        .containsExactly(
            "关于扶持小微企业的若干措施",
            "一、降低成本",
            "（一）减免场地租金。",
            "（二）减免检测费用。",
            "二、拓宽融资",
            "（一）设立风险补偿金。",
            "项目\t标准",
            "场地租金\t每月每平方米10元",
            "本措施自印发之日起施行。");
    assertThat(table(text, 0)).isEqualTo("项目\t标准\n场地租金\t每月每平方米10元");
  }

  @Test
  void pdf_withHeadsAndPageNumbers_isReadWithoutThem() throws Exception {
    List<List<PdfLine>> pages = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      pages.add(
          List.of(
              new PdfLine(200, 750, 10, "滨海市人民政府公报"),
              new PdfLine(122, 700, 16, "第" + "一二三".charAt(page - 1) + "部分首行缩进两个字然后写到行末还没"),
              new PdfLine(90, 676, 16, "有写完，接着写完这一句。"),
              new PdfLine(122, 652, 16, "又一个自然段在这里开始。"),
              new PdfLine(280, 60, 14, "— " + page + " —")));
    }
    String text = read(Fixtures.pdf(folder.resolve("a.pdf"), null, pages)).text();
    assertThat(text).doesNotContain("公报").doesNotContain("—");
    assertThat(text.lines().filter(line -> !line.isBlank()))
        .startsWith("\u3000\u3000第一部分首行缩进两个字然后写到行末还没有写完，接着写完这一句。", "\u3000\u3000又一个自然段在这里开始。")
        .hasSize(6);
  }

  @Test
  void pdfTitle_setOverTwoLines_isJoined() throws Exception {
    List<PdfLine> page =
        List.of(
            new PdfLine(150, 700, 22, "滨海市人民政府关于进一步支持"),
            new PdfLine(180, 670, 22, "中小企业发展的若干措施"),
            new PdfLine(90, 600, 16, "各县（市、区）人民政府，市政府各部门：现将若干措施印发给你们，请认真执行。"));
    String text = read(Fixtures.pdf(folder.resolve("a.pdf"), null, List.of(page))).text();
    assertThat(text.lines().findFirst()).hasValue("滨海市人民政府关于进一步支持中小企业发展的若干措施");
  }

  @Test
  void ofd_read_leavesNoFolderBehind() throws Exception {
    List<Path> before = unpackedOfd();
    SourceText text = read(Fixtures.ofd(folder.resolve("a.ofd"), "关于稳岗补贴的通知", "一、补贴对象为中小企业。"));
    assertThat(text.text().lines().map(String::strip).filter(line -> !line.isEmpty()))
        .containsExactly("关于稳岗补贴的通知", "一、补贴对象为中小企业。");
    assertThat(unpackedOfd()).isSubsetOf(before);
  }

  /** What a killed process left is not this one's. */
  private static List<Path> unpackedOfd() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(p -> p.getFileName().toString().startsWith("zhitong-ofd")).toList();
    }
  }

  @Test
  void savedPage_read_isItsArticle() throws Exception {
    String page =
        """
        <!DOCTYPE html><html><head><meta charset="gb2312"><title>关于发放稳岗补贴的通知_滨海市人民政府</title>
        <meta name="ArticleTitle" content="关于发放稳岗补贴的通知"><meta name="PubDate" content="2025-03-04 10:00"></head>
        <body><div class="nav"><a href="/">首页</a><a href="/a">政务公开</a></div>
        <div class="crumb">当前位置：<a href="/">首页</a> &gt; 政策文件</div>
        <table class="info"><tr><td>索引号：</td><td>BH0001-2025-00012</td><td>发文字号：</td><td>滨政办〔2025〕8号</td></tr></table>
        <h1>关于发放稳岗<br>补贴的通知</h1>
        <div class="TRS_Editor"><p>各区人民政府：</p><p>一、<b>补贴</b>对象。<span>不裁员</span>的企业可以申请。</p>
        <table><tr><th>规模</th><th>金额</th></tr><tr><td>小型</td><td>3万元</td></tr></table></div>
        <p>二、容器之外的一句话也要留下来，因为有的网站过早关闭了容器。</p>
        <div class="share">分享到：<a>微信</a></div>
        <div class="list"><a href="1.html">关于发放稳岗补贴的政策解读</a></div>
        <div class="footer">主办单位：滨海市人民政府办公室。建议使用新版浏览器访问本网站。备案号京ICP备1号</div>
        </body></html>
        """;
    SourceText text = read(write("a.html", page, "GB18030"));
    assertThat(text.titleHint()).isEqualTo("关于发放稳岗补贴的通知");
    assertThat(text.given().publishedOn()).isEqualTo(LocalDate.of(2025, 3, 4));
    assertThat(text.text().lines().map(String::strip).filter(line -> !line.isBlank()))
        .containsExactly(
            "索引号：BH0001-2025-00012",
            "发文字号：滨政办〔2025〕8号",
            "关于发放稳岗补贴的通知",
            "各区人民政府：",
            "一、补贴对象。不裁员的企业可以申请。",
            "规模\t金额",
            "小型\t3万元",
            "二、容器之外的一句话也要留下来，因为有的网站过早关闭了容器。");
    assertThat(table(text, 0)).isEqualTo("规模\t金额\n小型\t3万元");
  }

  @Test
  void page_withoutAKnownContainer_isRead() throws Exception {
    String page =
        "<html><body><ul><li><a>首页</a></li><li><a>新闻</a></li></ul><div><div><p>关于开展评选的公告</p>"
            + "<p>一、评选范围为本市注册满一年的企业，不含分支机构。</p><p>二、申报时间为五月一日至三十一日。</p><p>滨海市商务局</p>"
            + "<p>2025年4月1日</p></div></div><div><a>上海公告</a><a>其他公告链接标题</a></div></body></html>";
    assertThat(read(write("b.htm", page, "UTF-8")).text().lines().filter(l -> !l.isBlank()))
        .containsExactly(
            "关于开展评选的公告", "一、评选范围为本市注册满一年的企业，不含分支机构。", "二、申报时间为五月一日至三十一日。", "滨海市商务局", "2025年4月1日");
  }

  @Test
  void format_whereTheEndingLies_isToldByContent() throws Exception {
    Path docx = Fixtures.docx(folder.resolve("wrong.doc"));
    assertThat(read(docx).text()).contains("一、降低成本");
    Path html =
        Files.writeString(
            folder.resolve("page.doc"),
            "<html><body><p>这是网页另存的文档，不是二进制。</p></body></html>",
            StandardCharsets.UTF_8);
    assertThat(read(html).text()).contains("这是网页另存的文档");
  }
}
