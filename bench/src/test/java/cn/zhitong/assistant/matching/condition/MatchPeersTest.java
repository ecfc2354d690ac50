package cn.zhitong.assistant.matching.condition;

import static cn.zhitong.assistant.matching.condition.ConditionGroup.all;
import static cn.zhitong.assistant.matching.condition.ConditionGroup.any;
import static cn.zhitong.assistant.matching.condition.ConditionGroup.atLeast;
import static cn.zhitong.assistant.matching.condition.ConditionGroup.none;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.bench.peer.PeerProcess;
import cn.zhitong.bench.peer.PeerProcess.Engine;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the peers are told is what our tree says: every operator, group and strength on files that
 * hold, fail and are silent. For DMN it is the service's own export that is tried. Takes some
 * seconds an engine, which is a process that compiles its rules first.
 */
class MatchPeersTest {
  private static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);
  private static final FactValue HIGH_TECH = FactValue.of("高新技术企业");
  private static final FactValue SPECIAL = FactValue.of("省级专精特新中小企业");

  @ParameterizedTest
  @EnumSource(Engine.class)
  void everyTree_onEveryFile_comesOutAsOurs(Engine engine) throws IOException {
    List<Condition> trees = Stream.concat(leaves().stream(), groups().stream()).toList();
    MatchPeersBench peers = new MatchPeersBench(trees, files(), AS_OF);
    try (PeerProcess peer = peers.start(engine)) {
      String outcomes = peer.outcomes();
      assertThat(outcomes).hasSize(trees.size() * files().size()).contains("m", "n", "u");
      assertThat(peers.differences(outcomes)).isEmpty();
    }
  }

  private static List<Condition> leaves() {
    FactValue hundred = number(100);
    ReferencePeriod lastYear = ReferencePeriod.LAST_YEAR;
    return List.of(
        leaf("revenue", Operator.AT_LEAST, lastYear, hundred),
        leaf("revenue", Operator.GREATER, lastYear, hundred),
        leaf("revenue", Operator.AT_MOST, lastYear, hundred),
        leaf("revenue", Operator.LESS, lastYear, hundred),
        leaf("revenue", Operator.EQUAL, lastYear, hundred),
        leaf("revenue", Operator.NOT_EQUAL, lastYear, hundred),
        leaf("revenue", Operator.BETWEEN, lastYear, hundred, number(200)),
        leaf("revenue", Operator.IN, lastYear, hundred, number(300)),
        leaf("revenue", Operator.NOT_IN, lastYear, hundred, number(300)),
        leaf("revenue", Operator.AT_LEAST, ReferencePeriod.lastYears(2), hundred),
        leaf("revenue", Operator.AT_LEAST, period("avg_n_years:2"), hundred),
        // One input stands for all years: that a known year fails while another is missing can't be
        // told.
        leaf("revenue", Operator.AT_LEAST, period("each_n_years:2"), number(30)),
        leaf("revenue", Operator.AT_LEAST, null, hundred),
        leaf("established", Operator.AT_LEAST, null, FactValue.of("2020-01-01")),
        leaf(
            "established",
            Operator.BETWEEN,
            null,
            FactValue.of("2010-01-01"),
            FactValue.of("2019-05-01")),
        leaf("age_years", Operator.LESS, null, number(5)),
        leaf("scale", Operator.EQUAL, null, FactValue.of("小型")),
        leaf("scale", Operator.NOT_EQUAL, null, FactValue.of("小型")),
        leaf("scale", Operator.IN, null, FactValue.of("小型"), FactValue.of("微型")),
        leaf("scale", Operator.NOT_IN, null, FactValue.of("小型"), FactValue.of("微型")),
        leaf("legal_person", Operator.EQUAL, null, FactValue.of(true)),
        leaf("legal_person", Operator.NOT_EQUAL, null, FactValue.of(true)),
        leaf("dishonesty", Operator.EQUAL, ReferencePeriod.lastYears(3), FactValue.of(true)),
        leaf("dishonesty", Operator.NEVER, null, FactValue.of(true)),
        leaf("region", Operator.IN_REGION, null, FactValue.of("330100")),
        leaf("region", Operator.IN_REGION, null, FactValue.of("330108"), FactValue.of("440000")),
        leaf("region", Operator.NOT_IN_REGION, null, FactValue.of("330108")),
        leaf("industry", Operator.IN_INDUSTRY, null, FactValue.of("C")),
        leaf("industry", Operator.IN_INDUSTRY, null, FactValue.of("65"), FactValue.of("C34")),
        leaf("industry", Operator.NOT_IN_INDUSTRY, null, FactValue.of("I65")),
        leaf("qualification", Operator.HAS, null, HIGH_TECH),
        leaf("qualification", Operator.HAS, null, HIGH_TECH, SPECIAL),
        leaf("qualification", Operator.OBTAINED, ReferencePeriod.lastYears(2), HIGH_TECH),
        leaf("qualification", Operator.NEVER, null, HIGH_TECH, SPECIAL),
        judged());
  }

  private static List<Condition> groups() {
    ConditionLeaf big = leaf("revenue", Operator.AT_LEAST, ReferencePeriod.LAST_YEAR, number(100));
    ConditionLeaf here = leaf("region", Operator.IN_REGION, null, FactValue.of("330108"));
    ConditionLeaf named = leaf("qualification", Operator.HAS, null, SPECIAL);
    ConditionLeaf bad = leaf("dishonesty", Operator.EQUAL, null, FactValue.of(true));
    ConditionLeaf usually = big.withStrength(Strength.PRINCIPLE);
    ConditionLeaf better = big.withStrength(Strength.PRIORITY);
    List<Condition> three = List.of(big, here, named);
    return List.of(
        all(three),
        any(three),
        none(three),
        atLeast(1, three),
        atLeast(2, three),
        atLeast(3, three),
        none(List.of(bad)),
        none(List.of(bad, all(List.of(here, named)))),
        none(List.of(none(List.of(big)))),
        all(List.of(big, any(List.of(here, judged())))),
        all(List.of(usually, here)),
        none(List.of(usually)),
        all(List.of(better, here)),
        any(List.of(better)),
        none(List.of(any(List.of(better)), bad)),
        atLeast(1, List.of(better, here)),
        all(List.of()),
        any(List.of()),
        none(List.of()));
  }

  /** One that has all, one that has the contrary, coarse and old ones, one of which nothing is. */
  private static List<EnterpriseFacts> files() {
    return List.of(
        file(
            yearly("revenue", 100, 2023),
            yearly("revenue", 90, 2022),
            fact("region", FactValue.of("330108")),
            fact("industry", FactValue.of("C34")),
            fact("scale", FactValue.of("小型")),
            fact("legal_person", FactValue.of(true)),
            fact("established", FactValue.of("2021-03-01")),
            qualification(HIGH_TECH, "2023-02-01", "2026-02-01"),
            qualification(SPECIAL, "2021-02-01", "2025-02-01")),
        file(
            yearly("revenue", 300, 2023),
            yearly("revenue", 150, 2022),
            fact("region", FactValue.of("440300")),
            fact("industry", FactValue.of("I65")),
            fact("industry", FactValue.of("F51")),
            fact("scale", FactValue.of("大型")),
            fact("legal_person", FactValue.of(false)),
            fact("dishonesty", FactValue.of(true)),
            fact("established", FactValue.of("2019-05-01"))),
        file(
            yearly("revenue", 40, 2023),
            fact("region", FactValue.of("330000")),
            fact("industry", FactValue.of("C")),
            qualification(SPECIAL, "2018-02-01", "2021-02-01"),
            qualification(HIGH_TECH, "2019-02-01", "2022-02-01")),
        file());
  }

  private static EnterpriseFacts file(Fact... facts) {
    return new EnterpriseFacts(List.of(facts), Set.of("dishonesty"), Set.of("高新技术企业"));
  }

  private static Fact fact(String field, FactValue value) {
    return new Fact(field, value, null, null, null, null, null, "例", AS_OF);
  }

  private static Fact yearly(String field, int value, int year) {
    return new Fact(field, number(value), "万元", DateSpan.year(year), null, null, null, "例", AS_OF);
  }

  private static Fact qualification(FactValue name, String from, String to) {
    return new Fact(
        "qualification",
        name,
        null,
        null,
        DateSpan.parse(from).orElseThrow(),
        DateSpan.parse(to).orElseThrow(),
        null,
        "例",
        AS_OF);
  }

  private static FactValue number(int value) {
    return FactValue.of(BigDecimal.valueOf(value));
  }

  private static ReferencePeriod period(String code) {
    return ReferencePeriod.parse(code).orElseThrow();
  }

  private static ConditionLeaf judged() {
    return new ConditionLeaf(
        "custom:管理",
        null,
        List.of(),
        false,
        null,
        null,
        "例",
        null,
        null,
        Strength.HARD,
        LeafMode.JUDGEMENT,
        "管理“规范”");
  }

  private static ConditionLeaf leaf(
      String field, Operator op, ReferencePeriod period, FactValue... values) {
    String unit = field.equals("revenue") ? "万元" : null;
    return MatchBench.leaf(field, op, List.of(values), unit, period);
  }
}
