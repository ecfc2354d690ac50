package cn.zhitong.assistant.application;

import cn.zhitong.common.text.ChineseNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The most that an item's amount allows, read from its words: 最高50万元 is 50 万元, 每人1000元 is no bound
 * on what an enterprise gets, nor is a share alone.
 */
final class AmountCap {
  private static final Pattern MONEY =
      Pattern.compile("([0-9][0-9.,]{0,14}|[一二三四五六七八九十百千两零〇]{1,8})\\s?((?:亿|千万|百万|十万|万|千)?)元");
  private static final Pattern BOUND = Pattern.compile("最高|不超过|上限|封顶|限额|最多");

  /** 每平方米最高30元, 最高1000元/项: of one of many. */
  private static final Pattern EACH = Pattern.compile("每(?!家|户|个?企业|个?申报|年)");

  /** What all enterprises get together. */
  private static final Pattern TOGETHER = Pattern.compile("总额|总量|预算|总计|资金池|总规模");

  private static final Pattern RATE = Pattern.compile("每|/|%|％|百分之|倍");
  private static final int FEN_DECIMALS = 2;

  /** How far before an amount the word stands that makes it a bound. */
  private static final int REACH = 12;

  private AmountCap() {}

  /** Fen; empty where the words give no bound. */
  static Optional<Long> fen(String amount) {
    if (amount == null) {
      return Optional.empty();
    }
    List<BigDecimal> all = new ArrayList<>();
    List<BigDecimal> bounds = new ArrayList<>();
    Matcher money = MONEY.matcher(amount);
    while (money.find()) {
      BigDecimal yuan = yuan(money.group(1), money.group(2));
      String before = amount.substring(Math.max(0, money.start() - REACH), money.start());
      if (yuan == null || TOGETHER.matcher(before).find()) {
        continue;
      }
      all.add(yuan);
      String after = amount.substring(money.end(), Math.min(amount.length(), money.end() + 4));
      boolean one =
          !EACH.matcher(before).find()
              && !after.startsWith("/")
              && !after.startsWith("／")
              && !EACH.matcher(after).lookingAt();
      if (one && BOUND.matcher(before).find()
          || one && (after.contains("封顶") || after.contains("以内"))) {
        bounds.add(yuan);
      }
    }
    List<BigDecimal> of = bounds.isEmpty() && !RATE.matcher(amount).find() ? all : bounds;
    return of.stream().max(BigDecimal::compareTo).map(AmountCap::toFen);
  }

  private static BigDecimal yuan(String number, String unit) {
    return ChineseNumber.figure(number)
        .map(value -> value.multiply(ChineseNumber.multiplier(unit)))
        .orElse(null);
  }

  private static Long toFen(BigDecimal yuan) {
    return yuan.movePointRight(FEN_DECIMALS).longValue();
  }
}
