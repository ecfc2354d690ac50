package cn.zhitong.eval.report;

import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.metrics.PairedComparison;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a report shows what changed since an earlier run. */
public final class RunComparison {
  private RunComparison() {}

  /** What an earlier run kept of each query, for this one to compare with; missing where none. */
  public static JsonNode perQuery(Path against) throws IOException {
    return Json.MAPPER.readTree(against.resolve("metrics.json").toFile()).path("perQuery");
  }

  /** Query → value. */
  public static Map<String, Double> values(JsonNode byQuery) {
    Map<String, Double> values = new LinkedHashMap<>();
    byQuery.fields().forEachRemaining(e -> values.put(e.getKey(), e.getValue().asDouble()));
    return values;
  }

  /** Adds {@code against:NAME} with interval and p to the figures that gates look at. */
  public static void figures(Map<String, Object> metrics, String name, PairedComparison paired) {
    RunFigures.interval(metrics, "against:" + name, paired.interval());
    metrics.put("against:" + name + ":p", RunFigures.round(paired.p()));
  }

  /** One row a measure: difference, interval, significance, how many queries moved. */
  public static CsvTable summary(Map<String, PairedComparison> measures) {
    List<List<String>> rows = new ArrayList<>();
    measures.forEach(
        (name, paired) ->
            rows.add(
                List.of(
                    name,
                    String.valueOf(paired.shared()),
                    signed(paired.interval().mean()),
                    signed(paired.interval().low()) + " 至 " + signed(paired.interval().high()),
                    String.format(Locale.ROOT, "%.4f", paired.p()),
                    paired.p() < .05 ? "显著" : "不显著",
                    paired.better() + " / " + paired.worse())));
    return new CsvTable(
        "与上次之差（配对符号翻转检验，双侧）", List.of("指标", "共有问题数", "差", "95% 区间", "p", "α=.05", "变好 / 变差"), rows);
  }

  /** Each query that moved, from worse to better. */
  public static CsvTable queries(String name, PairedComparison paired, Map<String, String> texts) {
    List<List<String>> rows =
        paired.changes().stream()
            .map(
                change ->
                    List.of(
                        change.query(),
                        texts.getOrDefault(change.query(), ""),
                        number(change.before()),
                        number(change.after()),
                        signed(change.after() - change.before())))
            .toList();
    return new CsvTable(name + " 逐题变化（由差到好）", List.of("id", "问题", "上次", "本次", "差"), rows);
  }

  /** How many queries moved by how much. */
  public static Chart picture(String name, PairedComparison paired) {
    double[] moves =
        paired.changes().stream().mapToDouble(change -> change.after() - change.before()).toArray();
    return Charts.histogram(name + " 逐题之差（仅变化的问题）", moves, -1, 1, 10);
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.4f", value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
