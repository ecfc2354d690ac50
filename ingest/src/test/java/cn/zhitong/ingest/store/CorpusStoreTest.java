package cn.zhitong.ingest.store;

import static cn.zhitong.ingest.store.Publications.day;
import static cn.zhitong.ingest.store.Publications.ends;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import cn.zhitong.common.region.Level;
import cn.zhitong.ingest.policy.ParsedPolicy;
import cn.zhitong.ingest.policy.Passage;
import cn.zhitong.ingest.policy.PictureBytes;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyPicture;
import cn.zhitong.ingest.policy.PolicyStatus;
import cn.zhitong.ingest.store.PolicyFacets.Count;
import cn.zhitong.ingest.store.PolicyFacets.Facet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusStoreTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-05-01T00:00:00Z"), ZoneId.of("Asia/Shanghai"));

  private Jdbc jdbc;
  private CorpusStore store;

  @BeforeEach
  void open() {
    jdbc = new Jdbc(CorpusDatabase.fresh());
    store = new CorpusStore(jdbc, CLOCK);
  }

  @Test
  void policy_saved_isGivenBack() {
    PolicyMetadata metadata =
        Publications.metadata("测试省扶持办法")
            .documentNumber("测政〔2025〕1号")
            .issuer("测试省人民政府")
            .region("350000")
            .issuedOn(day("2025-01-02"))
            .themes(List.of("科技"))
            .supersedes(List.of(ends("旧办法", null)))
            .build();
    Publication publication = Publications.of("a.txt", "一、总则。\n二、附则。", metadata);

    SaveResult saved = store.save(publication);

    StoredPolicy policy = store.policy(saved.id()).orElseThrow();
    assertThat(saved.change()).isEqualTo(SaveResult.Change.CREATED);
    assertThat(policy.text()).isEqualTo(publication.policy().text());
    assertThat(policy.metadata())
        .isEqualTo(metadata.toBuilder().status(PolicyStatus.IN_FORCE).build());
    assertThat(policy.sources()).isEqualTo(publication.policy().sources());
    assertThat(policy.warnings()).isEqualTo(publication.policy().warnings());
    assertThat(store.clauses(saved.id())).isEqualTo(publication.policy().clauses());
    List<float[]> vectors =
        jdbc.query(
            "select embedding from corpus.passage order by ordinal",
            row -> Jdbc.vector(row, "embedding"));
    assertThat(vectors).usingRecursiveComparison().isEqualTo(publication.vectors());
  }

  @Test
  void policy_withChangedContents_keepsItsIdentity() {
    SaveResult first = store.save(Publications.of("a", m -> {}));
    SaveResult again = store.save(Publications.of("a", m -> {}));
    SaveResult changed = store.save(Publications.of("a", m -> m.issuer("测试市人民政府")));

    assertThat(again).isEqualTo(new SaveResult(first.id(), SaveResult.Change.UNCHANGED));
    assertThat(changed).isEqualTo(new SaveResult(first.id(), SaveResult.Change.UPDATED));
    assertThat(count("corpus.passage")).isEqualTo(2);
    assertThat(count("corpus.change")).isEqualTo(2);
  }

  @Test
  void pictures_whenMetadataAreCorrected_stayAndGoWithTheText() {
    Publication plain = Publications.of("a", m -> {});
    PictureBytes bytes = new PictureBytes(new byte[] {1, 2, 3});
    PolicyPicture flow = new PolicyPicture(9, null, PolicyPicture.Type.PNG, "流程", 40, 30, bytes);
    PolicyPicture scan = new PolicyPicture(0, 2, PolicyPicture.Type.JPEG, "原件第 2 页", 50, 60, bytes);
    Publication shown = Publications.with(plain, List.of(flow, scan));
    PolicyId id = store.save(shown).id();
    store.correct(Publications.of("a", m -> m.issuer("测试市人民政府")));

    assertThat(store.pictures(id))
        .containsExactly(
            new StoredPicture(1, 9, null, "流程", 40, 30),
            new StoredPicture(2, 0, 2, "原件第 2 页", 50, 60));
    assertThat(store.picture(id, 1).orElseThrow().mediaType()).isEqualTo("image/png");
    assertThat(store.picture(id, 1).orElseThrow().bytes().array()).containsExactly(1, 2, 3);
    assertThat(store.picture(id, 3)).isEmpty();

    store.save(Publications.of("a", m -> m.issuer("另一市人民政府")));
    assertThat(store.pictures(id)).isEmpty();
  }

  @Test
  void saving_thatFails_leavesNothingBehind() {
    store.save(Publications.of("a", m -> {}));
    Publication next = Publications.of("a", m -> m.issuer("测试市人民政府"));
    List<Passage> passages = new ArrayList<>(next.policy().passages());
    passages.set(1, new Passage(1, "二", "附则", 6, 7, "坏\u0000字"));
    ParsedPolicy p = next.policy();
    ParsedPolicy bad =
        new ParsedPolicy(p.text(), p.metadata(), p.sources(), p.warnings(), p.clauses(), passages);

    assertThatThrownBy(
            () -> store.save(new Publication("test", "a", "new", bad, next.vectors(), "fake/2")))
        .isInstanceOf(JdbcException.class);

    PolicyId id = store.known("test", "a").orElseThrow().id();
    assertThat(store.policy(id).orElseThrow().metadata().issuer()).isNull();
    assertThat(count("corpus.passage")).isEqualTo(2);
    assertThat(count("corpus.change")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void repealedText_whicheverCameFirst_isEnded(boolean olderFirst) {
    Publication older =
        Publications.of("旧", m -> m.title("中华人民共和国测试税暂行条例").issuedOn(day("1997-07-07")));
    Publication newer =
        Publications.of(
            "新",
            m ->
                m.title("中华人民共和国测试税法")
                    .issuedOn(day("2020-08-11"))
                    .effectiveFrom(day("2021-09-01"))
                    .supersedes(List.of(ends("测试税暂行条例", null))));
    saveBoth(older, newer, olderFirst);

    assertThat(status("旧", "2021-08-31")).isEqualTo(PolicyStatus.IN_FORCE);
    assertThat(status("旧", "2021-09-01")).isEqualTo(PolicyStatus.REPEALED);
    assertThat(policy("旧").validity().endedBy()).isEqualTo(policy("新").id());
    assertThat(policy("新").validity().holdsOn(day("2021-08-31"))).isFalse();
    assertThat(policy("新").validity().holdsOn(day("2021-09-01"))).isTrue();
    assertThat(passageEnds("旧")).containsOnly(day("2021-09-01"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void earlierVersion_whenTheLaterStarts_isEnded(boolean olderFirst) {
    // Both print the day on which the first version of all came into force.
    Publication older =
        Publications.of(
            "v1", m -> versioned(m.issuedOn(day("2019-03-02")).effectiveFrom(day("2002-01-01"))));
    Publication newer =
        Publications.of(
            "v2",
            m ->
                versioned(m.issuedOn(day("2023-07-20")).effectiveFrom(day("2002-01-01")))
                    .title("测试条例（2023年修订）")
                    .supersedes(List.of(ends("测试条例", null))));
    saveBoth(older, newer, olderFirst);

    assertThat(status("v1", "2023-07-19")).isEqualTo(PolicyStatus.IN_FORCE);
    assertThat(status("v1", "2023-07-20")).isEqualTo(PolicyStatus.AMENDED);
    assertThat(policy("v2").validity().startsOn()).isEqualTo(day("2023-07-20"));
    assertThat(policy("v2").validity().endedOn()).isNull();
  }

  @Test
  void withdrawal_ofAPolicy_undoesWhatItEnded() {
    store.save(Publications.of("旧", m -> m.title("旧办法").issuedOn(day("2020-01-01"))));
    SaveResult newer =
        store.save(
            Publications.of(
                "新", m -> m.issuedOn(day("2024-01-01")).supersedes(List.of(ends("旧办法", null)))));
    assertThat(status("旧", "2024-01-01")).isEqualTo(PolicyStatus.REPEALED);

    assertThat(store.withdraw(newer.id(), "发布有误")).isTrue();
    assertThat(store.withdraw(newer.id(), "发布有误")).isFalse();

    assertThat(status("旧", "2024-01-01")).isEqualTo(PolicyStatus.IN_FORCE);
    assertThat(passageEnds("旧")).containsOnlyNulls();
    assertThat(policy("新").entry().withdrawal().why()).isEqualTo("发布有误");
    assertThat(titles(filter(null, null, null))).containsExactly("旧办法");
  }

  @Test
  void explanationsAndDuplicates_saved_areLinked() {
    Publication policy = Publications.of("p", m -> m.title("扶持办法").documentNumber("测政〔2025〕3号"));
    Publication guide = Publications.of("g", m -> m.kind(PolicyKind.GUIDE).explains("测政[2025]3号"));
    Publication reading =
        Publications.of("r", m -> m.kind(PolicyKind.INTERPRETATION).explains("《扶持办法》"));
    store.save(guide);
    PolicyId id = store.save(policy).id();
    store.save(reading);
    store.save(Publications.of("copy", policy.policy().text(), policy.policy().metadata()));

    assertThat(policy("g").entry().explainsId()).isEqualTo(id);
    assertThat(policy("r").entry().explainsId()).isEqualTo(id);
    assertThat(policy("copy").entry().duplicateOf()).isEqualTo(id);
    assertThat(policy("p").entry().duplicates()).isEqualTo(1);
    assertThat(titles(filter("扶持办法", null, null))).containsExactly("扶持办法");

    store.withdraw(id, "重复");

    assertThat(policy("copy").entry().duplicateOf()).isNull();
    assertThat(policy("g").entry().explainsId()).isEqualTo(policy("copy").id());
  }

  @Test
  void library_filtered_holdsWhatWasAskedFor() {
    store.save(Publications.of("省", m -> m.region("350000").documentNumber("测政〔2025〕7号")));
    store.save(Publications.of("市", m -> m.region("350100").themes(List.of("科技"))));
    store.save(Publications.of("邻省", m -> m.region("360000").effectiveTo(day("2024-12-31"))));

    assertThat(titles(filter(null, "350000", null))).containsExactlyInAnyOrder("省", "市");
    assertThat(titles(filter(null, "350100", null))).containsExactly("市");
    assertThat(titles(filter("测政[2025]7号", null, null))).containsExactly("省");
    assertThat(titles(filter("第一句 市", null, null))).containsExactly("市");
    assertThat(titles(filter(null, null, PolicyStatus.EXPIRED))).containsExactly("邻省");
    assertThat(titles(filter("100%_", null, null))).isEmpty();
    PolicyPage page = store.list(PolicyFilter.all(day("2025-05-01"), 2, 2));
    assertThat(page.total()).isEqualTo(3);
    assertThat(page.items()).hasSize(1);
  }

  @Test
  void list_ofPolicies_countsWhatItCanBeNarrowedTo() {
    store.save(Publications.of("省", m -> m.region("350000").level(Level.PROVINCE)));
    store.save(
        Publications.of(
            "市", m -> m.region("350100").level(Level.CITY).themes(List.of("科技", "人才"))));
    store.save(Publications.of("邻省", m -> m.region("360000").effectiveTo(day("2024-12-31"))));
    PolicyFacets all = store.facets(filter(null, null, null));
    assertThat(all.of(Facet.REGION)).extracting(Count::value).contains("350000", "360000");
    assertThat(all.of(Facet.THEME)).contains(new Count("科技", 1), new Count("人才", 1));
    assertThat(all.of(Facet.STATUS)).contains(new Count("in_force", 2), new Count("expired", 1));
    // Its own choice does not narrow a facet, the others' do.
    PolicyFacets province = store.facets(filter(null, "350000", null));
    assertThat(province.of(Facet.REGION)).contains(new Count("360000", 1));
    assertThat(province.of(Facet.STATUS)).containsExactly(new Count("in_force", 2));
  }

  @Test
  void duties_ofPolicies_comeWithTheirClause() {
    store.save(Publications.of("a", m -> m.region("350000")));
    List<MinedDuty> duties = new ArrayList<>();
    store.responsibilities(duties::add);

    assertThat(duties).singleElement().extracting(MinedDuty::department).isEqualTo("省工信厅");
    assertThat(duties.get(0).clauseText()).isEqualTo("一、总则。第");
  }

  private static cn.zhitong.ingest.policy.PolicyMetadataBuilder versioned(
      cn.zhitong.ingest.policy.PolicyMetadataBuilder metadata) {
    return metadata.title("中华人民共和国测试条例");
  }

  private void saveBoth(Publication older, Publication newer, boolean olderFirst) {
    store.save(olderFirst ? older : newer);
    store.save(olderFirst ? newer : older);
  }

  private StoredPolicy policy(String externalId) {
    return store.policy(store.known("test", externalId).orElseThrow().id()).orElseThrow();
  }

  private PolicyStatus status(String externalId, String day) {
    return policy(externalId).statusOn(day(day));
  }

  private List<LocalDate> passageEnds(String externalId) {
    return jdbc.query(
        "select ended_on from corpus.passage where policy_id = ?",
        row -> Jdbc.date(row, "ended_on"),
        policy(externalId).id().value());
  }

  private long count(String table) {
    return jdbc.first("select count(*) from " + table, row -> row.getLong(1)).orElseThrow();
  }

  private static PolicyFilter filter(String q, String region, PolicyStatus status) {
    return new PolicyFilter(
        q, region, null, null, null, null, null, status, day("2025-05-01"), List.of(), 1, 20);
  }

  private List<String> titles(PolicyFilter filter) {
    return store.list(filter).items().stream()
        .map(LibraryEntry::displayTitle)
        .filter(Objects::nonNull)
        .toList();
  }
}
