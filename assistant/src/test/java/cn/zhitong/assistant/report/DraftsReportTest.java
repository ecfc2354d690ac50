package cn.zhitong.assistant.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What became of drafts, worked out by hand. */
class DraftsReportTest {
  private static final Period MARCH =
      new Period(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 31), null);

  private static DraftsStore.Sent sent(
      String department, boolean unchanged, Double share, Integer characters) {
    return new DraftsStore.Sent(department, "咨询", unchanged, share, characters);
  }

  @Test
  void shares_ofDraftedReplies_haveQuartilesByNearestRank() {
    DraftsReport report =
        DraftsReport.of(
            MARCH,
            List.of(
                sent("甲局", true, 0d, 0),
                sent("甲局", false, .1, 12),
                sent("甲局", false, .4, 60),
                sent("乙局", false, .9, 200),
                sent("乙局", false, null, null)));
    DraftsReport.Counts total = report.total();
    assertThat(total.replies()).isEqualTo(5);
    assertThat(total.drafted().hits()).isEqualTo(4);
    assertThat(total.unchanged().hits()).isEqualTo(1);
    assertThat(total.unchanged().of()).isEqualTo(4);
    assertThat(total.editShare()).isEqualTo(new DraftsReport.Quartiles(0, .1, .4));
    assertThat(total.editDistance()).isEqualTo(12);
    assertThat(report.byDepartment())
        .extracting(DraftsReport.Line::name)
        .containsExactlyInAnyOrder("甲局", "乙局");
    assertThat(report.byCategory()).hasSize(1);
  }

  @Test
  void replies_withoutDrafts_haveNoShares() {
    DraftsReport report = DraftsReport.of(MARCH, List.of(sent(null, false, null, null)));
    assertThat(report.total().editShare()).isNull();
    assertThat(report.total().editDistance()).isNull();
    assertThat(report.total().unchanged().value()).isNull();
    assertThat(report.byDepartment().get(0).name()).isEqualTo("未定部门");
  }
}
