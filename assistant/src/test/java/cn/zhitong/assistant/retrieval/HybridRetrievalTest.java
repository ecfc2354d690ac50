package cn.zhitong.assistant.retrieval;

import static cn.zhitong.assistant.retrieval.StoredCorpus.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HybridRetrievalTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-06-01T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
  private static final HashedEmbedder EMBEDDER = new HashedEmbedder();

  @TempDir static Path folder;
  private static Database database;
  private static Jdbc jdbc;

  private StoredCorpus corpus;
  private SearchIndexes node;

  @BeforeAll
  static void open() {
    database = new Database(folder.resolve("data"), "bundled");
    jdbc = database.jdbc();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void start() {
    jdbc.update("delete from corpus.policy");
    jdbc.update("delete from corpus.change");
    corpus = new StoredCorpus(jdbc, EMBEDDER);
    node = node(Optional.empty());
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private static SearchIndexes node(Optional<Path> indexFolder) {
    return new SearchIndexes(jdbc, EMBEDDER, new Config(indexFolder), CLOCK);
  }

  private record Config(Optional<Path> indexFolder) implements RetrievalConfig {
    @Override
    public String vectorIndex() {
      return "auto";
    }

    @Override
    public Duration pollInterval() {
      return Duration.ofMillis(200);
    }

    @Override
    public Duration overlapWindow() {
      return Duration.ofSeconds(60);
    }

    @Override
    public int candidates() {
      return 100;
    }

    @Override
    public OptionalInt efSearch() {
      return OptionalInt.of(100);
    }
  }

  private List<Hit> search(String text) {
    return search(text, null, TODAY, Set.of(), false);
  }

  private List<Hit> search(
      String text, String region, LocalDate asOf, Set<PolicyKind> kinds, boolean includeExpired) {
    node.retrieval().catchUp();
    return node.retrieval().search(new SearchQuery(text, 10, region, asOf, kinds, includeExpired));
  }

  private static void noise(StoredCorpus corpus) {
    for (int i = 0; i < 12; i++) {
      corpus.publish(
          policy("丙市关于第" + i + "批项目的公告")
              .number("丙政〔2024〕" + (i + 1) + "号")
              .passage("一", "一、第" + i + "批项目应当报送材料，由市发展改革委审核。")
              .passage("二", "二、咨询应当及时答复，诉求应当限期办结。"));
    }
  }

  @Test
  void documentNumber_howeverWritten_putsItsPolicyFirst() {
    noise(corpus);
    UUID wanted = corpus.publish(policy("甲省若干措施").number("甲政办〔2025〕7号").passage("一", "一、加强统筹协调。"));
    for (String asked : List.of("甲政办〔2025〕7号", "请问甲政办[2025]7号里怎么答复咨询", "甲政办（２０２５）第7号")) {
      assertThat(search(asked).get(0).policyId().value()).as(asked).isEqualTo(wanted);
    }
  }

  @Test
  void title_inBrackets_putsItsPolicyFirst() {
    noise(corpus);
    UUID wanted = corpus.publish(policy("青云省养蜂办法").passage("第一条", "第一条 为了规范养殖，制定本办法。"));
    corpus.publish(policy("青云省养蜂办法实施细则").passage("第一条", "第一条 根据养蜂办法，制定本细则。"));
    assertThat(search("《青云省养蜂办法》说了什么").get(0).policyId().value()).isEqualTo(wanted);
  }

  @Test
  void clauseReference_inTheQuestion_putsThatClauseFirst() {
    noise(corpus);
    corpus.publish(
        policy("甲省关于建立“四通四到”机制的方案")
            .passage("一", "一、总体要求。咨询应当答复。")
            .passage("二、(三)", "(三)限时办结。咨询2个工作日答复。")
            .passage("三", "三、组织保障。各市应当落实责任。"));
    assertThat(search("四通四到第三条").get(0).clause()).isEqualTo("三");
    assertThat(search("“四通四到”第三条说的是什么").get(0).clause()).isEqualTo("三");
    corpus.publish(
        policy("乙省优化营商环境条例")
            .passage("第一章、第三条", "第三条 优化营商环境应当坚持法治化。")
            .passage("第三章、第十三条", "第十三条 第三条所称部门，是指政务服务部门。"));
    assertThat(search("优化营商环境条例第三条").get(0).clause()).isEqualTo("第一章、第三条");
    assertThat(search("优化营商环境条例第13条").get(0).clause()).isEqualTo("第三章、第十三条");
  }

  @Test
  void quotedPhrase_inTheQuestion_putsTheTextThatHoldsItFirst() {
    noise(corpus);
    UUID wanted = corpus.publish(policy("丁县通知").passage(null, "对蜂农实行免申即享，当月到账。"));
    assertThat(search("哪个文件写了“免申即享，当月到账”").get(0).policyId().value()).isEqualTo(wanted);
  }

  @Test
  void expiredText_searched_answersOnlyForItsTimeOrWhenAskedFor() {
    UUID old =
        corpus.publish(
            policy("养蜂补贴办法").inForce("2020-01-01", "2025-01-01").passage("一", "一、养蜂每箱补贴30元。"));
    UUID current =
        corpus.publish(policy("养蜂补贴办法").inForce("2025-01-01", null).passage("一", "一、养蜂每箱补贴50元。"));
    assertThat(policies(search("养蜂每箱补贴多少"))).containsExactly(current);
    assertThat(policies(search("养蜂每箱补贴多少", null, LocalDate.of(2024, 5, 1), Set.of(), false)))
        .containsExactly(old);
    List<Hit> both = search("养蜂每箱补贴多少", null, TODAY, Set.of(), true);
    assertThat(policies(both)).containsExactlyInAnyOrder(old, current);
    assertThat(both)
        .filteredOn(hit -> hit.policyId().value().equals(old))
        .allMatch(hit -> hit.status() == PolicyStatus.REPEALED);
  }

  @Test
  void region_askedFor_isSearchedWithItsAncestorsAndTextsWithoutOne() {
    UUID county = corpus.publish(policy("县").region("350102").passage(null, "养蜂补贴由县里发。"));
    UUID city = corpus.publish(policy("市").region("350100").passage(null, "养蜂补贴由市里发。"));
    UUID other = corpus.publish(policy("外省").region("510000").passage(null, "养蜂补贴由外省发。"));
    UUID national = corpus.publish(policy("国家").region("000000").passage(null, "养蜂补贴由国家发。"));
    UUID unknown = corpus.publish(policy("不明").passage(null, "养蜂补贴由谁发。"));
    assertThat(policies(search("养蜂补贴", "350100", TODAY, Set.of(), false)))
        .containsExactlyInAnyOrder(city, national, unknown);
    assertThat(policies(search("养蜂补贴", "350102", TODAY, Set.of(), false)))
        .containsExactlyInAnyOrder(county, city, national, unknown);
    assertThat(policies(search("养蜂补贴"))).contains(other);
  }

  @Test
  void kinds_askedFor_areTheOnlyOnesFound() {
    corpus.publish(policy("办法").passage(null, "养蜂补贴标准。"));
    UUID guide = corpus.publish(policy("指南").kind("guide").passage(null, "养蜂补贴申报。"));
    assertThat(policies(search("养蜂补贴", null, TODAY, Set.of(PolicyKind.GUIDE), false)))
        .containsExactly(guide);
  }

  @Test
  void longList_askedFor_coversManyPolicies() {
    StoredCorpus.Entry large = policy("养蜂大全");
    for (int i = 0; i < 60; i++) {
      large.passage(null, "养蜂补贴第" + i + "项说明。");
    }
    corpus.publish(large);
    for (int i = 0; i < 30; i++) {
      corpus.publish(policy("养蜂" + i).passage(null, "养蜂补贴可以申请" + i + "次，养蜂人应当登记。"));
    }
    node.retrieval().catchUp();
    List<Hit> hits =
        node.retrieval().search(new SearchQuery("养蜂补贴", 60, null, TODAY, Set.of(), false));
    assertThat(hits.stream().map(Hit::policyId).distinct()).hasSizeGreaterThanOrEqualTo(25);
    assertThat(hits).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
  }

  @Test
  void publicationAndWithdrawal_onOneNode_areSeenByEveryNodeWithinTwoSeconds() throws Exception {
    try (SearchIndexes other = node(Optional.empty())) {
      other.start();
      other.retrieval().catchUp();
      UUID id = corpus.publish(policy("新办法").passage(null, "养蜂补贴新标准。"));
      assertThat(waitFor(other, id, true)).isTrue();
      corpus.withdraw(id);
      assertThat(waitFor(other, id, false)).isTrue();
    }
  }

  /** Whether the node's own index comes to agree within two seconds. */
  private static boolean waitFor(SearchIndexes node, UUID policy, boolean there) {
    SearchQuery query = new SearchQuery("养蜂补贴", 10, null, TODAY, Set.of(), false);
    try {
      await()
          .atMost(Duration.ofSeconds(2))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> policies(node.retrieval().search(query)).contains(policy) == there);
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }

  @Test
  void change_committedLate_isSeenToo() {
    search("养蜂");
    corpus.publish(policy("早").passage(null, "养蜂补贴一。"), Instant.now());
    search("养蜂");
    UUID late = corpus.publish(policy("晚").passage(null, "养蜂补贴二。"), Instant.now().minusSeconds(20));
    assertThat(policies(search("养蜂补贴二"))).contains(late);
  }

  @Test
  void keptIndex_atTheNextStart_isLevelled(@TempDir Path indexes) {
    UUID gone = corpus.publish(policy("旧").passage(null, "养蜂旧规定。"));
    UUID kept = corpus.publish(policy("留").passage(null, "养蜂留存规定。"));
    try (SearchIndexes first = node(Optional.of(indexes))) {
      first.retrieval().catchUp();
    }
    corpus.withdraw(gone);
    UUID added = corpus.publish(policy("新").passage(null, "养蜂新规定。"));
    try (SearchIndexes second = node(Optional.of(indexes))) {
      List<Hit> hits =
          second.retrieval().search(new SearchQuery("养蜂规定", 10, null, TODAY, Set.of(), false));
      assertThat(policies(hits)).containsExactlyInAnyOrder(kept, added);
    }
  }

  private static List<UUID> policies(List<Hit> hits) {
    return hits.stream().map(hit -> hit.policyId().value()).distinct().toList();
  }
}
