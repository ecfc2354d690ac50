package cn.zhitong.assistant.triage.learn;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.appeal.AppealDocument;
import cn.zhitong.assistant.appeal.HanLpWords;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class DutyIndexTest {
  private static AppealDocument appeal(String text, float... vector) {
    return new AppealDocument("", text, HanLpWords.of(text), vector);
  }

  @Test
  void owners_withoutDuties_areNone() {
    assertThat(new DutyIndex(List.of()).bestByOwner(appeal("停电了", 1, 0))).isEmpty();
  }

  @Test
  void owners_byWordsAndMeaning_areRankedByBoth() {
    DutyIndex index =
        new DutyIndex(
            List.of(
                new DutyIndex.Duty("供电", "供电线路抢修", new float[] {1, 0}, null),
                new DutyIndex.Duty("供电", "电费收缴", new float[] {.8f, .6f}, null),
                new DutyIndex.Duty("教育", "中小学入学和招生", new float[] {0, 1}, null)));
    List<DutyIndex.Match> matches = index.bestByOwner(appeal("供电线路坏了请抢修", 1, 0));
    assertThat(matches).hasSize(2);
    DutyIndex.Match best =
        matches.stream().max(Comparator.comparingDouble(DutyIndex.Match::score)).orElseThrow();
    assertThat(best.duty().text()).isEqualTo("供电线路抢修");
    assertThat(best.words()).isPositive();
    assertThat(best.meaning()).isPositive();
  }
}
