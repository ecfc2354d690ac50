package cn.zhitong.assistant.department;

import cn.zhitong.common.jdbc.PlannedQuery;
import java.time.LocalDate;
import java.util.List;

/** What is asked of policies' responsibility brackets, for a look at how the database would. */
public final class DutyPlans {
  private DutyPlans() {}

  public static List<PlannedQuery> queries() {
    return List.of(
        PlannedQuery.everything(
            "政策写明的责任单位", on -> new MinedDutyStore(on).inForce(LocalDate.of(2026, 1, 1))));
  }
}
