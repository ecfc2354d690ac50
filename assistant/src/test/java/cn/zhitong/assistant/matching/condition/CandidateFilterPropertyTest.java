package cn.zhitong.assistant.matching.condition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.region.Gazetteer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Over random trees and files: SQL drops no file that Java calls met or unknown. */
class CandidateFilterPropertyTest {
  private static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);
  private static final int TREES = 300;
  private static final int FILES = 40;
  private static final List<String> REGIONS =
      List.of("110000", "110108", "330000", "330100", "330108", "441900", "某园");
  private static final List<String> INDUSTRIES =
      List.of("C", "C36", "C3610", "I65", "I6513", "J", "其他");
  private static final List<String> SCALES = List.of("大型", "中型", "小型", "微型");

  private static EmbeddedPostgres postgres;
  private final Random random = new Random(20240630);
  private final ConditionEvaluator evaluator =
      new ConditionEvaluator(new RegionRule(Gazetteer.standard()));

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  @Test
  void outcome_byTheShortWay_isThatOfTheWholeEvaluation() {
    for (int i = 0; i < TREES; i++) {
      Condition tree = tree(3);
      for (int j = 0; j < FILES; j++) {
        EnterpriseFacts facts = facts(maybe(REGIONS), maybe(INDUSTRIES), maybe(SCALES));
        assertThat(evaluator.outcome(tree, facts, AS_OF))
            .isEqualTo(evaluator.evaluate(tree, facts, AS_OF).outcome());
      }
    }
  }

  @Test
  void filter_overRandomTreesAndFiles_keepsAllThatJavaDoesNotRefuse() throws Exception {
    int dropped = 0;
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      for (int i = 0; i < TREES; i++) {
        Condition tree = tree(3);
        CandidateFilter filter = CandidateFilter.of(tree);
        for (int j = 0; j < FILES; j++) {
          String region = maybe(REGIONS);
          String industry = maybe(INDUSTRIES);
          String scale = maybe(SCALES);
          boolean kept = isKept(connection, filter, region, industry, scale);
          MatchOutcome outcome =
              evaluator.evaluate(tree, facts(region, industry, scale), AS_OF).outcome();
          if (!kept) {
            dropped++;
            assertThat(outcome)
                .as("%s %s %s: %s", region, industry, scale, ConditionCodec.write(tree))
                .isEqualTo(MatchOutcome.NOT_MET);
          }
        }
      }
    }
    assertThat(dropped).isGreaterThan(TREES);
  }

  private static boolean isKept(
      Connection connection, CandidateFilter filter, String region, String industry, String scale)
      throws Exception {
    String sql =
        "select ("
            + filter.sql()
            + ") is not false from (select ?::text region, ?::text industry, ?::text scale) e";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int n = 1;
      for (Object parameter : filter.parameters()) {
        statement.setObject(n++, parameter);
      }
      statement.setString(n++, region);
      statement.setString(n++, industry);
      statement.setString(n, scale);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private EnterpriseFacts facts(String region, String industry, String scale) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "region", region);
    add(facts, "industry", industry);
    add(facts, "scale", scale);
    if (random.nextBoolean()) {
      facts.add(fact("staff", FactValue.of(BigDecimal.valueOf(random.nextInt(200)))));
    }
    Set<String> closed = random.nextBoolean() ? Set.of("staff") : Set.of();
    return new EnterpriseFacts(facts, closed, Set.of());
  }

  private static void add(List<Fact> facts, String field, String value) {
    if (value != null) {
      facts.add(fact(field, FactValue.of(value)));
    }
  }

  private static Fact fact(String field, FactValue value) {
    return new Fact(field, value, null, null, null, null, null, "例", AS_OF);
  }

  private String maybe(List<String> values) {
    return random.nextInt(5) == 0 ? null : pick(values);
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private Condition tree(int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return leaf();
    }
    List<Condition> children = new ArrayList<>();
    int n = 1 + random.nextInt(3);
    for (int i = 0; i < n; i++) {
      children.add(tree(depth - 1));
    }
    return switch (random.nextInt(5)) {
      case 0 -> ConditionGroup.none(children);
      case 1 -> ConditionGroup.atLeast(1 + random.nextInt(n), children);
      case 2 -> ConditionGroup.any(children);
      default -> ConditionGroup.all(children);
    };
  }

  private ConditionLeaf leaf() {
    return switch (random.nextInt(5)) {
      case 0 -> leaf("region", Operator.IN_REGION, pick(REGIONS), pick(REGIONS));
      case 1 -> leaf("region", Operator.NOT_IN_REGION, pick(REGIONS));
      case 2 -> leaf("industry", Operator.IN_INDUSTRY, pick(INDUSTRIES));
      case 3 -> leaf("scale", Operator.IN, pick(SCALES), pick(SCALES));
      default ->
          leaf(
              "staff",
              Operator.AT_MOST,
              List.of(FactValue.of(BigDecimal.valueOf(random.nextInt(200)))));
    };
  }

  private ConditionLeaf leaf(String field, Operator op, String... values) {
    return leaf(field, op, java.util.Arrays.stream(values).map(FactValue::of).toList());
  }

  private ConditionLeaf leaf(String field, Operator op, List<FactValue> values) {
    Strength strength =
        switch (random.nextInt(6)) {
          case 0 -> Strength.PRINCIPLE;
          case 1 -> Strength.PRIORITY;
          default -> Strength.HARD;
        };
    return new ConditionLeaf(
        field,
        op,
        values,
        values.size() > 1,
        null,
        null,
        "例",
        null,
        null,
        strength,
        LeafMode.DATA,
        null);
  }
}
