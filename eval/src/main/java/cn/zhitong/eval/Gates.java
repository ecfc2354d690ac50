package cn.zhitong.eval;

import cn.zhitong.eval.report.Gate;
import cn.zhitong.eval.report.RunFigures;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Prints a run's figures and tells whether its gates hold. */
final class Gates {
  /** Exit code of a run whose gates do not hold. */
  private static final int MISSED = 3;

  private Gates() {}

  static int check(List<String> gates, Map<String, Object> metrics, Path out) {
    metrics.forEach(
        (name, value) -> {
          if (!RunFigures.isBound(name)) {
            System.out.println(name + " " + value);
          }
        });
    return keep(gates, metrics, out);
  }

  /** The same for a run that printed its figures itself. */
  static int keep(List<String> gates, Map<String, Object> metrics, Path out) {
    System.out.println("report " + out.resolve("report.html").toAbsolutePath());
    int exit = 0;
    for (String text : gates) {
      Gate gate = Gate.parse(text);
      boolean holds = gate.holds(metrics);
      System.out.println("gate " + gate + (holds ? " holds" : " MISSED"));
      exit = holds ? exit : MISSED;
    }
    return exit;
  }
}
