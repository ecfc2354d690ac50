package cn.zhitong.assistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.zhitong.assistant.retrieval.IndexedPolicy.IndexedPassage;
import cn.zhitong.assistant.retrieval.LexicalScorer.Worded;
import cn.zhitong.common.embedding.TermWeights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LexicalScorerTest {
  private static final SearchFilter ALL = new SearchFilter(List.of(), null, List.of());
  private static final SearchFilter IN_2025 =
      new SearchFilter(List.of(), LocalDate.of(2025, 6, 1), List.of());

  private final TextIndex index = new TextIndex(null);
  private final IndexedPolicy power =
      policy("用电补贴办法", 2020, "企业用电补贴每度三分。", "补贴由供电公司代发。", "本办法解释权另行规定。");
  private final IndexedPolicy water = policy("用水收费办法", 2020, "工业用水按表收费。");
  private final IndexedPolicy coming = policy("用电补贴新办法", 2026, "企业用电补贴每度五分。");

  /**
   * Each refresh makes a part of the index of its own, and what is replaced stays in it as dead.
   */
  @BeforeEach
  void fillInSeveralParts() {
    for (IndexedPolicy policy : List.of(power, water, coming, power)) {
      index.put(policy);
      index.refresh();
    }
  }

  @AfterEach
  void close() {
    index.close();
  }

  private static IndexedPolicy policy(String title, int from, String... texts) {
    List<IndexedPassage> passages = new ArrayList<>();
    for (String text : texts) {
      passages.add(new IndexedPassage(UUID.randomUUID(), "", "", text, null));
    }
    LocalDate start = LocalDate.of(from, 1, 1);
    return new IndexedPolicy(
        UUID.randomUUID(), "1", title, null, null, null, "policy", start, null, passages);
  }

  private static List<UUID> passages(IndexedPolicy policy) {
    return policy.passages().stream().map(IndexedPassage::id).toList();
  }

  private Map<UUID, Worded> asked(String question, SearchFilter scope, int k, List<UUID> others) {
    return asked(question, TermWeights.EVEN, scope, k, others);
  }

  private Map<UUID, Worded> asked(
      String question, TermWeights emphasis, SearchFilter scope, int k, List<UUID> others) {
    try (LexicalScorer words = index.ask(new WeightedQuery(question, emphasis), scope)) {
      words.candidates(k);
      return words.among(others).stream()
          .collect(Collectors.toMap(Worded::id, Function.identity()));
    }
  }

  @Test
  void passages_found_comeOnceWithTheirPolicy() {
    Map<UUID, Worded> found = asked("用电补贴", ALL, 10, passages(power));
    Stream.of(power, coming)
        .forEach(
            policy ->
                assertThat(passages(policy))
                    .allSatisfy(id -> assertThat(found.get(id).policy()).isEqualTo(policy.id())));
    assertThat(found.values()).extracting(Worded::policyShare).allMatch(share -> share < 1);
    assertThat(passages(power).stream().map(id -> found.get(id).policyShare()).distinct())
        .hasSize(1);
    assertThat(found.get(passages(power).get(0)).share())
        .isGreaterThan(found.get(passages(power).get(2)).share());
  }

  @Test
  void passages_ofOtherSearches_areScoredAlike() {
    UUID second = passages(power).get(1);
    Map<UUID, Worded> asCandidate = asked("补贴由谁代发", ALL, 10, List.of());
    Map<UUID, Worded> asOther = asked("补贴由谁代发", ALL, 1, passages(power));
    assertThat(asOther.get(second)).isEqualTo(asCandidate.get(second));
    Worded wordless = asked("zzz", ALL, 10, passages(water)).get(passages(water).get(0));
    assertThat(wordless.share()).isZero();
    assertThat(wordless.policyShare()).isZero();
    assertThat(wordless.policy()).isEqualTo(water.id());
  }

  @Test
  void question_whereNoPairIsKnown_isFoundByWords() {
    assertThat(asked("表？", ALL, 10, List.of())).containsOnlyKeys(passages(water));
    assertThat(asked("补贴", ALL, 10, List.of()))
        .doesNotContainKeys(passages(water).toArray(UUID[]::new));
  }

  @Test
  void terms_emphasised_decide() {
    UUID electric = passages(power).get(0);
    UUID wet = passages(water).get(0);
    Map<UUID, Worded> onPower = asked("电，水", weights(20, 1), ALL, 10, List.of(electric, wet));
    Map<UUID, Worded> onWater = asked("电，水", weights(1, 20), ALL, 10, List.of(electric, wet));
    assertThat(onPower.get(electric).share()).isGreaterThan(onPower.get(wet).share());
    assertThat(onWater.get(wet).share()).isGreaterThan(onWater.get(electric).share());
    assertThat(onWater.get(wet).policyShare()).isGreaterThan(onPower.get(wet).policyShare());
    Map<UUID, Worded> even = asked("电，水", ALL, 10, List.of(electric, wet));
    Map<UUID, Worded> fivefold = asked("电，水", weights(5, 5), ALL, 10, List.of(electric, wet));
    assertThat(fivefold.get(wet).share()).isCloseTo(even.get(wet).share(), within(1e-6));
  }

  private static TermWeights weights(float power, float water) {
    return new TermWeights(Map.of('电', power, '水', water));
  }

  @Test
  void passages_outOfScopeOrRemoved_doNotCome() {
    assertThat(asked("用电补贴", IN_2025, 10, passages(coming)))
        .doesNotContainKey(passages(coming).get(0))
        .containsKey(passages(power).get(0));
    index.remove(power.id());
    index.refresh();
    assertThat(asked("用电补贴", ALL, 10, passages(power)))
        .doesNotContainKeys(passages(power).toArray(UUID[]::new));
    assertThat(asked("用电补贴", ALL, 10, List.of(UUID.randomUUID()))).isNotEmpty();
  }
}
