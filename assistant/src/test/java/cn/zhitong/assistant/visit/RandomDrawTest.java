package cn.zhitong.assistant.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RandomDrawTest {
  private static List<RandomDraw.Unit> population() {
    List<RandomDraw.Unit> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      all.add(new RandomDraw.Unit("E" + i, i < 50 ? "350100" : "350200", "item"));
    }
    return all;
  }

  @Test
  void draw_ofStrata_takesSoManyOfEach() {
    Map<String, Long> byStratum =
        RandomDraw.draw(population(), "s", 5).stream()
            .collect(Collectors.groupingBy(RandomDraw.Unit::region, Collectors.counting()));
    assertThat(byStratum).isEqualTo(Map.of("350100", 5L, "350200", 5L));
    assertThat(RandomDraw.draw(population(), "s", 20)).hasSize(30);
  }

  @Test
  void draw_bySeedAndPopulation_canBeRepeated_whateverTheOrder() {
    List<RandomDraw.Unit> turned = population();
    Collections.reverse(turned);
    assertThat(RandomDraw.draw(turned, "seed", 3))
        .isEqualTo(RandomDraw.draw(population(), "seed", 3));
    assertThat(RandomDraw.digest(turned)).isEqualTo(RandomDraw.digest(population()));
    assertThat(RandomDraw.digest(turned.subList(1, 60)))
        .isNotEqualTo(RandomDraw.digest(population()));
  }

  @Test
  void draw_byManySeeds_takesEachAboutAsOften() {
    Map<String, Integer> drawn = new HashMap<>();
    for (int seed = 0; seed < 2_000; seed++) {
      RandomDraw.draw(population(), "s" + seed, 5)
          .forEach(one -> drawn.merge(one.creditCode(), 1, Integer::sum));
    }
    // 2,000 draws of 5 in 50: 200 each, with a standard deviation of 13.4.
    for (int i = 0; i < 50; i++) {
      assertThat(drawn.get("E" + i)).isBetween(140, 260);
    }
  }

  @Test
  void enterprise_inSeveralStrata_isAskedOnce() {
    List<RandomDraw.Unit> all =
        List.of(
            new RandomDraw.Unit("E1", "350100", "a"),
            new RandomDraw.Unit("E1", "350100", "b"),
            new RandomDraw.Unit("E2", "350100", "b"));
    assertThat(RandomDraw.draw(all, "s", 1))
        .extracting(RandomDraw.Unit::creditCode)
        .containsExactly("E1", "E2");
  }
}
