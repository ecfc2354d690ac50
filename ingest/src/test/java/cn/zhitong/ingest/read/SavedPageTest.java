package cn.zhitong.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site adds to a page's article, and tables made by styles alone. */
class SavedPageTest {
  private static final String CLAUSES = "<p>一、古井由所在街道登记造册，不收费用。</p><p>二、每口补助修缮费4万元，由财政承担。</p>";

  @TempDir Path folder;

  private List<String> lines(String head, String body) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("a.html"),
            "<!DOCTYPE html><html><head><meta charset=utf-8><title>关于保护古井的通知</title>"
                + head
                + "</head><body>"
                + body
                + "</body></html>");
    List<SourceText> texts = new ArrayList<>();
    new SourceReader(false).read(new SourceFile("a.html", "a.html", file), texts::add, line -> {});
    return texts
        .get(0)
        .text()
        .lines()
        .map(line -> line.strip().replaceAll("[\\p{Z}]+", " "))
        .filter(line -> !line.isBlank())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "来源：碧湖市水务局　发布时间：2026-05-07　发布人：xiaoli　点击数：[ 31 ]　字体：【大 中 小】",
        "来源：碧湖市水务局 | 发布时间：2026-05-07 | 责编：陈某 | 编辑：周某 | 人气：八千",
        "来源：碧湖市水务局 发布时间：2026-05-07 录入员：Web_01 栏目编号：B-7 阅读量：载入中"
      })
  void sourceLine_whatTheSiteSaysOfItself_isLeftOut(String line) throws Exception {
    List<String> lines =
        lines("", "<h1>关于保护古井的通知</h1><div>" + line + "</div><div class=c>" + CLAUSES + "</div>");
    assertThat(lines.get(1))
        .startsWith("来源：碧湖市水务局")
        .contains("发布时间：2026-05-07")
        .doesNotContainPattern("xiaoli|31|陈某|周某|八千|Web|B-7|载入|人：|编：|大");
    assertThat(lines).hasSize(4);
  }

  @Test
  void sourceLine_ofEntriesInBoxesOfTheirOwn_losesTheSitesHands() throws Exception {
    List<String> lines =
        lines(
            "",
            "<div class=c><h1>关于保护古井的通知</h1><p>来源：碧湖市水务局</p><p>发布人：xiaoli</p><p>责任编辑：陈某</p>"
                + CLAUSES
                + "</div>");
    assertThat(lines).hasSize(4).noneMatch(line -> line.contains("xiaoli") || line.contains("陈某"));
  }

  @Test
  void pairs_ofThePolicy_stay() throws Exception {
    List<String> lines =
        lines(
            "",
            "<h1>关于保护古井的通知</h1><div class=c><p>申报对象：古井所在街道　联系人：周某　电话：7700000</p>"
                + "<p>发布人：古井发布人应当登记。</p>"
                + CLAUSES
                + "<p>来源：旧志　编辑：志书编辑室　版本：二</p></div>");
    assertThat(lines)
        .contains("申报对象：古井所在街道 联系人：周某 电话：7700000", "发布人：古井发布人应当登记。", "来源：旧志 编辑：志书编辑室 版本：二");
  }

  @Test
  void box_ofLinksAlone_isLeftOutOfTheArticle() throws Exception {
    List<String> lines =
        lines(
            "",
            "<h1>关于保护古井的通知</h1><div class=c><p>一、古井由所在街道登记造册，不收费用。</p><div class=x><a"
                + " href=/1>古井故事征文启事发布</a> | <a href=/2>泉水节开幕式在城南举行</a></div><p>二、下列文件废止：</p><ul><li><a"
                + " href=/3>《碧湖市老井管理办法》</a></li><li><a href=/4>《碧湖市泉水管理办法》</a></li></ul><div><a"
                + " href=/d?id=1>附件1：古井登记表</a><a href=/d?id=2>附件2：修缮预算表</a></div><p>三、每口补助修缮费4万元，由财政承担。</p></div>");
    assertThat(lines)
        .noneMatch(line -> line.contains("征文") || line.contains("泉水节"))
        .contains("《碧湖市老井管理办法》", "《碧湖市泉水管理办法》")
        .anyMatch(line -> line.contains("附件1：古井登记表"));
  }

  @Test
  void table_madeByStyles_hasRowsAndCells() throws Exception {
    String expected = "井名\t补助\n东井\t4万元\n西井\t3万元";
    List<String> sheet =
        lines(
            "<style>.t{display:table;width:9em} .r{ display: table-row } .t span{display:table-cell}</style>",
            "<h1>关于保护古井的通知</h1><div>"
                + CLAUSES
                + "<div class=t><div class=r><span>井名</span><span>补助</span></div><div"
                + " class=r><span>东井</span><span>4万元</span></div><div class=r><span>西井</span><span>3万元</span></div></div></div>");
    assertThat(String.join("\n", sheet)).contains(expected);
    String cell = "<div style='padding:0;display:table-cell'>%s</div>";
    StringBuilder rows = new StringBuilder("<div style='display:table-row-group'>");
    for (String[] row : new String[][] {{"井名", "补助"}, {"东井", "4万元"}, {"西井", "3万元"}}) {
      rows.append("<div style='display:table-row'>" + cell.formatted(row[0]));
      rows.append(cell.formatted(row[1]) + "</div>");
    }
    List<String> own =
        lines(
            "",
            "<h1>关于保护古井的通知</h1><div>"
                + CLAUSES
                + "<div style='display:table'>"
                + rows
                + "</div></div></div>");
    assertThat(String.join("\n", own)).contains(expected);
  }

  @Test
  void page_laidOutByStyles_staysAText() throws Exception {
    List<String> lines =
        lines(
            "<style>.t{display:table}.r{display:table-row}.k{display:table-cell}</style>",
            "<div class=t><div class=r><div class=k><h1>关于保护古井的通知</h1></div></div><div class=r><div"
                + " class=k>"
                + CLAUSES
                + "</div></div></div>");
    assertThat(lines).containsExactly("关于保护古井的通知", "一、古井由所在街道登记造册，不收费用。", "二、每口补助修缮费4万元，由财政承担。");
  }
}
