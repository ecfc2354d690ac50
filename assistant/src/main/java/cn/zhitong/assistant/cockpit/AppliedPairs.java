package cn.zhitong.assistant.cockpit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the cockpit asks of applications. */
interface AppliedPairs {
  /**
   * An application for an item; region, industry and scale as of filing, each may be null.
   *
   * @param approvedAt null where it is not, or not yet
   * @param paidOn null where no money has come
   * @param paidYuan what has come
   */
  record Applied(
      String creditCode,
      UUID itemId,
      String title,
      String region,
      String industry,
      String scale,
      Instant submittedAt,
      Instant approvedAt,
      LocalDate paidOn,
      double paidYuan) {}

  /** Whether applications are handled here at all: without them, stages after 已读 are not known. */
  boolean present();

  /** Those submitted within the time; {@code to} is exclusive. */
  List<Applied> between(Instant from, Instant to);
}
