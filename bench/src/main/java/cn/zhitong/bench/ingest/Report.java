package cn.zhitong.bench.ingest;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Figures as they are measured: a line each on standard output, all of them as JSON at the end. */
public final class Report {
  private static final ObjectMapper JSON =
      StandardJson.MAPPER.copy().enable(SerializationFeature.INDENT_OUTPUT);

  private final Map<String, Object> figures = new LinkedHashMap<>();

  public Report(String name) {
    put("bench", name);
    put("processors", Runtime.getRuntime().availableProcessors());
    put("java", Runtime.version().toString());
    put(
        "loadAverageAtStart",
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  public void put(String name, Object value) {
    figures.put(name, value);
    System.out.println(name + " " + value);
  }

  public void put(String name, long value) {
    put(name, (Object) value);
  }

  /** Four digits say all that a measurement does. */
  public void put(String name, double value) {
    put(name, (Object) Double.valueOf(String.format(Locale.ROOT, "%.4g", value)));
  }

  /**
   * @param folder where NAME.json goes, null for nowhere
   */
  public void write(Path folder) throws IOException {
    if (folder != null) {
      Files.createDirectories(folder);
      Path file = folder.resolve(figures.get("bench") + ".json");
      Files.writeString(file, JSON.writeValueAsString(figures));
      System.out.println("written to " + file.toAbsolutePath());
    }
  }

  public static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Nearest-rank percentile. */
  public static double percentile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))];
  }
}
