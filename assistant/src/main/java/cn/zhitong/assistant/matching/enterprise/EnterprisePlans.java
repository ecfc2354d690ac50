package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.matching.condition.CandidateFilter;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.PlannedQuery;
import cn.zhitong.common.json.StandardJson;
import java.time.Instant;
import java.util.List;

/** What is asked of enterprise files, for a look at how the database would do it. */
public final class EnterprisePlans {
  /** Of no enterprise. */
  private static final CreditCode CODE = new CreditCode("000000000000000000");

  private static final CandidateFilter IN_PLACE =
      new CandidateFilter("region is null or region like ?", List.of("3501%"));
  private static final int PAGE = 100;

  private EnterprisePlans() {}

  public static List<PlannedQuery> queries() {
    return List.of(
        PlannedQuery.chosen("一家企业的档案", on -> store(on).file(CODE)),
        PlannedQuery.chosen("几家企业的档案", on -> store(on).files(List.of("A", "B"))),
        PlannedQuery.chosen("事项的候选企业", on -> store(on).each(IN_PLACE, PAGE, file -> {})),
        PlannedQuery.chosen("事项不涉及的企业数", on -> store(on).dropped(IN_PLACE)),
        PlannedQuery.chosen("企业列表", on -> store(on).list("A", PAGE, 0)),
        PlannedQuery.chosen("企业列表的家数", on -> store(on).count("A")),
        PlannedQuery.chosen("企业总数", on -> store(on).count()),
        PlannedQuery.chosen("档案是否有变", on -> store(on).version()),
        PlannedQuery.everything("企业所在地", on -> store(on).placed()),
        PlannedQuery.chosen("档案的变更记录", on -> store(on).history(CODE)),
        PlannedQuery.chosen("档案的查阅记录", on -> store(on).reads(CODE)),
        PlannedQuery.chosen("清除一家企业的档案", on -> store(on).erase(CODE, "", Instant.EPOCH)),
        PlannedQuery.chosen("企业的联系方式", on -> new EnterpriseContactStore(on).contact(CODE.value())));
  }

  private static EnterpriseStore store(Jdbc on) {
    return new EnterpriseStore(on, StandardJson.MAPPER, List.of());
  }
}
