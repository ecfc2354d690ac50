package cn.zhitong.ingest.read;

import static cn.zhitong.ingest.read.WordParts.cell;
import static cn.zhitong.ingest.read.WordParts.p;
import static cn.zhitong.ingest.read.WordParts.row;
import static cn.zhitong.ingest.read.WordParts.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Word prints, and what it does not. */
class WordFaultsTest {
  @TempDir Path folder;

  private SourceText read(WordParts parts) throws Exception {
    List<SourceText> texts = new ArrayList<>();
    Path file = parts.write(folder.resolve("a.docx"));
    new SourceReader(false).read(new SourceFile("a", "a.docx", file), texts::add, b -> {});
    return texts.get(0);
  }

  private static List<String> lines(SourceText text) {
    return text.text().lines().filter(line -> !line.isBlank()).toList();
  }

  private static String run(String properties, String text) {
    return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
  }

  @Test
  void table_verticalMerge_repeatsTheValueInEveryRow() throws Exception {
    SourceText text =
        read(
            WordParts.body(
                table(
                    row(cell("行业"), cell("档次"), cell("金额")),
                    row(cell("<w:vMerge w:val=\"restart\"/>", p("渔业")), cell("一档"), cell("7万元")),
                    row(cell("<w:vMerge/>", p("")), cell("二档"), cell("4万元")),
                    row(cell("林业"), cell("一档"), cell("6万元")))));
    assertThat(lines(text))
        .containsExactly("行业\t档次\t金额", "渔业\t一档\t7万元", "渔业\t二档\t4万元", "林业\t一档\t6万元");
  }

  @Test
  void table_wideCellsAndTwoHeads_keepColumnsApart() throws Exception {
    SourceText text =
        read(
            WordParts.body(
                table(
                    row(
                        cell("<w:vMerge w:val=\"restart\"/>", p("县区")),
                        cell("<w:gridSpan w:val=\"2\"/>", p("补助")),
                        cell("<w:vMerge w:val=\"restart\"/>", p("窗口"))),
                    row(
                        cell("<w:vMerge/>", p("")),
                        cell("首年"),
                        cell("次年"),
                        cell("<w:vMerge/>", p(""))),
                    row(cell("东县"), cell("9元"), cell("5元"), cell("1号")))));
    assertThat(lines(text)).containsExactly("县区\t补助\t补助\t窗口", "县区\t首年\t次年\t窗口", "东县\t9元\t5元\t1号");
  }

  @Test
  void table_insideACell_keepsItsCellsApart() throws Exception {
    SourceText text =
        read(
            WordParts.body(
                table(
                    row(cell("对象"), cell("标准")),
                    row(
                        cell("园区"),
                        cell(
                            "",
                            table(row(cell("头年"), cell("3万元")), row(cell("后年"), cell("1万元"))))))));
    assertThat(text.text()).doesNotContain("头年3万元").doesNotContain("3万元后年");
    assertThat(lines(text).get(1)).matches("园区\t头年\\s+3万元\\s+后年\\s+1万元");
  }

  @Test
  void notes_footAndEnd_standBehindTheirParagraph() throws Exception {
    SourceText text =
        read(
            WordParts.body(
                    "<w:p><w:r><w:t>小店铺免租。</w:t></w:r><w:r><w:footnoteReference"
                        + " w:id=\"2\"/></w:r></w:p><w:p><w:r><w:t>另有补贴。</w:t></w:r><w:r><w:endnoteReference"
                        + " w:id=\"2\"/></w:r></w:p>")
                .with("footnotes", "<w:footnote w:id=\"2\">" + p("面积不足40平方米的店铺。") + "</w:footnote>")
                .with("endnotes", "<w:endnote w:id=\"2\">" + p("限本地户籍。") + "</w:endnote>"));
    assertThat(lines(text)).containsExactly("小店铺免租。", "注1：面积不足40平方米的店铺。", "另有补贴。", "注2：限本地户籍。");
  }

