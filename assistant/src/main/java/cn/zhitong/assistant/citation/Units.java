package cn.zhitong.assistant.citation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** Units as texts write them, and what they come to. */
final class Units {
  /** Longest first where one begins another. */
  static final String PATTERN =
      "个?工作日|千瓦(?!时)|兆瓦|个?自然日|个?小时|个?季度|个?星期|个?百分点|分钟|千瓦时|平方米|平方公里|立方米|公里|千米|厘米|毫米|公斤|千克|毫升"
          + "|美元|美金|欧元|港元|日元|周岁|人次|家次|户次|条次|场次|批次|个?月|元|年|天|日|周|岁|吨|克|升|度|米|亩|倍|℃"
          + "|人|名|位|家|户|件|项|条|个|种|类|张|份|批|台|套|辆|只|支|本|门|所|处|座|栋|间|层|场|期|轮|次|步|级|档|字|页|章|节|款|届|辈|届|分";

  private static final Set<String> PEOPLE = Set.of("人", "名", "位", "人次");
  private static final Set<String> FIRMS = Set.of("家", "户", "家次", "户次");
  private static final Set<String> EVENTS = Set.of("次", "场", "期", "轮", "场次");
  private static final Set<String> PIECES =
      Set.of("件", "项", "条", "种", "类", "张", "份", "批", "条次", "批次");
  private static final Map<String, Amount> PERIODS =
      Map.of(
          "年", new Amount(12, "月"),
          "季度", new Amount(1, "季度"),
          "月", new Amount(1, "月"),
          "周", new Amount(7, "日"),
          "星期", new Amount(7, "日"),
          "天", new Amount(1, "日"),
          "日", new Amount(1, "日"),
          "自然日", new Amount(1, "日"),
          "小时", new Amount(60, "分钟"));
  private static final Map<String, String> SAME =
      Map.of("千米", "公里", "千克", "公斤", "周岁", "岁", "美金", "美元");

  private Units() {}

  record Amount(int factor, String unit) {}

  /** The unit that values are compared in. */
  static String normal(String written) {
    String unit = bare(written);
    if (PERIODS.containsKey(unit)) {
      return PERIODS.get(unit).unit();
    }
    if (PEOPLE.contains(unit)) {
      return "人";
    }
    if (FIRMS.contains(unit)) {
      return "家";
    }
    if (EVENTS.contains(unit)) {
      return "次";
    }
    return PIECES.contains(unit) ? "件" : SAME.getOrDefault(unit, unit);
  }

  /** How many of {@link #normal} units one is. */
  static BigDecimal factor(String written) {
    Amount period = PERIODS.get(bare(written));
    return BigDecimal.valueOf(period == null ? 1 : period.factor());
  }

  static boolean isCount(String normal) {
    return Set.of("人", "家", "次", "件", "个").contains(normal);
  }

  private static String bare(String written) {
    return written.length() > 1 && written.startsWith("个") ? written.substring(1) : written;
  }
}
