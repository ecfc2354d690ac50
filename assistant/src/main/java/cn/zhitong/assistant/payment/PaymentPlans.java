package cn.zhitong.assistant.payment;

import cn.zhitong.common.jdbc.PlannedQuery;
import java.util.List;
import java.util.UUID;

/** What payments ask of enterprise files, for a look at how the database would do it. */
public final class PaymentPlans {
  private PaymentPlans() {}

  public static List<PlannedQuery> queries() {
    return List.of(
        PlannedQuery.chosen("拨付核对的全部申报", on -> on.transaction(PayableStore::all)),
        PlannedQuery.chosen("拨付核对的一件申报", on -> new PayableStore(on).byId(new UUID(0, 1))));
  }
}
