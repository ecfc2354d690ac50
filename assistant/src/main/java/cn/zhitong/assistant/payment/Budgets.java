package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Budgets of items, and who goes beyond them. */
@ApplicationScoped
class Budgets {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private final BudgetStore store;
  private final Clock clock;

  Budgets(BudgetStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * An item's year, amounts in yuan.
   *
   * @param budget null where none was set; so are those that depend on it
   * @param left of the budget, after what has been paid
   * @param unpromised of the budget, after what has been approved
   * @param warning where more was approved than there is
   */
  record Budget(
      UUID itemId,
      int year,
      String title,
      BigDecimal budget,
      int approvals,
      BigDecimal approved,
      BigDecimal paid,
      BigDecimal left,
      BigDecimal unpromised,
      String warning) {
    private static Budget of(BudgetStore.Use one) {
      Long budget = one.budgetFen();
      return new Budget(
          one.itemId(),
          one.year(),
          one.title(),
          budget == null ? null : yuan(budget),
          one.approvals(),
          yuan(one.approvedFen()),
          yuan(one.paidFen()),
          budget == null ? null : yuan(budget - one.paidFen()),
          budget == null ? null : yuan(budget - one.approvedFen()),
          budget == null || one.approvedFen() <= budget
              ? null
              : "“"
                  + one.title()
                  + "”"
                  + one.year()
                  + " 年已批准 "
                  + AmountReader.yuan(one.approvedFen())
                  + "，超过预算 "
                  + AmountReader.yuan(budget)
                  + " 达 "
                  + AmountReader.yuan(one.approvedFen() - budget));
    }

    private static BigDecimal yuan(long fen) {
      return BigDecimal.valueOf(fen, 2);
    }
  }

  /**
   * @throws Problem.NotFound where there is no such item
   * @throws Problem.InvalidRequest where year or amount are none
   */
  void put(UUID item, Integer year, BigDecimal amount, String by) {
    if (!store.itemExists(item)) {
      throw new Problem.NotFound("没有编号为 " + item + " 的事项。");
    }
    if (year == null || year < FIRST_YEAR || year > LAST_YEAR) {
      throw new Problem.InvalidRequest("year：请填写预算年度，如 2026。");
    }
    if (amount == null || amount.signum() < 0 || amount.precision() - amount.scale() > 13) {
      throw new Problem.InvalidRequest("amount：请填写预算金额，单位元，不能为负。");
    }
    if (amount.stripTrailingZeros().scale() > 2) {
      throw new Problem.InvalidRequest("amount：金额最多到分。");
    }
    store.put(item, year, amount.movePointRight(2).longValueExact(), by, clock.instant());
  }

  List<Budget> all(Integer year, List<String> offices) {
    return store.uses(year, offices).stream().map(Budget::of).toList();
  }

  /** Items of which more was approved than there is. */
  List<String> warnings() {
    return warnings(all(null, null));
  }

  static List<String> warnings(List<Budget> budgets) {
    return budgets.stream().map(Budget::warning).filter(Objects::nonNull).toList();
  }
}
