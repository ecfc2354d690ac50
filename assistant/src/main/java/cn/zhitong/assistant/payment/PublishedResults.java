package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.matching.enterprise.EnterpriseMask;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What anybody may read of who got what: after approval and publicity, and after the item's
 * embargo. Names of sole proprietors and persons are masked as personal data is; credit codes are
 * shown in part.
 */
@ApplicationScoped
class PublishedResults {
  private static final int LONGEST_CORRECTION = 500;

  private final ResultStore store;
  private final Clock clock;

  PublishedResults(ResultStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A result; amounts in yuan.
   *
   * @param amount that was approved; null where it is no money
   * @param day of the payment, or of the approval where nothing is paid yet
   * @param corrections what was said of it afterwards, the oldest first
   */
  record Published(
      UUID applicationId,
      String name,
      String creditCode,
      UUID itemId,
      String item,
      String region,
      BigDecimal amount,
      BigDecimal paid,
      LocalDate day,
      String stateLabel,
      List<ResultStore.Correction> corrections) {}

  /**
   * What narrows the list; null is no matter.
   *
   * @param regionPrefix first digits of the region's code
   */
  record Wanted(UUID item, String regionPrefix, Integer year) {}

  List<Published> page(Wanted wanted, int limit, long offset) {
    return store.page(wanted, LocalDate.now(clock), limit, offset).stream()
        .map(PublishedResults::masked)
        .toList();
  }

  int count(Wanted wanted) {
    return store.count(wanted, LocalDate.now(clock));
  }

  private static Published masked(ResultStore.Result one) {
    return new Published(
        one.applicationId(),
        EnterpriseMask.published(one.name(), one.creditCode()),
        EnterpriseMask.code(one.creditCode()),
        one.itemId(),
        one.item(),
        one.region(),
        one.approvedFen() == null ? null : BigDecimal.valueOf(one.approvedFen(), 2),
        BigDecimal.valueOf(one.paidFen(), 2),
        one.day(),
        one.paidFen() > 0 ? "已拨付" : "待拨付",
        one.corrections());
  }

  /**
   * Puts a correction beside a published result, for good.
   *
   * @throws Problem.NotFound where no such result is public
   */
  void correct(UUID application, String text, String by) {
    String plain = text == null ? "" : text.strip();
    if (plain.isEmpty() || plain.length() > LONGEST_CORRECTION) {
      throw new Problem.InvalidRequest("text：请写明更正的内容，最多 " + LONGEST_CORRECTION + " 字。");
    }
    if (!store.isPublic(application, LocalDate.now(clock))) {
      throw new Problem.NotFound("没有公开过这件申报的结果。");
    }
    store.correct(application, PersonalData.mask(plain), by, clock.instant());
  }

  /** Keeps an item's results back until a day; null lifts it. */
  void embargo(UUID item, LocalDate until, String by) {
    if (until == null) {
      store.lift(item);
    } else {
      store.embargo(item, until, by, clock.instant());
    }
  }

  List<ResultStore.Embargo> embargoes() {
    return store.embargoes();
  }
}
