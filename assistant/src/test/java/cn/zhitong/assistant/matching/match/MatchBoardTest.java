package cn.zhitong.assistant.matching.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatchBoardTest {
  @Test
  void items_ofManyOpenPairs_standBehindThoseThatMoreEnterprisesMeet() {
    MatchBoard.ItemReach met = reach("met", 2, 0);
    MatchBoard.ItemReach open = reach("open", 1, 5_000);
    MatchBoard.ItemReach less = reach("less", 1, 4_000);

    assertThat(List.of(less, open, met).stream().sorted(MatchBoard.MOST_MET_FIRST))
        .containsExactly(met, open, less);
  }

  private static MatchBoard.ItemReach reach(String id, long met, long unknown) {
    return new MatchBoard.ItemReach(id, id, null, null, null, met, unknown, 0, null, null, null);
  }
}
