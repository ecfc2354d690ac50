package cn.zhitong.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OFD files of several pages, and with text among the document's resources. */
class OfdFaultsTest {
  private static final String NS = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";

  @TempDir Path folder;

  private List<String> lines(List<String> pages, String resources) throws Exception {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "OFD.xml",
        Fixtures.xml(
            "<ofd:OFD"
                + NS
                + " DocType=\"OFD\" Version=\"1.0\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>7a01</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"));
    StringBuilder listed = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      listed.append(
          "<ofd:Page ID=\"%d\" BaseLoc=\"Pages/Page_%d/Content.xml\"/>".formatted(900 + i, i));
      parts.put(
          "Doc_0/Pages/Page_" + i + "/Content.xml",
          Fixtures.xml(
              "<ofd:Page"
                  + NS
                  + "><ofd:Content><ofd:Layer ID=\"950\">"
                  + pages.get(i)
                  + "</ofd:Layer></ofd:Content></ofd:Page>"));
    }
    parts.put(
        "Doc_0/Document.xml",
        Fixtures.xml(
            "<ofd:Document"
                + NS
                + "><ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages>"
                + listed
                + "</ofd:Pages></ofd:Document>"));
    parts.put(
        "Doc_0/DocumentRes.xml",
        Fixtures.xml(
            "<ofd:Res"
                + NS
                + " BaseLoc=\"Res\"><ofd:CompositeGraphicUnits>"
                + resources
                + "</ofd:CompositeGraphicUnits></ofd:Res>"));
    Path file = Fixtures.zip(folder.resolve("a.ofd"), parts);
    List<SourceText> texts = new ArrayList<>();
    new SourceReader(false).read(new SourceFile("a.ofd", "a.ofd", file), texts::add, b -> {});
    return texts.get(0).text().lines().map(String::strip).filter(l -> !l.isBlank()).toList();
  }

  private static String text(int id, int x, int y, String words) {
    return "<ofd:TextObject ID=\"%d\" Boundary=\"%d %d 170 5\" Font=\"3\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\">%s</ofd:TextCode></ofd:TextObject>"
        .formatted(id, x, y, words);
  }

  private static String unit(int id, String content) {
    return "<ofd:CompositeGraphicUnit ID=\"%d\" Width=\"170\" Height=\"60\"><ofd:Content ID=\"%d\">%s</ofd:Content></ofd:CompositeGraphicUnit>"
        .formatted(id, id + 1, content);
  }

  private static String composite(int id, int x, int y, int unit) {
    return "<ofd:CompositeObject ID=\"%d\" Boundary=\"%d %d 170 60\" ResourceID=\"%d\"/>"
        .formatted(id, x, y, unit);
  }

  @Test
  void composite_textAmongTheResources_standsWhereItIsPlaced() throws Exception {
    String resources =
        unit(500, text(502, 0, 0, "二、渡口每日六点开航。") + composite(503, 0, 8, 510))
            + unit(510, text(512, 0, 0, "三、大风天气停航。"));
    String page =
        text(10, 20, 20, "岚岫渡口管理规定")
            + text(11, 20, 70, "四、本规定即日施行。")
            + composite(12, 20, 40, 500)
            + text(13, 20, 30, "一、渡口由镇政府管理。");
    assertThat(lines(List.of(page), resources))
        .containsExactly("岚岫渡口管理规定", "一、渡口由镇政府管理。", "二、渡口每日六点开航。", "三、大风天气停航。", "四、本规定即日施行。");
  }

  @Test
  void list_rowsAtPageEdges_stayWhileRunningHeadsGo() throws Exception {
    List<String> pages = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    for (int p = 0; p < 3; p++) {
      StringBuilder page = new StringBuilder(text(10, 80, 8, "岚岫渡船名录汇编"));
      for (int r = 0; r < 32; r++) {
        String row = "渡船%d号由船老大%d自行检修，费用由县里补助一半。".formatted(p * 32 + r + 1, 12 + (p * 32 + r) % 7);
        rows.add(row);
        page.append(text(20 + r, 20, 20 + 8 * r, row));
      }
      pages.add(page + text(60, 100, 284, "— " + (p + 1) + " —"));
    }
    assertThat(lines(pages, "")).containsExactlyElementsOf(rows);
  }
}