  @Test
  void runs_hiddenStruckOrDeleted_areLeftOut() throws Exception {
    SourceText text =
        read(
            WordParts.body(
                    "<w:p><w:r><w:t>补</w:t></w:r>"
                        + run("<w:vanish/>", "内部")
                        + run("<w:strike/>", "三")
                        + run("<w:dstrike w:val=\"true\"/>", "四")
                        + run("<w:strike w:val=\"0\"/>", "五")
                        + run("<w:rStyle w:val=\"gone\"/>", "六")
                        + run("<w:rStyle w:val=\"gone\"/><w:vanish w:val=\"false\"/>", "七")
                        + "<w:del><w:r><w:delText>八</w:delText></w:r></w:del>"
                        + "<w:ins><w:r><w:t>万元</w:t></w:r></w:ins></w:p>")
                .with(
                    "styles",
                    "<w:style w:type=\"character\" w:styleId=\"gone\"><w:name"
                        + " w:val=\"gone\"/><w:rPr><w:vanish/></w:rPr></w:style>"));
    assertThat(lines(text)).containsExactly("补五七万元");
  }

  @Test
  void numbering_inheritedByStylesAndInCells_isPrinted() throws Exception {
    String levels =
        "<w:abstractNum w:abstractNumId=\"4\">"
            + level(0, "chineseCounting", "H1", "%1、")
            + level(1, "chineseCounting", "H2", "（%2）")
            + "</w:abstractNum><w:abstractNum w:abstractNumId=\"5\">"
            + level(0, "decimal", null, "%1")
            + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"4\"/></w:num>"
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"5\"/></w:num>";
    String numbered =
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:p>";
    SourceText text =
        read(
            WordParts.body(
                    styled("H1", "资金")
                        + styled("H2", "来源")
                        + styled("H2", "用途")
                        + table(
                            row(cell("序号"), cell("事项")),
                            row(cell("", numbered), cell("登记")),
                            row(cell("", numbered), cell("领证"))))
                .with("numbering", levels)
                .with(
                    "styles",
                    style("H1", null, "<w:numId w:val=\"1\"/>")
                        + style("H2", "H1", "<w:ilvl w:val=\"1\"/>")));
    assertThat(lines(text)).containsExactly("一、资金", "（一）来源", "（二）用途", "序号\t事项", "1\t登记", "2\t领证");
    assertThat(text.warnings()).isEmpty();
  }

  @Test
  void comments_inAWordFile_areLeftOutWithAWarning() throws Exception {
    SourceText text =
        read(
            WordParts.body(
                    "<w:p><w:r><w:t>每户200元。</w:t></w:r><w:r><w:commentReference"
                        + " w:id=\"0\"/></w:r></w:p>")
                .with("comments", "<w:comment w:id=\"0\">" + p("是否偏高？") + "</w:comment>"));
    assertThat(lines(text)).containsExactly("每户200元。");
    assertThat(text.warnings()).singleElement().asString().contains("1 条批注");
  }

  private static String level(int level, String format, String style, String text) {
    return "<w:lvl w:ilvl=\""
        + level
        + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\""
        + format
        + "\"/>"
        + (style == null ? "" : "<w:pStyle w:val=\"" + style + "\"/>")
        + "<w:lvlText w:val=\""
        + text
        + "\"/></w:lvl>";
  }

  private static String style(String id, String basedOn, String numbering) {
    return "<w:style w:type=\"paragraph\" w:styleId=\""
        + id
        + "\"><w:name w:val=\""
        + id
        + "\"/>"
        + (basedOn == null ? "" : "<w:basedOn w:val=\"" + basedOn + "\"/>")
        + "<w:pPr><w:numPr>"
        + numbering
        + "</w:numPr></w:pPr></w:style>";
  }

  private static String styled(String style, String text) {
    return "<w:p><w:pPr><w:pStyle w:val=\""
        + style
        + "\"/></w:pPr><w:r><w:t>"
        + text
        + "</w:t></w:r></w:p>";
  }

  @Test
  void runs_checkBoxesOfSymbolFonts_areKept() throws Exception {
    SourceText text =
        read(
            WordParts.body(
                "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>免费</w:t></w:r>"
                    + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:t>收费</w:t></w:r></w:p>"));
    assertThat(text.text()).contains("☑免费□收费");
  }

  @Test
  void body_embeddedFilesAndObjects_areNamedInAWarning() throws Exception {
    SourceText text =
        read(
            WordParts.body(
                "<w:p><w:r><w:t>附图略。</w:t></w:r></w:p><w:p><w:r><w:object/></w:r></w:p>"
                    + "<w:altChunk r:id=\"rX\"/>"));
    assertThat(text.warnings()).anyMatch(w -> w.contains("2 个图表或嵌入对象"));
  }
}
