package cn.zhitong.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.policy.ParsedPolicy;
import cn.zhitong.ingest.read.Fixtures.PdfLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What PDF files do that their pages do not show. */
class PdfFaultsTest {
  private static final List<PdfLine> NOTICE =
      List.of(
          new PdfLine(150, 700, 18, "碧湖市水务局关于水闸维护的通知"),
          new PdfLine(100, 660, 12, "一、水闸每年检修一次，由管理单位负责，费用列入本级财"),
          new PdfLine(76, 640, 12, "政预算，不得挪用。"),
          new PdfLine(100, 620, 12, "二、汛期由防汛指挥机构统一调度。"));

  @TempDir Path folder;

  private ParsedPolicy parsed(String content) throws Exception {
    Path file = Fixtures.pdfOf(folder.resolve("a.pdf"), null, List.of(content));
    List<ParsedPolicy> parsed = new ArrayList<>();
    PolicyParser parser = new PolicyParser();
    new SourceReader(false)
        .read(new SourceFile("a.pdf", "a.pdf", file), t -> parsed.add(parser.parse(t)), b -> {});
    return parsed.get(0);
  }

  private static String shown(List<PdfLine> lines) {
    StringBuilder content = new StringBuilder();
    lines.forEach(line -> content.append(Fixtures.show(line)));
    return content.toString();
  }

  @Test
  void page_drawnThroughAMatrix_isReadInTheSizesItShows() throws Exception {
    List<PdfLine> large =
        NOTICE.stream()
            .map(l -> new PdfLine(l.x() * 20, l.y() * 20, l.size() * 20, l.text()))
            .toList();
    ParsedPolicy policy = parsed("q 0.05 0 0 0.05 0 0 cm\n" + shown(large) + "Q\n");
    assertThat(policy.metadata().title()).isEqualTo("碧湖市水务局关于水闸维护的通知");
    assertThat(policy.text().lines())
        .contains("一、水闸每年检修一次，由管理单位负责，费用列入本级财政预算，不得挪用。", "二、汛期由防汛指挥机构统一调度。");
  }

  @Test
  void watermark_tiledAslantOrInLightGrey_staysOutAndIsNamed() throws Exception {
    for (String matrix : List.of("0.7 0.7 -0.7 0.7", "1 0 0 1")) {
      StringBuilder tiles = new StringBuilder();
      for (int x : List.of(90, 300)) {
        for (int y : List.of(180, 380, 560)) {
          tiles.append(
              "q 0.9 g BT /F1 36 Tf %s %d %d Tm <%s> Tj ET Q%n"
                  .formatted(matrix, x, y, Fixtures.hex("内部传阅")));
        }
      }
      ParsedPolicy policy = parsed(tiles + shown(NOTICE));
      assertThat(policy.text()).doesNotContain("传阅").contains("二、汛期由防汛指挥机构统一调度。");
      assertThat(policy.warnings()).anyMatch(warning -> warning.contains("水印"));
    }
  }

  @Test
  void encoding_shifted_isRefused() {
    List<PdfLine> shifted =
        NOTICE.stream()
            .map(
                l ->
                    new PdfLine(
                        l.x(),
                        l.y(),
                        l.size(),
                        l.text()
                            .chars()
                            .collect(
                                StringBuilder::new,
                                (text, c) -> text.append((char) (c + 37)),
                                StringBuilder::append)
                            .toString()))
            .toList();
    assertThatThrownBy(() -> parsed(shown(shifted)))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("乱码");
  }
}
