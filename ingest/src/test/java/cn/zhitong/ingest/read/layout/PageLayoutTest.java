package cn.zhitong.ingest.read.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages laid out character by character. */
class PageLayoutTest {
  private static final double SIZE = 12;

  private final List<Glyph> glyphs = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();

  private void print(double left, double top, String text) {
    print(left, top, SIZE, text);
  }

  private void print(double left, double top, double size, String text) {
    double x = left;
    for (int i = 0; i < text.length(); i++) {
      double wide = text.charAt(i) < 0x2000 ? size / 2 : size;
      glyphs.add(new Glyph(x, x + wide, top, size, text.substring(i, i + 1)));
      x += wide;
    }
  }

  private PrintedPage page(int number) {
    PrintedPage page = new PrintedPage(number, 595, 842, glyphs, rules);
    glyphs.clear();
    rules.clear();
    return page;
  }

  private static List<String> lines(List<PrintedPage> pages) {
    List<String> lines = new ArrayList<>();
    for (Block block : PageLayout.blocks(pages)) {
      if (block.isTable()) {
        block.rows().forEach(row -> lines.add(String.join("|", row)));
      } else {
        lines.add(block.text());
      }
    }
    return lines;
  }

  private void grid(double[] xs, double[] ys) {
    for (double x : xs) {
      rules.add(new Rule(false, x, ys[0], ys[ys.length - 1]));
    }
    for (double y : ys) {
      rules.add(new Rule(true, y, xs[0], xs[xs.length - 1]));
    }
  }

  @Test
  void ruledTable_cellsOfSeveralLines_areJoined() {
    grid(new double[] {70, 150, 300}, new double[] {100, 120, 160});
    print(75, 115, "工种");
    print(155, 115, "要求");
    print(75, 145, "钳工");
    print(155, 135, "训练不少于六十课时，");
    print(155, 152, "并通过考核");
    assertThat(lines(List.of(page(1)))).containsExactly("工种|要求", "钳工|训练不少于六十课时，并通过考核");
  }

  @Test
  void ruledTable_withoutALineBetween_repeatsTheMergedValue() {
    double[] ys = {100, 120, 140, 160};
    for (double x : new double[] {70, 150, 230}) {
      rules.add(new Rule(false, x, 100, 160));
    }
    for (double y : ys) {
      boolean inside = y == 140;
      rules.add(new Rule(true, y, inside ? 150 : 70, 230));
    }
    print(75, 115, "镇");
    print(155, 115, "额");
    print(75, 144, "东镇");
    print(155, 135, "3元");
    print(155, 155, "4元");
    assertThat(lines(List.of(page(1)))).containsExactly("镇|额", "东镇|3元", "东镇|4元");
  }

