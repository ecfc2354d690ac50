package cn.zhitong.eval.items;

import cn.zhitong.eval.report.RunFigures;
import java.util.List;
import java.util.Locale;

/**
 * One figure of a run.
 *
 * @param name as gates and metrics.json have it
 * @param counts what was divided, such as {@code 243/253}; empty for a count
 * @param meaning in Chinese, for people
 */
record ItemFigure(String name, Number value, String counts, String meaning) {

  static ItemFigure count(String name, int count, String meaning) {
    return new ItemFigure(name, count, "", meaning);
  }

  static ItemFigure share(String name, int part, int whole, String meaning) {
    double share = whole == 0 ? 0 : (double) part / whole;
    return new ItemFigure(name, RunFigures.round(share), part + "/" + whole, meaning);
  }

  String shown() {
    return value instanceof Integer
        ? value.toString()
        : String.format(Locale.ROOT, "%.3f", value.doubleValue());
  }

  List<String> cells() {
    return List.of(name, shown(), counts, meaning);
  }
}
