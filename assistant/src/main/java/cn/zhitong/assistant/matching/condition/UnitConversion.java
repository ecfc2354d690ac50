package cn.zhitong.assistant.matching.condition;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Amounts in the unit of the leaf. No currency is converted. */
final class UnitConversion {
  private record Scale(String kind, BigDecimal factor) {}

  private static final Map<String, Scale> SCALES =
      Map.ofEntries(
          Map.entry("元", new Scale("CNY", BigDecimal.ONE)),
          Map.entry("千元", new Scale("CNY", BigDecimal.valueOf(1_000))),
          Map.entry("万元", new Scale("CNY", BigDecimal.valueOf(10_000))),
          Map.entry("亿元", new Scale("CNY", BigDecimal.valueOf(100_000_000))),
          Map.entry("美元", new Scale("USD", BigDecimal.ONE)),
          Map.entry("万美元", new Scale("USD", BigDecimal.valueOf(10_000))),
          Map.entry("share", new Scale("share", BigDecimal.ONE)),
          Map.entry("%", new Scale("share", new BigDecimal("0.01"))),
          Map.entry("年", new Scale("years", BigDecimal.valueOf(12))),
          Map.entry("个月", new Scale("years", BigDecimal.ONE)));

  private UnitConversion() {}

  /** The value in the wanted unit; a missing unit is taken to be the other's. */
  static Optional<BigDecimal> convert(BigDecimal value, String from, String to) {
    if (from == null || to == null || from.equals(to)) {
      return Optional.of(value);
    }
    Scale given = SCALES.get(from);
    Scale wanted = SCALES.get(to);
    if (given == null && wanted == null) {
      // 人, 件, 项, 家: counts go by many names.
      return Optional.of(value);
    }
    if (given == null || wanted == null || !given.kind().equals(wanted.kind())) {
      return Optional.empty();
    }
    return Optional.of(
        value.multiply(given.factor()).divide(wanted.factor(), java.math.MathContext.DECIMAL128));
  }
}
