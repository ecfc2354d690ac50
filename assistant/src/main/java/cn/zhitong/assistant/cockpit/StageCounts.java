package cn.zhitong.assistant.cockpit;

import cn.zhitong.assistant.report.Share;
import cn.zhitong.assistant.runtime.Infrastructure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs of enterprise and item at each stage, as they are counted; amounts are exact to the fen.
 */
final class StageCounts {
  /** 万元 of a fen: six digits. */
  private static final int WAN_DIGITS = 6;

  private static final double MOST = 0.9;

  private final LocalDate today;
  private final List<Long> days = new ArrayList<>();
  private int reach;
  private int reachedApplied;
  private int pushed;
  private int opened;
  private int applied;
  private int approved;
  private int paid;
  private int inTime;
  private int due;
  private long approvedFen;
  private long paidFen;

  StageCounts(LocalDate today) {
    this.today = today;
  }

  /**
   * What a stage came to.
   *
   * @param reach pairs that meet the conditions today
   * @param takeUp of those, how many have applied
   * @param approvedAmount in 万元, exact; so is paidAmount
   * @param medianDays from the application to the money; null where none has come
   * @param mostDays within which nine in ten had it (p90)
   * @param inTime among the instalments that were paid, and what is overdue still, how many came by
   *     the last day
   */
  record Row(
      String key,
      String name,
      int reach,
      int pushed,
      int opened,
      int applied,
      int approved,
      int paid,
      BigDecimal approvedAmount,
      BigDecimal paidAmount,
      Long medianDays,
      Long mostDays,
      Share inTime,
      Share takeUp) {}

  void met(boolean hasApplied) {
    reach++;
    reachedApplied += hasApplied ? 1 : 0;
  }

  void pushed(boolean wasOpened) {
    pushed++;
    opened += wasOpened ? 1 : 0;
  }

  void applied(ApplicationPairsStore.Applied one) {
    applied++;
    if (one.approvedAt() != null) {
      approved++;
      approvedFen += one.approvedFen() == null ? 0 : one.approvedFen();
    }
    if (one.paidOn() != null) {
      paid++;
      LocalDate asked = one.submittedAt().atZone(Infrastructure.ZONE).toLocalDate();
      days.add(ChronoUnit.DAYS.between(asked, one.paidOn()));
    }
    paidFen += one.paidFen();
    time(one);
  }

  private void time(ApplicationPairsStore.Applied one) {
    if (one.paymentDue() == null || one.approvedAt() == null) {
      return;
    }
    for (LocalDate day : one.paidDays()) {
      due++;
      inTime += day.isAfter(one.paymentDue()) ? 0 : 1;
    }
    due += one.owed() && one.paymentDue().isBefore(today) ? 1 : 0;
  }

  Row row(String key, String name) {
    return new Row(
        key,
        name,
        reach,
        pushed,
        opened,
        applied,
        approved,
        paid,
        wan(approvedFen),
        wan(paidFen),
        quantile(0.5),
        quantile(MOST),
        Share.of(inTime, due),
        Share.of(reachedApplied, reach));
  }

  /** The smallest number of days within which so many had it. */
  private Long quantile(double share) {
    if (days.isEmpty()) {
      return null;
    }
    List<Long> sorted = days.stream().sorted().toList();
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  private static BigDecimal wan(long fen) {
    BigDecimal wan = BigDecimal.valueOf(fen, WAN_DIGITS).stripTrailingZeros();
    return wan.scale() < 0 ? wan.setScale(0) : wan;
  }
}
