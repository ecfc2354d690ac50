package cn.zhitong.assistant.matching.condition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.json.StandardJson;
import cn.zhitong.common.region.Gazetteer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The contract's semantics, one row a sentence. A tree is written {@code all(field op value unit
 * period; …)}, a fact {@code field=value@period/from~to}, closed names behind.
 */
class ConditionEvaluatorTest {
  private static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);
  private static final ObjectMapper JSON = StandardJson.MAPPER;
  private final ConditionEvaluator evaluator =
      new ConditionEvaluator(new RegionRule(Gazetteer.standard()));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          atLeast_onBoundary_isMet | staff >= 100 | staff=100 | - | met
          above_onBoundary_isNotMet | staff > 100 | staff=100 | - | not_met
          between_onUpperEnd_isMet | staff between [10,20] | staff=20 | - | met
          amount_withoutFact_isUnknown | staff <= 100 | - | - | unknown
          amount_ofZero_isAValue | staff >= 1 | staff=0 | - | not_met
          lastYear_withOlderFactOnly_isUnknown | revenue >= 1 万元 last_year | revenue=5@2022 | - | unknown
          lastYear_withFactOfADay_isMet | staff >= 1 - last_year | staff=5@2023-12-31 | - | met
          year_ofTwoFacts_takesTheLatestDay | staff >= 10 - last_year | staff=5@2023-06-30,staff=12@2023-12-31 | - | met
          noPeriod_ofTwoYears_takesTheNewest | revenue >= 100 万元 | revenue=500@2021,revenue=50@2023 | - | not_met
          current_ofAnAmount_takesTheNewest | revenue >= 100 万元 current | revenue=500@2022 | - | met
          sum_withAYearMissing_isUnknown | tax_paid >= 10 万元 last_n_years:3 | tax_paid=20@2021,tax_paid=20@2023 | - | unknown
          sum_ofThreeYears_isMet | tax_paid >= 60 万元 last_n_years:3 | tax_paid=20@2021,tax_paid=20@2022,tax_paid=20@2023 | - | met
          sum_leavesTheCurrentYearOut | tax_paid >= 60 万元 last_n_years:3 | tax_paid=20@2021,tax_paid=20@2022,tax_paid=19@2023,tax_paid=50@2024 | - | not_met
          average_ofTwoYears_isMet | staff >= 10 - avg_n_years:2 | staff=8@2022,staff=12@2023 | - | met
          each_withOneYearBelow_isNotMet | profit > 0 万元 each_n_years:2 | profit=-1@2023 | - | not_met
          each_withOneYearMissing_isUnknown | profit > 0 万元 each_n_years:2 | profit=1@2023 | - | unknown
          rdRatio_fromItsParts_isDerived | rd_ratio >= 0.05 share last_year | rd_expense=50@2023,revenue=1000@2023 | - | met
          rdRatio_overYears_isSumOverSum | rd_ratio >= 0.05 share last_n_years:2 | rd_expense=90@2022,revenue=1000@2022,rd_expense=270@2023,revenue=9000@2023 | - | not_met
          rdRatio_withRevenueMissing_isUnknown | rd_ratio >= 0.05 share last_year | rd_expense=50@2023 | - | unknown
          rdRatio_ofNoRevenue_isUnknown | rd_ratio >= 0.05 share last_year | rd_expense=50@2023,revenue=0@2023 | - | unknown
          rdRatio_givenForTheYear_isNotDerived | rd_ratio >= 0.05 share last_year | rd_ratio=0.01@2023,rd_expense=50@2023,revenue=100@2023 | - | not_met
          revenueGrowth_fromTwoYears_isDerived | revenue_growth >= 0.1 share last_year | revenue=1000@2022,revenue=1100@2023 | - | met
          rdGrowth_fromTwoYears_isDerived | rd_growth >= 0.5 share last_year | rd_expense=10@2022,rd_expense=15@2023 | - | met
          growth_fromZero_isUnknown | revenue_growth >= 0.1 share last_year | revenue=0@2022,revenue=1100@2023 | - | unknown
          growth_derivedIsNewerThanGiven | revenue_growth >= 0.1 share | revenue_growth=0.9@2021,revenue=1000@2022,revenue=1010@2023 | - | not_met
          scale_isNeverDerived | scale in ["小型"] | staff=10@2023,revenue=100@2023 | - | unknown
          age_fromEstablished_onTheAnniversary_isWhole | age_years <= 5 年 | established=2019-06-30 | - | met
          age_fromEstablished_aDayLater_isMore | age_years <= 5 年 | established=2019-06-29 | - | not_met
          money_inYuan_isConverted | revenue >= 100 万元 | revenue=1000000元@2023 | - | met
          money_inAnotherCurrency_isUnknown | revenue >= 100 万元 | revenue=100万美元@2023 | - | unknown
          sources_thatDisagreeAcrossTheBound_areUnknown | staff >= 10 | staff=9@2023,staff=11@2023 | - | unknown
          sources_thatDisagreeOnOneSide_areMet | staff >= 5 | staff=9@2023,staff=11@2023 | - | met
          region_belowACity_isMet | region in_region "330100" | region=330110 | - | met
          region_coarserThanWanted_isUnknown | region in_region "330110" | region=330100 | - | unknown
          region_elsewhere_isNotMet | region in_region "330100" | region=110108 | - | not_met
          notInRegion_elsewhere_isMet | region not_in_region "330100" | region=110108 | - | met
          notInRegion_withoutFact_isUnknown | region not_in_region "330100" | - | - | unknown
          zone_oneOfSeveral_isMet | zone in_region "甲园" | zone=乙园,zone=甲园 | - | met
          zone_closedWithoutFact_isNotMet | zone in_region "甲园" | - | zone | not_met
          zone_anotherOne_isUnknown | zone in_region "甲园" | zone=乙园 | - | unknown
          zone_anotherOneOfAClosedField_isNotMet | zone in_region "甲园" | zone=乙园 | zone | not_met
          industry_belowADivision_isMet | industry in_industry ["C","I65"] | industry=I6513 | - | met
          industry_writtenWithoutLetter_isMet | industry in_industry "65" | industry=I6513 | - | met
          industry_coarserThanWanted_isUnknown | industry in_industry "I65" | industry=I | - | unknown
          notInIndustry_inside_isNotMet | industry not_in_industry ["K70","J"] | industry=J6622 | - | not_met
          has_validOnTheDay_isMet | qualification has "高新技术企业" | qualification=高新技术企业/2022-01-01~2024-06-30 | - | met
          has_underAnotherName_isMet | qualification has "高新技术企业" | qualification=国家高新技术企业/2022-01-01 | - | met
          has_notYetBegun_isUnknown | qualification has "甲" | qualification=甲/2024-07-01 | - | unknown
          has_expired_isUnknown | qualification has "甲" | qualification=甲/2019-01-01~2022-01-01 | - | unknown
          has_expiredOnAClosedRegister_isNotMet | qualification has "甲" | qualification=甲/2019-01-01~2022-01-01 | 甲 | not_met
          has_oneOfTwoRegistersOpen_isUnknown | qualification has ["甲","乙"] | - | 甲 | unknown
          has_bothRegistersClosed_isNotMet | qualification has ["甲","乙"] | - | 甲,乙 | not_met
          obtained_inTheYear_isMet | qualification obtained "甲" - current | qualification=甲/2024-05-10 | - | met
          obtained_before_onAClosedRegister_isNotMet | qualification obtained "甲" - current | qualification=甲/2023-05-10 | 甲 | not_met
          obtained_before_onAnOpenRegister_isUnknown | qualification obtained "甲" - current | qualification=甲/2023-05-10 | - | unknown
          obtained_undated_isUnknown | qualification obtained "甲" - last_n_years:2 | qualification=甲 | 甲 | unknown
          obtained_onFirstDayOfTwoYears_isMet | qualification obtained "甲" - last_n_years:2 | qualification=甲/2022-07-01 | - | met
          obtained_theDayBefore_isNotMet | qualification obtained "甲" - last_n_years:2 | qualification=甲/2022-06-30 | 甲 | not_met
          obtained_since_isMet | qualification obtained "甲" - since:2020-01-01 | qualification=甲/2020-01-01 | - | met
          obtained_ever_isMet | qualification obtained "甲" | qualification=甲/2010-01-01~2013-01-01 | - | met
          never_afterAnExpiredOne_isNotMet | qualification never "甲" | qualification=甲/2014-01-01~2017-01-01 | 甲 | not_met
          never_onAClosedField_isMet | dishonesty never true - last_n_years:3 | - | dishonesty | met
          never_onAnOpenField_isUnknown | dishonesty never true - last_n_years:3 | - | - | unknown
          never_withAnEventBefore_onAClosedField_isMet | dishonesty never true - last_n_years:3 | dishonesty=true/2019-10-01 | dishonesty | met
          never_withAnEventInside_isNotMet | dishonesty never true - last_n_years:3 | dishonesty=true/2023-10-01 | - | not_met
          never_withAnUndatedEvent_isUnknown | dishonesty never true | dishonesty=true | dishonesty | unknown
          flag_falseOnAClosedField_isMet | other_funding = false | - | other_funding | met
          flag_falseWithoutFact_isUnknown | other_funding = false | - | - | unknown
          text_equalOnAClosedField_isNotMet | listed = "新三板" | - | listed | not_met
          text_notEqual_isMet | credit_rating != "红牌" | credit_rating=绿牌 | - | met
          notEqual_onAClosedField_isMet | listed != "新三板" | - | listed | met
          upperBound_onAClosedField_isUnknown | application_count <= 1 | - | application_count | unknown
          lowerBound_onAClosedField_isNotMet | inventions >= 1 | - | inventions | not_met
          date_compares | custom:开工日 >= "2023-01-01" | custom:开工日=2023-05-06 | - | met
          date_ofAMonthAcrossTheBound_isUnknown | custom:开工日 >= "2023-05-10" | custom:开工日=2023-05 | - | unknown
          none_holding_isNotMet | none(major_violation = true - last_n_years:3) | major_violation=true/2022-05-10 | - | not_met
          none_missing_isUnknown | none(major_violation = true) | - | - | unknown
          none_numberAbove_isMet | none(project_investment < 2 万元) | project_investment=3 | - | met
          none_ofNone_turnsTwice | none(none(own_ip = true)) | own_ip=true | - | met
          all_falseDecidesOverUnknown | all(own_ip = true; staff >= 1) | own_ip=false | - | not_met
          any_trueDecidesOverUnknown | any(own_ip = true; staff >= 1) | own_ip=true | - | met
          atLeast_enough_isMet | at_least:2(own_ip = true; staff >= 1; assets >= 1) | own_ip=true,assets=5 | - | met
          atLeast_stillOpen_isUnknown | at_least:2(own_ip = true; staff >= 1; assets >= 1) | own_ip=true,assets=0 | - | unknown
          atLeast_outOfReach_isNotMet | at_least:2(own_ip = true; staff >= 1; assets >= 1) | own_ip=false,assets=0 | - | not_met
          principle_failing_isUnknown | all(staff >= 10 - - principle) | staff=1 | - | unknown
          principle_underNone_failing_isUnknown | none(own_ip = true - - principle) | own_ip=true | - | unknown
          priority_failing_neverCounts | all(own_ip = true; staff >= 10 - - priority) | own_ip=true,staff=1 | - | met
          priority_holding_neverCounts | any(own_ip = true; staff >= 10 - - priority) | own_ip=false,staff=50 | - | not_met
          priorityGroup_neverCounts | all(own_ip = true; any(staff >= 10 - - priority)) | own_ip=true,staff=1 | - | met
          """)
  void leaf_onFacts_hasOutcome(
      String about, String tree, String facts, String closed, String outcome) {
    assertThat(evaluate(tree, facts, closed).outcome().code()).isEqualTo(outcome);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          judgementLeftAlone_isEvidence | all(own_ip = true; custom:前景 judgement) | own_ip=true | evidence
          dataMissingToo_isData | all(own_ip = true; custom:前景 judgement) | - | data
          evidenceUnderNone_isEvidence | all(own_ip = true; none(custom:拖欠 evidence)) | own_ip=true | evidence
          openDataInAny_besideEvidence_isEvidence | any(own_ip = true; custom:前景 judgement) | - | evidence
          failedPrinciple_besideEvidence_isData | all(staff >= 10 - - principle; custom:前景 judgement) | staff=1 | data
          priorityEvidence_besideData_isData | all(own_ip = true; custom:前景 judgement priority) | - | data
          """)
  void unknown_kind_isTold(String about, String tree, String facts, String kind) {
    assertThat(evaluate(tree, facts, null).unknownKind().code()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          all(own_ip = true; none(dishonesty = true; staff < 5)) | own_ip=true,dishonesty=true,staff=9 | met,not_met,met
          any(all(revenue <= 3000 万元; staff >= 1); all(revenue > 3000 万元; staff >= 9)) | revenue=5000,staff=3 | not_met,met,met,not_met
          """)
  void leaves_inTreeOrder_areFromTheApplicantsSide(String tree, String facts, String outcomes) {
    assertThat(
            evaluate(tree, facts, null).leaves().stream()
                .map(leaf -> leaf.outcome().code())
                .collect(Collectors.joining(",")))
        .isEqualTo(outcomes);
  }

  private Evaluation evaluate(String tree, String facts, String closed) {
    Set<String> names = closed == null ? Set.of() : Set.of(closed.split(","));
    return evaluator.evaluate(
        ConditionNotation.parse(tree), new EnterpriseFacts(facts(facts), names, names), AS_OF);
  }

  private static List<Fact> facts(String text) {
    List<Fact> facts = new ArrayList<>();
    if (text == null) {
      return facts;
    }
    for (String one : text.split(",")) {
      String[] sides = one.split("=", 2);
      String[] dated = sides[1].split("/", 2);
      String[] placed = dated[0].split("@", 2);
      String[] days = dated.length > 1 ? dated[1].split("~") : new String[0];
      String unit = placed[0].replaceFirst("^-?[\\d.]+(?=[元万])", "");
      boolean amount = !unit.equals(placed[0]);
      String value =
          amount ? placed[0].substring(0, placed[0].length() - unit.length()) : placed[0];
      facts.add(
          new Fact(
              sides[0],
              value(value),
              amount ? unit : null,
              placed.length > 1 ? DateSpan.parse(placed[1]).orElseThrow() : null,
              days.length > 0 ? DateSpan.parse(days[0]).orElseThrow() : null,
              days.length > 1 ? DateSpan.parse(days[1]).orElseThrow() : null,
              null,
              "例",
              AS_OF));
    }
    return facts;
  }

  private static FactValue value(String text) {
    if (text.matches("true|false")) {
      return FactValue.of(Boolean.parseBoolean(text));
    }
    return text.matches("-?\\d+(\\.\\d+)?") && text.length() != 6
        ? FactValue.of(new java.math.BigDecimal(text))
        : FactValue.of(text);
  }

  /** The tests' short form of a tree. */
  private static final class ConditionNotation {
    static Condition parse(String text) {
      String tree = text.strip();
      if (!tree.matches("(all|any|none|at_least:\\d+)\\(.*\\)")) {
        return leaf(tree);
      }
      String head = tree.substring(0, tree.indexOf('('));
      List<Condition> children = new ArrayList<>();
      String inner = tree.substring(head.length() + 1, tree.length() - 1);
      int depth = 0;
      int from = 0;
      for (int i = 0; i <= inner.length(); i++) {
        char c = i == inner.length() ? ';' : inner.charAt(i);
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == ';' && depth == 0) {
          children.add(parse(inner.substring(from, i)));
          from = i + 1;
        }
      }
      if (head.startsWith("at_least")) {
        return ConditionGroup.atLeast(Integer.parseInt(head.split(":")[1]), children);
      }
      return "all".equals(head)
          ? ConditionGroup.all(children)
          : "any".equals(head) ? ConditionGroup.any(children) : ConditionGroup.none(children);
    }

    private static Condition leaf(String text) {
      String[] part = text.strip().split("\\s+");
      var node = JSON.createObjectNode().put("type", "leaf").put("field", part[0]);
      if (part[1].matches("judgement|evidence")) {
        node.put("mode", part[1]).put("what", "例");
        if (part.length > 2) {
          node.put("strength", part[2]);
        }
        return ConditionCodec.read(node);
      }
      node.put("op", part[1]);
      node.set("value", read(part[2]));
      String[] names = {"unit", "period", "strength"};
      for (int i = 0; i < names.length && i + 3 < part.length; i++) {
        if (!"-".equals(part[i + 3])) {
          node.put(names[i], part[i + 3]);
        }
      }
      return ConditionCodec.read(node);
    }

    private static JsonNode read(String json) {
      try {
        return JSON.readTree(json);
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        throw new IllegalArgumentException(e);
      }
    }
  }
}
