package cn.zhitong.assistant.payment;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What of the items' budgets is paid, with the rows that are being checked. */
final class BudgetUse {
  private final Map<Key, BudgetStore.Use> uses = new HashMap<>();
  private final Map<Key, Long> more = new HashMap<>();

  private record Key(UUID item, int year) {}

  BudgetUse(Collection<BudgetStore.Use> uses) {
    for (BudgetStore.Use one : uses) {
      this.uses.put(new Key(one.itemId(), one.year()), one);
    }
  }

  /**
   * Counts a payment; negative for one that came back.
   *
   * @return what is told, in Chinese, where the budget does not suffice for it
   */
  Optional<String> beyond(UUID item, int year, long fen) {
    Key key = new Key(item, year);
    BudgetStore.Use use = uses.get(key);
    if (use == null || use.budgetFen() == null) {
      return Optional.empty();
    }
    long paid = use.paidFen() + more.merge(key, fen, Long::sum);
    return paid <= use.budgetFen()
        ? Optional.empty()
        : Optional.of(
            "“"
                + use.title()
                + "”"
                + year
                + " 年连同这一笔已拨付 "
                + AmountReader.yuan(paid)
                + "，超过预算 "
                + AmountReader.yuan(use.budgetFen())
                + "；请核对预算或追加");
  }
}
