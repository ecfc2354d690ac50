package cn.zhitong.eval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
  @Test
  void gate_inEveryDirection_compares() {
    Map<String, Object> metrics = Map.of("ndcg@10", .9, "rows", 5);
    assertThat(Gate.parse("ndcg@10>=.9").holds(metrics)).isTrue();
    assertThat(Gate.parse("ndcg@10 > 0.9").holds(metrics)).isFalse();
    assertThat(Gate.parse("rows<=5").holds(metrics)).isTrue();
    assertThat(Gate.parse("rows<5").holds(metrics)).isFalse();
  }

  @Test
  void unknownMetric_inAGate_isAnErrorAndNotAPass() {
    assertThatThrownBy(() -> Gate.parse("ndcg@11>=.9").holds(Map.of("ndcg@10", .9)))
        .hasMessageContaining("ndcg@11");
    assertThatThrownBy(() -> Gate.parse("ndcg@10")).hasMessageContaining("no gate");
  }

  @Test
  void tables_openedInSpreadsheets_survive(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("t.csv");
    new CsvTable(
            "t", List.of("a"), List.of(List.of("=1+1"), List.of("say \"hi\""), List.of("-0.5")))
        .writeCsv(file);
    assertThat(Files.readString(file))
        .startsWith("\uFEFF")
        .contains("\"'=1+1\"")
        .contains("\"say \"\"hi\"\"\"")
        .contains("\"-0.5\"");
  }

  @Test
  void reports_written_areSelfContainedAndEscaped(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("report.html");
    new HtmlReport("题 <b>", "副题")
        .figure("ndcg@10", .5)
        .picture(Charts.bars("图", List.of("<x>"), List.of(1.0)))
        .table(new CsvTable("表", List.of("列"), List.of(List.of("<script>alert(1)</script>"))))
        .write(file);
    String html = Files.readString(file);
    assertThat(html)
        .contains("\"type\":\"bar\"", "\\u003cx>", "0.5000")
        .doesNotContain("<script>alert", "src=\"http")
        .contains("题 &lt;b&gt;")
        .doesNotContain("href=\"http");
  }
}
