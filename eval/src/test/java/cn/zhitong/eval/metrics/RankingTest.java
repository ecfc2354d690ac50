package cn.zhitong.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final Map<String, Integer> JUDGEMENTS = Map.of("a", 2, "b", 1, "far", 1);
  private static final List<Double> TIED = List.of(9.0, 5.0, 5.0 - 1e-9, 5.0 - 2e-8, 1.0);

  @Test
  void ndcg_ofTheIdealOrder_isOne() {
    assertThat(Ranking.inOrder(List.of("a", "b", "x"), Map.of("a", 2, "b", 1)).ndcg(10))
        .isEqualTo(1);
  }

  @Test
  void ndcg_atLowerRanks_isDiscountedByTheLogarithm() {
    assertThat(Ranking.inOrder(List.of("x", "a"), Map.of("a", 1)).ndcg(10))
        .isCloseTo(1 / (Math.log(3) / Math.log(2)), within(1e-12));
  }

  @Test
  void ranking_beyondK_doesNotCount() {
    assertThat(Ranking.inOrder(List.of("x", "y", "a"), Map.of("a", 1)).ndcg(2)).isZero();
    assertThat(Ranking.inOrder(List.of("a", "x", "b"), Map.of("a", 1, "b", 1)).recall(2))
        .isEqualTo(.5);
    assertThat(Ranking.inOrder(List.of("x", "a"), Map.of("a", 1)).reciprocalRank(10)).isEqualTo(.5);
  }

  @Test
  void idealList_beyondK_isCutToo() {
    Map<String, Integer> many = Map.of("a", 1, "b", 1, "c", 1);
    assertThat(Ranking.inOrder(List.of("a"), many).ndcg(1)).isEqualTo(1);
  }

  @Test
  void ranking_ofNothingFound_isZero() {
    assertThat(Ranking.inOrder(List.of(), Map.of("a", 1)).all().values()).containsOnly(0.0);
  }

  @Test
  void measures_ofEqualScores_areTheMeanOverTheirOrders() {
    List<List<String>> orders = new ArrayList<>();
    List<String> tie = List.of("a", "b", "x");
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        if (i != j) {
          orders.add(List.of("y", tie.get(i), tie.get(j), tie.get(3 - i - j), "far"));
        }
      }
    }
    Ranking tied = Ranking.of(orders.get(0), TIED, JUDGEMENTS);

    for (int k = 1; k <= 5; k++) {
      int depth = k;
      assertThat(tied.ndcg(k)).isCloseTo(mean(orders, r -> r.ndcg(depth)), within(1e-12));
      assertThat(tied.recall(k)).isCloseTo(mean(orders, r -> r.recall(depth)), within(1e-12));
      assertThat(tied.reciprocalRank(k))
          .isCloseTo(mean(orders, r -> r.reciprocalRank(depth)), within(1e-12));
    }
  }

  @Test
  void measures_ofOneTie_doNotDependOnTheOrderGiven() {
    Ranking one = Ranking.of(List.of("y", "a", "b", "x", "far"), TIED, JUDGEMENTS);
    Ranking other = Ranking.of(List.of("y", "x", "b", "a", "far"), TIED, JUDGEMENTS);

    assertThat(one.all()).isEqualTo(other.all());
  }

  @Test
  void scores_thatDifferByMoreThanRounding_areNoTie() {
    Ranking near = Ranking.of(List.of("x", "a"), List.of(5.0, 4.9999), Map.of("a", 1));

    assertThat(near.reciprocalRank(10)).isEqualTo(.5);
  }

  private static double mean(List<List<String>> orders, ToDoubleFunction<Ranking> measure) {
    return orders.stream()
        .mapToDouble(order -> measure.applyAsDouble(Ranking.inOrder(order, JUDGEMENTS)))
        .average()
        .orElseThrow();
  }
}
