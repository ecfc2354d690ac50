package cn.zhitong.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingTest {
  @Test
  void ndcg_ofTheIdealOrder_isOne() {
    assertThat(Ranking.ndcg(List.of("a", "b", "x"), Map.of("a", 2, "b", 1), 10)).isEqualTo(1);
  }

  @Test
  void ndcg_atLowerRanks_isDiscountedByTheLogarithm() {
    assertThat(Ranking.ndcg(List.of("x", "a"), Map.of("a", 1), 10))
        .isCloseTo(1 / (Math.log(3) / Math.log(2)), within(1e-12));
  }

  @Test
  void ranking_beyondK_doesNotCount() {
    assertThat(Ranking.ndcg(List.of("x", "y", "a"), Map.of("a", 1), 2)).isZero();
    assertThat(Ranking.recall(List.of("a", "x", "b"), Map.of("a", 1, "b", 1), 2)).isEqualTo(.5);
    assertThat(Ranking.reciprocalRank(List.of("x", "a"), Map.of("a", 1), 10)).isEqualTo(.5);
  }

  @Test
  void idealList_beyondK_isCutToo() {
    Map<String, Integer> many = Map.of("a", 1, "b", 1, "c", 1);
    assertThat(Ranking.ndcg(List.of("a"), many, 1)).isEqualTo(1);
  }

  @Test
  void ranking_ofNothingFound_isZero() {
    assertThat(Ranking.all(List.of(), Map.of("a", 1)).values()).containsOnly(0.0);
  }
}
