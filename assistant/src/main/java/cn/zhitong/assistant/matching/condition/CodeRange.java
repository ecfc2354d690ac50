package cn.zhitong.assistant.matching.condition;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What lies in a place of GB/T 2260 or an industry of GB/T 4754, in terms of the codes' letters,
 * for engines that know no trees.
 *
 * @param prefix how every code within begins
 * @param coarser whole codes that hold this one: with such a fact it stays open
 */
public record CodeRange(String prefix, List<String> coarser) {
  private static final String PLACE = "\\d{6}";

  /** A zone's name stands for itself. */
  public static CodeRange ofPlace(String code) {
    if (!code.matches(PLACE)) {
      return new CodeRange(code, List.of());
    }
    String province = code.substring(0, 2);
    String city = code.substring(0, 4);
    if (code.endsWith("0000")) {
      return new CodeRange(province, List.of());
    }
    return code.endsWith("00")
        ? new CodeRange(city, List.of(province + "0000"))
        : new CodeRange(code, List.of(province + "0000", city + "00"));
  }

  public static CodeRange ofIndustry(String code) {
    String whole = IndustryCode.normal(code);
    return new CodeRange(
        whole, IntStream.range(1, whole.length()).mapToObj(n -> whole.substring(0, n)).toList());
  }
}
