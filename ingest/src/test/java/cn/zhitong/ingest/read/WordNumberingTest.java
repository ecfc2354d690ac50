package cn.zhitong.ingest.read;

import static cn.zhitong.ingest.read.WordParts.cell;
import static cn.zhitong.ingest.read.WordParts.row;
import static cn.zhitong.ingest.read.WordParts.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Automatic numbers as Word counts and prints them. */
class WordNumberingTest {
  private static final String OUTLINE =
      definition(
          1,
          level(0, "chineseCountingThousand", "%1、"),
          level(1, "chineseCountingThousand", "（%2）"),
          level(2, "decimal", "%3."),
          level(3, "decimal", "（%4）"),
          level(4, "decimalEnclosedCircleChinese", "%5"));

  @TempDir Path folder;

  private List<String> lines(String numbering, String... body) throws Exception {
    List<SourceText> texts = new ArrayList<>();
    Path file =
        WordParts.body(String.join("", body))
            .with("numbering", numbering)
            .write(folder.resolve("a.docx"));
    new SourceReader(false).read(new SourceFile("a", "a.docx", file), texts::add, b -> {});
    return texts.get(0).text().lines().filter(line -> !line.isBlank()).toList();
  }

  private static String definition(int id, String... levels) {
    return "<w:abstractNum w:abstractNumId=\"%d\">%s</w:abstractNum>"
        .formatted(id, String.join("", levels));
  }

  private static String level(int level, String format, String text, String... more) {
    return ("<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>%s"
            + "<w:lvlText w:val=\"%s\"/></w:lvl>")
        .formatted(level, format, String.join("", more), text);
  }

  private static String list(int id, int definition, String... overrides) {
    return "<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"%d\"/>%s</w:num>"
        .formatted(id, definition, String.join("", overrides));
  }

  private static String startOverride(int level, int start) {
    return "<w:lvlOverride w:ilvl=\"%d\"><w:startOverride w:val=\"%d\"/></w:lvlOverride>"
        .formatted(level, start);
  }

  private static String item(int list, int level, String text) {
    return ("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr></w:pPr>"
            + "%s</w:p>")
        .formatted(level, list, text.isEmpty() ? "" : "<w:r><w:t>" + text + "</w:t></w:r>");
  }

  @Test
  void levels_ofAnOutline_countAndBeginAnewBehindHigherOnes() throws Exception {
    assertThat(
            lines(
                OUTLINE + list(1, 1),
                item(1, 0, "资金"),
                item(1, 1, "来源"),
                item(1, 2, "财政"),
                item(1, 3, "省级"),
                item(1, 4, "专项"),
                item(1, 4, "一般"),
                item(1, 2, "自筹"),
                item(1, 1, "用途"),
                item(1, 2, "设备"),
                item(1, 0, "监督"),
                item(1, 1, "检查")))
        .containsExactly(
            "一、资金", "（一）来源", "1.财政", "（1）省级", "①专项", "②一般", "2.自筹", "（二）用途", "1.设备", "二、监督",
            "（一）检查");
  }

  @Test
  void text_ofSeveralLevels_isPutTogether() throws Exception {
    String legal =
        definition(
            1,
            level(0, "chineseCounting", "第%1章"),
            level(1, "decimal", "%1.%2", "<w:isLgl/>"),
            level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"));
    assertThat(
            lines(
                legal + list(1, 1),
                item(1, 0, "总则"),
                item(1, 0, "申报"),
                item(1, 1, "条件"),
                item(1, 2, "注册地"),
                item(1, 2, "年限")))
        .containsExactly("第一章 总则", "第二章 申报", "2.1 条件", "2.1.1 注册地", "2.1.2 年限");
  }

  @Test
  void lists_ofOneDefinition_countOnUnlessTheyBeginAnew() throws Exception {
    String lists =
        OUTLINE
            + list(1, 1)
            + list(2, 1)
            + list(3, 1, startOverride(0, 1), startOverride(1, 4))
            + list(4, 1, startOverride(2, 7));
    assertThat(
            lines(
                lists,
                item(1, 0, "甲"),
                item(2, 0, "乙"),
                item(3, 0, "丙"),
                item(3, 1, "丁"),
                item(3, 1, "戊"),
                item(3, 0, "己"),
                item(3, 1, "庚"),
                item(4, 2, "辛")))
        .containsExactly("一、甲", "二、乙", "一、丙", "（四）丁", "（五）戊", "二、己", "（四）庚", "7.辛");
  }

  @Test
  void level_redefinedByItsList_isPrintedAsTheListSays() throws Exception {
    String own =
        "<w:lvlOverride w:ilvl=\"0\">"
            + level(0, "upperRoman", "%1)").replace("w:start w:val=\"1\"", "w:start w:val=\"3\"")
            + "</w:lvlOverride>";
    assertThat(lines(OUTLINE + list(1, 1, own), item(1, 0, "甲"), item(1, 0, "乙")))
        .containsExactly("III)甲", "IV)乙");
  }

  @Test
  void level_thatNeverBeginsAnew_countsThroughTheDocument() throws Exception {
    String articles =
        definition(
            1,
            level(0, "chineseCounting", "第%1章"),
            level(1, "chineseCounting", "第%2条", "<w:lvlRestart w:val=\"0\"/>"),
            level(2, "chineseCounting", "（%3）"));
    assertThat(
            lines(
                articles + list(1, 1),
                item(1, 0, "总则"),
                item(1, 1, "目的"),
                item(1, 2, "其一"),
                item(1, 0, "职责"),
                item(1, 1, "分工"),
                item(1, 2, "其一")))
        .containsExactly("第一章 总则", "第一条 目的", "（一）其一", "第二章 职责", "第二条 分工", "（一）其一");
  }

  @Test
  void items_emptyOrDeleted_countAsWordCounts() throws Exception {
    String deleted =
        item(1, 0, "")
            .replace("</w:pPr>", "<w:rPr><w:del w:id=\"1\" w:author=\"a\"/></w:rPr></w:pPr>");
    assertThat(
            lines(OUTLINE + list(1, 1), item(1, 0, "甲"), item(1, 0, ""), deleted, item(1, 0, "乙")))
        .containsExactly("一、甲", "三、乙");
  }

  @Test
  void cells_withNumbersOfAList_areCountedRowByRow() throws Exception {
    assertThat(
            lines(
                OUTLINE + list(1, 1) + list(2, 1, startOverride(2, 1)),
                item(1, 0, "清单"),
                table(
                    row(cell("序号"), cell("事项"), cell("材料")),
                    row(
                        cell("", item(2, 2, "")),
                        cell("登记"),
                        cell("", item(1, 4, "申请书") + item(1, 4, "承诺书"))),
                    row(cell("", item(2, 2, "")), cell("领证"), cell("身份证")))))
        .containsExactly("一、清单", "序号\t事项\t材料", "1.\t登记\t①申请书 ②承诺书", "2.\t领证\t身份证");
  }

  @Test
  void formats_ofChineseOffices_areRendered() {
    assertThat(Numerals.render("ideographZodiac", 3)).isEqualTo("寅");
    assertThat(Numerals.render("ideographEnclosedCircle", 10)).isEqualTo("㊉");
    assertThat(Numerals.render("ideographTraditional", 11)).isEqualTo("11");
    assertThat(Numerals.render("chineseCountingThousand", 110)).isEqualTo("一百一十");
    assertThat(Numerals.render("numberInDash", 2)).isEqualTo("- 2 -");
  }
}
