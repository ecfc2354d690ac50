package cn.zhitong.assistant.bench;

import cn.zhitong.eval.dataset.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Figures as they are measured: a line each on standard output, all of them as JSON at the end. */
public final class Figures {
  private final Map<String, Object> figures = new LinkedHashMap<>();

  public Figures(String name) {
    put("bench", name);
    put("processors", (Object) Runtime.getRuntime().availableProcessors());
    put("java", Runtime.version().toString());
    put("loadAverageAtStart", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  public void put(String name, Object value) {
    figures.put(name, value);
    System.out.println(name + " " + value);
  }

  public void put(String name, double value) {
    put(name, (Object) Double.valueOf(String.format(Locale.ROOT, "%.4g", value)));
  }

  /** p50, p95 and p99 of some milliseconds. */
  public void percentiles(String name, double[] millis) {
    put(name + ":p50", at(millis, .5));
    put(name + ":p95", at(millis, .95));
    put(name + ":p99", at(millis, .99));
  }

  /** Nearest-rank percentile; NaN for none. */
  public static double at(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    return last < 0 ? Double.NaN : sorted[(int) Math.min(last, Math.round(sorted.length * share))];
  }

  /**
   * @param folder where NAME.json goes, null for nowhere
   */
  public void write(Path folder) throws IOException {
    if (folder != null) {
      Files.createDirectories(folder);
      Path file = folder.resolve(figures.get("bench") + ".json");
      Files.writeString(file, Json.MAPPER.writeValueAsString(figures));
      System.out.println("written to " + file.toAbsolutePath());
    }
  }
}
