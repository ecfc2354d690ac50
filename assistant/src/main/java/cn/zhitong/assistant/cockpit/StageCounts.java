package cn.zhitong.assistant.cockpit;

import cn.zhitong.assistant.report.Share;

/** Pairs of enterprise and item at each stage, as they are counted. */
final class StageCounts {
  /** No more decimals than the payment has. */
  private static final double YUAN_A_WAN = 10_000;

  private int reach;
  private int reachedApplied;
  private int pushed;
  private int opened;
  private int applied;
  private int approved;
  private int paid;
  private double paidYuan;

  /**
   * What a stage came to.
   *
   * @param reach pairs that meet the conditions today
   * @param takeUp of those, how many have applied
   * @param applied null where applications are not handled here; so with the stages after it
   * @param paidAmount in 万元
   */
  record Row(
      String key,
      String name,
      int reach,
      int pushed,
      int opened,
      Integer applied,
      Integer approved,
      Integer paid,
      Double paidAmount,
      Share takeUp) {}

  void met(boolean hasApplied) {
    reach++;
    reachedApplied += hasApplied ? 1 : 0;
  }

  void pushed(boolean wasOpened) {
    pushed++;
    opened += wasOpened ? 1 : 0;
  }

  void applied(AppliedPairs.Applied one) {
    applied++;
    approved += one.approvedAt() == null ? 0 : 1;
    paid += one.paidOn() == null ? 0 : 1;
    paidYuan += one.paidYuan();
  }

  Row row(String key, String name, boolean applications) {
    return new Row(
        key,
        name,
        reach,
        pushed,
        opened,
        applications ? applied : null,
        applications ? approved : null,
        applications ? paid : null,
        applications ? Math.round(paidYuan / YUAN_A_WAN * 100) / 100.0 : null,
        applications ? Share.of(reachedApplied, reach) : null);
  }
}
