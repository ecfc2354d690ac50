package cn.zhitong.eval.report;

import io.quarkus.qute.Engine;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One self-contained page: figures, charts, tables. */
public final class HtmlReport {
  /** Apache ECharts, written into the page so that it is one file that opens anywhere. */
  private static final String ECHARTS =
      "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";

  private final String title;
  private final String subtitle;
  private final Map<String, String> figures = new LinkedHashMap<>();
  private final List<Chart> pictures = new ArrayList<>();
  private final List<CsvTable> tables = new ArrayList<>();

  public HtmlReport(String title, String subtitle) {
    this.title = title;
    this.subtitle = subtitle;
  }

  public HtmlReport figure(String name, double value) {
    return figure(name, String.format(Locale.ROOT, "%.4f", value));
  }

  public HtmlReport figure(String name, String value) {
    figures.put(name, value);
    return this;
  }

  public HtmlReport picture(Chart chart) {
    pictures.add(chart);
    return this;
  }

  public HtmlReport table(CsvTable table) {
    tables.add(table);
    return this;
  }

  public void write(Path file) throws IOException {
    Engine engine =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new io.quarkus.qute.HtmlEscaper(List.of("text/html")))
            .build();
    String html =
        engine
            .parse(resource("/report/report.html"), Variant.forContentType("text/html"))
            .data("title", title)
            .data("subtitle", subtitle)
            .data("figures", figures.entrySet())
            .data("pictures", pictures)
            .data("echarts", new RawString(pictures.isEmpty() ? "" : resource(ECHARTS)))
            .data("tables", tables)
            .render();
    Files.writeString(file, html);
  }

  private static String resource(String path) throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
