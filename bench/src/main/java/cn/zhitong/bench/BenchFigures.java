package cn.zhitong.bench;

import cn.zhitong.eval.dataset.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures as they are measured: a line each on standard output, all of them as JSON at the end. */
public final class BenchFigures {
  private final Map<String, Object> figures = new LinkedHashMap<>();

  public BenchFigures(String name) {
    put("bench", name);
    put("processors", Runtime.getRuntime().availableProcessors());
    put("java", Runtime.version().toString());
    put("loadAverageAtStart", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
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

  /** Work on one item that is timed. */
  @FunctionalInterface
  public interface Work<T> {
    void run(T item) throws Exception;
  }

  /** How long each item takes, one after the other. */
  public static <T> double[] millis(List<T> items, Work<T> work) throws Exception {
    double[] millis = new double[items.size()];
    for (int i = 0; i < millis.length; i++) {
      long begin = System.nanoTime();
      work.run(items.get(i));
      millis[i] = (System.nanoTime() - begin) / 1e6;
    }
    return millis;
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
