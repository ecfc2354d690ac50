package cn.zhitong.ingest.store;

import cn.zhitong.common.jdbc.PlannedQuery;
import cn.zhitong.ingest.policy.PolicyId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the library asks of passages and clauses, for a look at how the database would do it. */
public final class LibraryPlans {
  private static final UUID ID = new UUID(0, 1);
  private static final PolicyId POLICY = new PolicyId(ID);

  private LibraryPlans() {}

  public static List<PlannedQuery> queries() {
    return List.of(
        PlannedQuery.chosen("一份政策的条款", on -> new LibraryStore(on).clauses(POLICY)),
        PlannedQuery.chosen("一份政策的片段数", on -> new LibraryStore(on).passages(POLICY)),
        PlannedQuery.chosen("写明责任单位的政策", on -> new LibraryStore(on).withResponsibilities()),
        PlannedQuery.chosen(
            "改一份政策的有效期",
            on ->
                on.transaction(
                    session -> new ValidityStore(session, Instant.EPOCH).date(ID, null, null))));
  }
}
