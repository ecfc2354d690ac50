package cn.zhitong.eval.report;

import cn.zhitong.common.metrics.Bootstrap;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of a run by name, as gates look at them and metrics.json keeps them: rounded to five
 * digits, a mean with the ends of its 95 % interval beside it as {@code NAME:low} and {@code
 * NAME:high}.
 */
public final class RunFigures {
  private RunFigures() {}

  /** The mean of per-item values. */
  public static void mean(Map<String, Object> figures, String name, double[] values) {
    interval(figures, name, Bootstrap.mean(values));
  }

  public static void interval(
      Map<String, Object> figures, String name, Bootstrap.Interval interval) {
    figures.put(name, round(interval.mean()));
    figures.put(name + ":low", round(interval.low()));
    figures.put(name + ":high", round(interval.high()));
  }

  /** A mean with its interval, for people. */
  public static String shown(Map<String, Object> figures, String name) {
    return String.format(
        Locale.ROOT,
        "%.4f [%.3f, %.3f]",
        (Double) figures.get(name),
        (Double) figures.get(name + ":low"),
        (Double) figures.get(name + ":high"));
  }

  /** Whether this is an end of another figure's interval. */
  public static boolean isBound(String name) {
    return name.endsWith(":low") || name.endsWith(":high");
  }

  public static double round(double value) {
    return Math.round(value * 1e5) / 1e5;
  }

  public static double bit(boolean is) {
    return is ? 1 : 0;
  }
}