  @Test
  void ruledTable_overTwoPages_isOneWithoutTheRepeatedHead() {
    double[] xs = {70, 150, 230};
    List<PrintedPage> pages = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      grid(xs, new double[] {100, 120, 140});
      print(75, 115, "镇");
      print(155, 115, "额");
      print(75, 135, number == 1 ? "东镇" : "西镇");
      print(155, 135, number + "元");
      pages.add(page(number));
    }
    assertThat(lines(pages)).containsExactly("镇|额", "东镇|1元", "西镇|2元");
    assertThat(PageLayout.blocks(pages)).hasSize(1);
  }

  @Test
  void unruledTable_columnsWithWhiteSpaceBetween_isATable() {
    print(70, 100, "网点电话如下：");
    for (int i = 0; i < 4; i++) {
      double top = 120 + 20 * i;
      print(70, top, i == 0 ? "序号" : String.valueOf(i));
      print(140, top, i == 0 ? "网点" : "第" + i + "网点");
      print(260, top, i == 0 ? "电话" : "0990-55500" + i);
    }
    assertThat(lines(List.of(page(1))))
        .containsExactly(
            "网点电话如下：",
            "序号|网点|电话",
            "1|第1网点|0990-555001",
            "2|第2网点|0990-555002",
            "3|第3网点|0990-555003");
  }

  @Test
  void edges_rowsThatLookAlike_stay() {
    List<PrintedPage> pages = new ArrayList<>();
    int row = 1001;
    for (int number = 1; number <= 4; number++) {
      for (int i = 0; i < 30; i++) {
        print(90, 80 + 20 * i, "编号" + row++);
      }
      pages.add(page(number));
    }
    assertThat(lines(pages)).hasSize(120).startsWith("编号1001").endsWith("编号1120");
  }

  @Test
  void edges_runningHeadsAndPageNumbers_go() {
    List<PrintedPage> pages = new ArrayList<>();
    for (int number = 1; number <= 4; number++) {
      print(200, 40, 9, "水务文件选编　第" + number + "册".replace("册", "辑"));
      for (int i = 0; i < 6; i++) {
        print(90, 100 + 20 * i, "第" + number + "页正文第" + i + "段在这里写完。");
      }
      print(290, 800, 9, "- " + (number + 6) + " -");
      pages.add(page(number));
    }
    assertThat(lines(pages)).hasSize(24).noneMatch(l -> l.contains("选编") || l.startsWith("-"));
  }

  @Test
  void columns_ofRunningText_areReadOneAfterTheOther() {
    String[] left = {"一、甲方每年检修水闸两次，检修后", "十日内报送记录，逾期不报的由县里通", "报。"};
    String[] right = {"二、乙方负责看护，看护费每月八百", "元，由县财政按季拨付到账户，不得拖", "欠。"};
    for (int i = 0; i < 3; i++) {
      print(70 + (i == 0 ? 24 : 0), 100 + 20 * i, left[i]);
      print(310 + (i == 0 ? 24 : 0), 100 + 20 * i, right[i]);
    }
    assertThat(lines(List.of(page(1))))
        .containsExactly(String.join("", left), String.join("", right));
  }

  @Test
  void paragraphs_fullLinesGoOn_andIndentsBegin() {
    print(94, 100, "本指南适用于临时占用河道的申请，适用对象为在本县施工的单位和个人以及");
    print(70, 120, "其委托人。");
    print(94, 140, "二、时限");
    print(94, 160, "三个工作日内作出决定。");
    assertThat(lines(List.of(page(1))))
        .containsExactly("本指南适用于临时占用河道的申请，适用对象为在本县施工的单位和个人以及其委托人。", "二、时限", "三个工作日内作出决定。");
  }

  @Test
  void unruledTable_headsCentredOverLeftCells_areOneTable() {
    print(90, 100, "号");
    print(200, 100, "船名");
    print(380, 100, "额度");
    for (int i = 0; i < 4; i++) {
      print(70, 120 + 20 * i, "" + (i + 1));
      print(150, 120 + 20 * i, "澜渔" + (i + 7) + "号作业船");
      print(330, 120 + 20 * i, "一次性补助" + (i + 2) + "万元");
    }
    assertThat(lines(List.of(page(1)))).startsWith("号|船名|额度", "1|澜渔7号作业船|一次性补助2万元").hasSize(5);
  }

  @Test
  void unruledTable_cellsSetAroundTheMiddle_areJoinedInTheirRow() {
    print(90, 100, "类别");
    print(200, 100, "上限");
    print(380, 100, "说明");
    print(290, 120, "须提交两家机构的报告原件以及");
    print(70, 129, "木船");
    print(180, 129, "3万元");
    print(290, 138, "上年纳税凭证");
    print(70, 158, "铁船");
    print(180, 158, "9万元");
    print(290, 158, "每船一次");
    assertThat(lines(List.of(page(1))))
        .containsExactly("类别|上限|说明", "木船|3万元|须提交两家机构的报告原件以及上年纳税凭证", "铁船|9万元|每船一次");
  }
}
