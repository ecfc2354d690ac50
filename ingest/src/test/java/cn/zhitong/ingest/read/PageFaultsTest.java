package cn.zhitong.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages, plain texts, Markdown and workbooks as a reader sees them. */
class PageFaultsTest {
  @TempDir Path folder;

  private SourceText read(String name, String content) throws Exception {
    return read(Files.writeString(folder.resolve(name), content));
  }

  private static SourceText read(Path file) throws Exception {
    List<SourceText> texts = new ArrayList<>();
    String name = file.getFileName().toString();
    new SourceReader(false).read(new SourceFile(name, name, file), texts::add, b -> {});
    return texts.get(0);
  }

  private static List<String> lines(SourceText text) {
    return text.text().lines().map(String::strip).filter(line -> !line.isBlank()).toList();
  }

  private static String page(String head, String body) {
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
        + head
        + "</head><body>"
        + body
        + "</body></html>";
  }

  @Test
  void html_rowspanAndColspan_keepRowsAndColumns() throws Exception {
    SourceText text =
        read(
            "a.html",
            page(
                "",
                "<p>标准如下，请各单位遵照执行。</p><table><tr><th rowspan=2>树种</th><th colspan=2>补助</th><th"
                    + " rowspan=2>时限</th></tr><tr><th>新造</th><th>补植</th></tr><tr><td"
                    + " rowspan=2>松</td><td>8元</td><td>3元</td><td rowspan=2>20日</td></tr>"
                    + "<tr><td>7元</td><td>2元</td></tr></table>"));
    assertThat(lines(text).subList(1, 5))
        .containsExactly("树种\t补助\t补助\t时限", "树种\t新造\t补植\t时限", "松\t8元\t3元\t20日", "松\t7元\t2元\t20日");
  }

  @Test
  void html_struckAndHiddenText_isLeftOut() throws Exception {
    SourceText text =
        read(
            "a.html",
            page(
                "<style>.old{text-decoration: line-through} @media print{.keep{display:none}}"
                    + " #note{visibility:hidden}</style>",
                "<p>每吨补<del>30</del><s>31</s><span class=old>32</span><span"
                    + " style='text-decoration-line:line-through'>33</span><span"
                    + " hidden>34</span><span style='display: none'>35</span><span"
                    + " style='font-size:0'>36</span><span id=note>37</span><span"
                    + " class=keep>40</span>元，每户不超过一千元。</p>"));
    assertThat(lines(text)).containsExactly("每吨补40元，每户不超过一千元。");
  }

  @Test
  void html_orderedLists_carryTheirNumbers() throws Exception {
    SourceText text =
        read(
            "a.html",
            page(
                "",
                "<p>办理步骤如下，请按顺序办理。</p><ol start=5><li>取号<li value=9><p>交表</p><li>领证</ol><ol"
                    + " type=a><li>身份证<li>照片</ol><ol"
                    + " style='list-style-type:cjk-ideographic'><li>咨询</ol><ol"
                    + " style='list-style:none'><li>无号</ol>"));
    assertThat(lines(text).subList(1, 8))
        .containsExactly("5. 取号", "9. 交表", "10. 领证", "a. 身份证", "b. 照片", "一、咨询", "无号");
  }

  @Test
  void html_siteAroundTheArticle_staysOutAndTitleIsThePages() throws Exception {
    SourceText text =
        read(
            "content_1.html",
            page(
                "<title>碧湖县林业局关于育苗补助的通告-碧湖县林业局网</title>",
                "<div class=top7><h1>您所处的栏目：<a href=/>主页</a> / 林政</h1><span>长辈版</span></div><div"
                    + " class=q3><div class=w1><h2>碧湖县林业局关于育苗补助的通告</h2><p>分享</p><div"
                    + " class=e9><p>各苗圃：</p>"
                    + "<p>一、育苗每亩补助210元，由县财政列支。</p><p>二、本通告自6月1日起施行，有效期两年。</p><p>碧湖县林业局</p><p>2026年5月6日</p></div></div><div"
                    + " class=r5><a href=1>育苗技术</a><a"
                    + " href=2>林木种子</a><span>回到页首</span></div></div>"));
    assertThat(text.titleHint()).isEqualTo("碧湖县林业局关于育苗补助的通告");
    assertThat(lines(text))
        .containsExactly(
            "碧湖县林业局关于育苗补助的通告",
            "各苗圃：",
            "一、育苗每亩补助210元，由县财政列支。",
            "二、本通告自6月1日起施行，有效期两年。",
            "碧湖县林业局",
            "2026年5月6日");
  }

