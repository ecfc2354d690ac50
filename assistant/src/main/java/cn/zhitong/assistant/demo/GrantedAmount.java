package cn.zhitong.assistant.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an item of the demo grants an enterprise, by the item's own words. */
final class GrantedAmount {
  /** 20万元, 每家5万元, 一次性50万元: each gets as much. */
  private static final Pattern FIXED = Pattern.compile("(?:每家|一次性)?(\\d{1,4})万元");

  /** 每人1000元, 每件1万元, 每人每月1100元. */
  private static final Pattern EACH = Pattern.compile("每(?:人每月|人|件|月)(\\d{1,6})(万?)元");

  private static final Pattern BOUND = Pattern.compile("(?:最高|不超过)(\\d{1,4})万元");
  private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

  /** What a share of costs comes to, where only a bound is told. */
  private static final BigDecimal USUAL_MOST = BigDecimal.valueOf(100_000);

  private static final long FIRST_FEN = 1_000_000;

  /** So that few amounts are the same, and fen occur. */
  private static final long FEN_MORE = 13_725;

  private GrantedAmount() {}

  /**
   * @param words of the item
   * @param index of the application
   * @return yuan, to the fen
   */
  static BigDecimal of(String words, int index) {
    BigDecimal drawn = BigDecimal.valueOf(FIRST_FEN + FEN_MORE * index, 2);
    Matcher fixed = FIXED.matcher(words);
    if (fixed.matches()) {
      return wan(fixed.group(1));
    }
    Matcher each = EACH.matcher(words);
    if (each.find()) {
      BigDecimal one = each.group(2).isEmpty() ? new BigDecimal(each.group(1)) : wan(each.group(1));
      return one.multiply(BigDecimal.valueOf(2 + index % 8)).setScale(2);
    }
    Matcher bound = BOUND.matcher(words);
    return bound.find()
        ? wan(bound.group(1))
            .min(USUAL_MOST)
            .multiply(BigDecimal.valueOf(4_000 + 37L * (index % 120), 4))
            .setScale(2, RoundingMode.DOWN)
        : drawn;
  }

  private static BigDecimal wan(String figure) {
    return new BigDecimal(figure).multiply(WAN).setScale(2);
  }
}
