package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Operator;
import java.util.regex.Pattern;

/** Bounds whose direction the words beside the figure do not say: 成立五年内, 人数可放宽至100人. */
final class UnwordedBound {
  /** What must not be too much: easing it lets more through. */
  private static final Pattern UPPER =
      Pattern.compile("(?:裁员|减员|负债|不良|逾期|损耗|能耗|排放|亏损|年龄|期限|贷款|授信|利率|租金|费率)[^，。；]{0,10}$");

  private static final Pattern SINCE_BEGINNING =
      Pattern.compile("(?:成立|设立|毕业|创办|注册(?:登记)?|登记(?:注册)?)(?:时间|年限)?(?:在|未满|不满)?$");

  private static final Pattern OF_MORE = Pattern.compile("可?放宽.*");

  private UnwordedBound() {}

  /**
   * 「成立五年内」; null where the words say of no beginning.
   *
   * @param before the words before the figure
   * @param behind those behind its unit
   */
  static Operator within(String before, String behind) {
    return behind.startsWith("内") && SINCE_BEGINNING.matcher(before).find()
        ? Operator.AT_MOST
        : null;
  }

  /**
   * 「参会人数可放宽至100人」 asks fewer; 「年龄可放宽至50周岁」 lets older ones in.
   *
   * @param before the words before the figure, its bound included
   * @param bound the words of the bound
   * @param op what they are taken for
   */
  static Operator eased(String before, String bound, QuantityKind kind, String unit, Operator op) {
    boolean years = kind == QuantityKind.YEARS || unit != null && unit.endsWith("岁");
    if (years || op == null || !OF_MORE.matcher(bound).matches()) {
      return op;
    }
    String subject = before.substring(0, Math.max(0, before.lastIndexOf(bound)));
    return UPPER.matcher(subject).find() ? op : Operator.AT_LEAST;
  }
}
