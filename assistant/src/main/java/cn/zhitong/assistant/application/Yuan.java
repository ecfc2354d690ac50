package cn.zhitong.assistant.application;

import cn.zhitong.assistant.web.Problem;
import java.math.BigDecimal;

/** Amounts: yuan for people, fen in the log and the database. */
final class Yuan {
  private static final int DECIMALS = 2;

  /** A thousand billion: more is a typing error. */
  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  private Yuan() {}

  /**
   * @param field that it was typed into
   * @throws Problem.InvalidRequest unless it is above 0 with at most two decimals
   */
  static long fen(BigDecimal yuan, String field) {
    boolean right =
        yuan.signum() > 0
            && yuan.stripTrailingZeros().scale() <= DECIMALS
            && yuan.compareTo(MOST) < 0;
    if (!right) {
      throw new Problem.InvalidRequest(field + "：应为大于 0 的金额（元），最多两位小数。");
    }
    return yuan.movePointRight(DECIMALS).longValueExact();
  }

  /** Null for null. */
  static BigDecimal of(Long fen) {
    if (fen == null) {
      return null;
    }
    BigDecimal yuan = BigDecimal.valueOf(fen, DECIMALS).stripTrailingZeros();
    return yuan.scale() < 0 ? yuan.setScale(0) : yuan;
  }

  static String text(long fen) {
    return of(fen).toPlainString();
  }
}
