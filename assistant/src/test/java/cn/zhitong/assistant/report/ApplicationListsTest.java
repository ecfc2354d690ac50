package cn.zhitong.assistant.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhitong.assistant.application.ApplicationStatus;
import cn.zhitong.assistant.report.ApplicationFactStore.ApplicationFact;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApplicationListsTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 6, 10);
  private static final LocalDate BEFORE = TODAY.minusDays(1);
  private static final UUID ITEM = new UUID(0, 1);

  private int number;

  @Test
  void reasons_tellLateOffices_unpaidMoney_andClaims() {
    ApplicationLists lists =
        lists(
            fact("甲", ApplicationStatus.REVIEWING, BEFORE, null, 0, 0),
            fact("甲", ApplicationStatus.REVIEWING, TODAY, null, 0, 0),
            fact("乙", ApplicationStatus.APPROVED, BEFORE, 100L, 40, 1),
            fact("丙", ApplicationStatus.CLOSED, null, 100L, 100, 0));
    assertThat(lists.reasons())
        .containsExactly(
            entry("甲", List.of("1件申报超期未办")), entry("乙", List.of("1件申报逾期未拨付", "1件申报反映资金未到账")));
  }

  @Test
  void needs_ofAnOffice_areWhatWaitsForIt() {
    ApplicationLists lists =
        lists(
            fact("甲", ApplicationStatus.SUBMITTED, TODAY, null, 0, 0),
            fact("乙", ApplicationStatus.CORRECTION, null, null, 0, 0),
            fact("丙", ApplicationStatus.PUBLICITY, null, null, 0, 0),
            fact("丁", ApplicationStatus.APPROVED, TODAY, 100L, 0, 0),
            fact("戊", ApplicationStatus.PAID, null, 100L, 100, 0));
    assertThat(lists.needs())
        .extracting(ListsReport.Need::enterprise, ListsReport.Need::text)
        .containsExactly(tuple("甲", "等待办理"), tuple("丁", "已批准，待拨付"));
    assertThat(lists.needs().get(0).caseId()).isNull();
    assertThat(lists.needs().get(0).applicationId()).isNotNull();
  }

  @Test
  void tasks_sayWhy_andWhatToDo() {
    List<ListsReport.Task> tasks =
        lists(
                fact("甲", ApplicationStatus.APPROVED, BEFORE, 100L, 0, 2),
                fact("乙", ApplicationStatus.REVIEWING, BEFORE, null, 0, 0),
                fact("丙", ApplicationStatus.REVIEWING, TODAY, null, 0, 0))
            .tasks();
    assertThat(tasks).hasSize(2);
    assertThat(tasks.get(0).reasons()).containsExactly("逾期未拨付", "企业反映资金未到账2次");
    assertThat(tasks.get(0).action()).isEqualTo("督促拨付并核对到账");
    assertThat(tasks.get(1).reasons()).containsExactly("超期未办");
    assertThat(tasks.get(1).action()).isEqualTo("督促市经信局办理");
    assertThat(tasks.get(1).supporting()).containsExactly("市财政局");
  }

  @Test
  void issues_ofAnItem_needThree_andAThirdOfThem() {
    ApplicationFact late = fact("甲", ApplicationStatus.REVIEWING, BEFORE, null, 0, 0);
    ApplicationFact fine = fact("乙", ApplicationStatus.PAID, null, 100L, 100, 0);
    assertThat(lists(late, fine).issues()).isEmpty();
    assertThat(lists(late, fine, fine, fine).issues()).isEmpty();
    ApplicationLists.ItemIssue issue = lists(late, fine, fine).issues().get(0);
    assertThat(issue.marks()).containsExactly("超期集中");
    assertThat(issue.filed()).isEqualTo(3);
    assertThat(issue.late()).isEqualTo(1);
    ApplicationFact claimed = fact("丙", ApplicationStatus.APPROVED, TODAY, 100L, 0, 1);
    assertThat(lists(claimed, fine, fine, fine, fine).issues().get(0).marks())
        .containsExactly("反映资金未到账");
  }

  private static ApplicationLists lists(ApplicationFact... facts) {
    return new ApplicationLists(List.of(facts), TODAY);
  }

  private ApplicationFact fact(
      String enterprise,
      ApplicationStatus state,
      LocalDate due,
      Long approved,
      long paid,
      int claims) {
    return new ApplicationFact(
        new UUID(1, ++number),
        "SB" + number,
        ITEM,
        "用工补贴",
        enterprise,
        "350102",
        "市经信局",
        "市经信局",
        List.of("市经信局", "市财政局"),
        state,
        due,
        due,
        approved,
        paid,
        0,
        false,
        claims);
  }
}