  @Test
  void mht_anyEncodingAndEnding_isDecoded() throws Exception {
    String html = page("<title>关于渡槽检修的通告</title>", "<p>渡槽检修期间停水三日，请提前储水。</p>");
    String base64 = Base64.getMimeEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8));
    String message =
        "MIME-Version: 1.0\r\n"
            + "Content-Type: multipart/related;\r\n"
            + "\tboundary=\"=_b1\"\r\n\r\n"
            + "--=_b1\r\n"
            + "Content-Type: text/html; charset=\"utf-8\"\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n"
            + base64
            + "\r\n--=_b1--\r\n";
    for (String name : List.of("a.mht", "a.doc", "a.htm")) {
      assertThat(lines(read(name, message))).as(name).containsExactly("渡槽检修期间停水三日，请提前储水。");
    }
    String quoted =
        "MIME-Version: 1.0\n"
            + "Content-Type: text/html; charset=gbk\n"
            + "Content-Transfer-Encoding: quoted-printable\n\n"
            + "<html><body><p>=D6=D0=CE=C4=D5=FD=CE=C4=A3=AC=D3=D0=CF=\n"
            + "=DE=B9=AB=CB=BE=D2=B2=C4=DC=B6=C1=A1=A3</p></body></html>";
    assertThat(lines(read("b.mht", quoted))).containsExactly("中文正文，有限公司也能读。");
  }

  @Test
  void markdown_tableWithoutOuterPipesAndStruckText_readsAsShown() throws Exception {
    SourceText text =
        read(
            "a.md",
            "# 桥梁养护补助\n\n"
                + "级别 | 补助\n"
                + ":--|--:\n"
                + "一级 | ~~2万元~~3万元\n"
                + "二级 | 1万元\n\n"
                + "<!-- 内部稿 -->每年~~五月~~六月申报。\n");
    assertThat(lines(text)).containsExactly("# 桥梁养护补助", "级别\t补助", "一级\t3万元", "二级\t1万元", "每年六月申报。");
    assertThat(text.tables()).hasSize(1);
  }

  @Test
  void markdown_emphasisQuotationsTasksAndNotes_readAsShown() throws Exception {
    SourceText text =
        read(
            "a.md",
            "# 桥梁养护补助\n\n> 岚交〔2026〕3号\n\n补助有效期*两年*，见__附表__和`A_1`，按3*4*5米计。[^1]\n\n"
                + "- [x] 有养护合同\n- [ ] ~~有担保~~\n\n级别 | 补助\n:--|--:\n一级 | **3万元**\n\n[^1]: 自印发之日起算。\n");
    assertThat(lines(text))
        .containsExactly(
            "# 桥梁养护补助",
            "岚交〔2026〕3号",
            "补助有效期两年，见附表和A_1，按3*4*5米计。",
            "- 有养护合同",
            "级别\t补助",
            "一级\t3万元",
            "注1：自印发之日起算。");
  }

  @Test
  void markdown_tableAndMarksInHtml_readAsShown() throws Exception {
    SourceText text =
        read(
            "a.md",
            "# 桥梁养护补助\n\n<p align=\"center\">岚交<b>〔2026〕</b>3号</p>\n\n<table>\n<tr><td rowspan=\"2\">一级</td><td>3万元</td></tr>\n"
                + "<tr><td>跨径<5米的2万元</td></tr>\n</table>\n\n每年六月申报，<br>逾期不候，跨径<5米的除外。\n");
    assertThat(lines(text))
        .containsExactly(
            "# 桥梁养护补助", "岚交〔2026〕3号", "一级\t3万元", "一级\t跨径<5米的2万元", "每年六月申报， 逾期不候，跨径<5米的除外。");
  }

  @Test
  void html_preformattedText_keepsItsLines() throws Exception {
    SourceText text =
        read(
            "a.html",
            page(
                "",
                "<h1>岚岫省渡口公告</h1><pre>现公告如下，请各渡口遵照执行。\n  一、早班六点开航。\n  二、晚班八点停航。</pre>"
                    + "<div style=\"white-space:pre-wrap\">三、大风停航。\n四、解释权归局。</div>"));
    assertThat(lines(text)).contains("一、早班六点开航。", "二、晚班八点停航。", "三、大风停航。", "四、解释权归局。");
  }

  @Test
  void workbook_dateWithChineseUnits_readsAsShown() throws Exception {
    try (Workbook workbook = new XSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("目录");
      var style = workbook.createCellStyle();
      style.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\";@"));
      String[] head = {"事项", "截止"};
      for (int r = 0; r < 3; r++) {
        sheet
            .createRow(r)
            .createCell(0)
            .setCellValue(r == 0 ? head[0] : r == 1 ? "设备更新补助" : "首台套保险");
        sheet.getRow(r).createCell(1).setCellValue(head[1]);
      }
      for (int r = 1; r < 3; r++) {
        sheet.getRow(r).getCell(1).setCellValue(java.time.LocalDate.of(2026, 6, 29).plusDays(r));
        sheet.getRow(r).getCell(1).setCellStyle(style);
      }
      try (var out = Files.newOutputStream(folder.resolve("d.xlsx"))) {
        workbook.write(out);
      }
    }
    assertThat(lines(read(folder.resolve("d.xlsx"))))
        .containsExactly("事项\t截止", "设备更新补助\t2026年6月30日", "首台套保险\t2026年7月1日");
  }

  @Test
  void text_tabsAndAlignedBlanks_areTables() throws Exception {
    SourceText tabs = read("a.txt", "一、价格\n品种\t单价\n籼米\t每斤3元\n糯米\t每斤4元\n二、时间\n");
    assertThat(lines(tabs)).contains("品种\t单价", "籼米\t每斤3元");
    assertThat(tabs.tables()).hasSize(1);
    SourceText blanks = read("b.txt", "品种    单价    产地\n籼米    3元     东乡\n糯米    4元     西乡\n完。\n");
    assertThat(lines(blanks)).containsExactly("品种\t单价\t产地", "籼米\t3元\t东乡", "糯米\t4元\t西乡", "完。");
    SourceText articles = read("c.txt", "第一条　为了养护桥梁。\n第二条　本办法即日施行。\n第三条　由局解释。\n");
    assertThat(articles.tables()).isEmpty();
  }

  @Test
  void text_marksOfPagesAlone_isRefused() throws Exception {
    for (String mark : List.of("--- 第%d页 ---\n", "[Page %d]\n", "%d / 9\n")) {
      StringBuilder content = new StringBuilder();
      for (int i = 1; i < 10; i++) {
        content.append(mark.formatted(i));
      }
      Path file = Files.writeString(folder.resolve("m.txt"), content);
      assertThat(catchThrowableOfType(UnreadableSource.class, () -> read(file)).kind())
          .isEqualTo(UnreadableSource.Kind.NO_TEXT);
    }
  }

  @Test
  void radicals_inAPdf_areStoredAsTheUsualCharacters() throws Exception {
    assertThat(lines(read("a.txt", "⼈⼒资源⽤⼯补贴，⻚码和⻋辆，⺠政⻓期。")))
        .containsExactly("人力资源用工补贴，页码和车辆，民政长期。");
  }

  @Test
  void workbook_mergedAndHidden_readsAsShown() throws Exception {
    for (Workbook workbook : List.of(new XSSFWorkbook(), new HSSFWorkbook())) {
      try (workbook) {
        Sheet sheet = workbook.createSheet("目录");
        String[][] rows = {
          {"桥梁养护补助目录", "", ""},
          {"类别", "事项", "标准"},
          {"公路桥", "加固", "按8%"},
          {"", "油漆", "每米5元"},
          {"暗", "暗", "暗"}
        };
        for (int r = 0; r < rows.length; r++) {
          sheet.createRow(r);
        }
        for (int r = 0; r < rows.length; r++) {
          for (int c = 0; c < rows[r].length; c++) {
            sheet.getRow(r).createCell(c).setCellValue(rows[r][c]);
          }
        }
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
        sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
        sheet.getRow(4).setZeroHeight(true);
        String name = workbook instanceof XSSFWorkbook ? "a.xlsx" : "a.xls";
        try (var out = Files.newOutputStream(folder.resolve(name))) {
          workbook.write(out);
        }
        SourceText text = read(folder.resolve(name));
        assertThat(lines(text))
            .containsExactly("桥梁养护补助目录", "类别\t事项\t标准", "公路桥\t加固\t按8%", "公路桥\t油漆\t每米5元");
        assertThat(text.warnings()).singleElement().asString().contains("隐藏");
      }
    }
  }

  @Test
  void rtf_sent_isRefusedByName() throws Exception {
    Path file = Files.writeString(folder.resolve("a.rtf"), "{\\rtf1\\ansi text}");
    assertThat(catchThrowableOfType(UnreadableSource.class, () -> read(file)))
        .hasMessageContaining("RTF");
  }
}
