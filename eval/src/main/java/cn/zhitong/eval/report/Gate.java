package cn.zhitong.eval.report;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bound that a run must keep, such as {@code ndcg@10>=.9}.
 *
 * @param metric name as in metrics.json
 * @param operator one of {@code >=, >, <=, <}
 */
public record Gate(String metric, String operator, double bound) {
  private static final Pattern FORM =
      Pattern.compile("\\s*([\\w@.:-]+?)\\s*(>=|<=|>|<)\\s*([0-9.]+)\\s*");

  /**
   * @throws IllegalArgumentException when the text is no gate
   */
  public static Gate parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no gate; write it like 'ndcg@10>=.9'");
    }
    return new Gate(matcher.group(1), matcher.group(2), Double.parseDouble(matcher.group(3)));
  }

  /**
   * @throws IllegalArgumentException when the run has no such metric: a gate that cannot fail is
   *     none
   */
  public boolean holds(Map<String, ?> metrics) {
    if (!(metrics.get(metric) instanceof Number value)) {
      throw new IllegalArgumentException(
          "no metric '" + metric + "' in this run; there are " + metrics.keySet());
    }
    double is = value.doubleValue();
    return switch (operator) {
      case ">=" -> is >= bound;
      case ">" -> is > bound;
      case "<=" -> is <= bound;
      default -> is < bound;
    };
  }

  @Override
  public String toString() {
    return metric + operator + bound;
  }
}
