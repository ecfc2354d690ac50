package cn.zhitong.eval.items;

import static cn.zhitong.eval.items.LabelledText.group;
import static cn.zhitong.eval.items.LabelledText.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which leaves are found, and which numbers, periods and places of them are right. */
class LeafScoreTest {
  private static final String TEXT = "养蜂企业须在青石县，蜂箱上年不少于300个，职工20人以上，无违法记录，每箱补5元。";

  private static final ObjectNode STAFF =
      leaf("'field':'staff','op':'>=','value':20,'unit':'人','quote':'职工20人以上'");
  private static final ObjectNode HIVES =
      leaf(
          "'field':'custom:hives','op':'>=','value':300,'period':'last_year','quote':'蜂箱上年不少于300个'");

  private static ItemScore score(JsonNode gold, JsonNode proposed) throws Exception {
    return text(gold).score(group("all", proposed));
  }

  private static LabelledText text(JsonNode... gold) {
    return new LabelledText(TEXT, group("all", gold));
  }

  private static ObjectNode with(ObjectNode leaf, String json) {
    return leaf.deepCopy().setAll(leaf(json));
  }

  private static int right(ItemScore score) {
    return score.item().printedNumbers().size() - score.wrongNumbers().size();
  }

  @ParameterizedTest
  @CsvSource({
    "inventions, own_ip, 1",
    "dishonesty, major_violation, 1",
    "other_funding, application_count, 1",
    "scale, above_scale, 1",
    "custom:hives, custom:boxes, 1",
    "staff, revenue, 0",
  })
  void found_fieldOfTheSameFamily_counts(String gold, String proposed, int found) throws Exception {
    ItemScore score =
        score(with(STAFF, "'field':'" + gold + "'"), with(STAFF, "'field':'" + proposed + "'"));
    assertThat(score.found()).hasSize(found);
    assertThat(score.missed()).hasSize(1 - found);
    assertThat(score.extra()).hasSize(1 - found);
  }

  @Test
  void found_twoLeavesWithoutOperator_countWhateverTheirFields() throws Exception {
    ObjectNode gold = leaf("'field':'custom:order','mode':'judgement','quote':'无违法记录'");
    assertThat(score(gold, with(gold, "'field':'major_violation'")).found()).hasSize(1);
  }

  @Test
  void found_quoteBesideTheRightOne_doesNotCount() throws Exception {
    assertThat(score(STAFF, with(STAFF, "'quote':'蜂箱上年不少于300个'")).found()).isEmpty();
    assertThat(score(STAFF, with(STAFF, "'quote':'20人'")).found()).hasSize(1);
  }

  @Test
  void found_quoteOfEverything_pointsAtNothing() throws Exception {
    String much = "蜂群" + "越冬饲养".repeat(20);
    JsonNode gold = group("all", STAFF);
    LabelledText longText = new LabelledText(TEXT + much, gold);
    assertThat(longText.score(with(STAFF, "'quote':'" + TEXT + much + "'")).found()).isEmpty();
    assertThat(longText.score(with(STAFF, "'quote':'" + TEXT + "'")).found()).hasSize(1);
  }

  @Test
  void f1_debatableLeaf_isNeitherAskedForNorHeldAgainst() throws Exception {
    LabelledText text = text(STAFF, with(HIVES, "'debatable':true"));
    assertThat(text.score(group("all", STAFF)).f1()).isEqualTo(1);
    assertThat(text.score(group("all", STAFF, HIVES)).f1()).isEqualTo(1);
    assertThat(text.score(group("all", STAFF, HIVES)).item().counted()).hasSize(1);
  }

  @Test
  void best_severalItems_bestFittingOneCounts() throws Exception {
    ItemScore score = text(STAFF, HIVES).score(group("all", STAFF), group("all", HIVES, STAFF));
    assertThat(score.f1()).isEqualTo(1);
  }

  @Test
  void best_nothingProposed_missesAll() throws Exception {
    ItemScore score = text(STAFF, HIVES).score();
    assertThat(score.missed()).hasSize(2);
    assertThat(score.f1()).isZero();
    assertThat(score.isTreeExact()).isFalse();
  }

  @Test
  void numbers_inverseOperatorUnderNone_isExact() throws Exception {
    JsonNode under = group("none", with(STAFF, "'op':'<'"));
    assertThat(right(score(STAFF, under))).isEqualTo(1);
    assertThat(right(score(STAFF, with(STAFF, "'op':'<'")))).isZero();
    assertThat(right(score(STAFF, group("none", STAFF)))).isZero();
  }

  @ParameterizedTest
  @CsvSource({"'', 1", "名, 1", "count, 1", "万元, 0"})
  void numbers_wordsOfCounting_areNoUnit(String unit, int right) throws Exception {
    assertThat(right(score(STAFF, with(STAFF, "'unit':'" + unit + "'")))).isEqualTo(right);
  }

  @Test
  void numbers_acceptedUnitAndField_areExact() throws Exception {
    ObjectNode proposed = with(STAFF, "'unit':'share','field':'insured_staff'");
    assertThat(right(score(STAFF, proposed))).isZero();
    LabelledText text =
        text(STAFF).hint(0, "{\"unit\":[\"share\"],\"accept\":[\"insured_staff\"]}");
    assertThat(right(text.score(proposed))).isEqualTo(1);
  }

  @Test
  void numbers_twoBoundsOfOneQuantity_areBetween() throws Exception {
    ObjectNode gold = with(STAFF, "'op':'between','value':[20,50]");
    ItemScore score =
        text(gold)
            .score(group("all", with(STAFF, "'value':20.0"), with(STAFF, "'op':'<=','value':50")));
    assertThat(right(score)).isEqualTo(1);
    assertThat(score.extra()).isEmpty();
    assertThat(right(text(gold).score(group("any", STAFF, with(STAFF, "'op':'<=','value':50")))))
        .isZero();
  }

  @Test
  void numbers_notPrinted_areNotAskedFor() throws Exception {
    ObjectNode clean = leaf("'field':'major_violation','op':'=','value':0,'quote':'无违法记录'");
    assertThat(text(clean, STAFF).score().item().printedNumbers()).hasSize(1);
  }

  @Test
  void periods_openInTheText_passWithout() throws Exception {
    ObjectNode without = HIVES.deepCopy().without("period");
    assertThat(score(HIVES, without).wrongPeriods()).hasSize(1);
    assertThat(score(without, with(HIVES, "'period':'current'")).wrongPeriods()).isEmpty();
    assertThat(score(without, HIVES).wrongPeriods()).hasSize(1);
    LabelledText open = text(HIVES).hint(0, "{\"period\":[null,\"current\"]}");
    assertThat(open.score(without).wrongPeriods()).isEmpty();
    assertThat(open.score(without).item().leaves().get(0).isDated()).isFalse();
    assertThat(text(without).hint(0, "{\"period\":\"*\"}").score(HIVES).wrongPeriods()).isEmpty();
  }

  @Test
  void places_shortCodesInAnyOrder_areTheSame() throws Exception {
    ObjectNode gold =
        leaf("'field':'region','op':'in_region','value':['990100','990200'],'quote':'青石县'");
    ItemScore score = score(gold, with(gold, "'value':['9902','9901']"));
    assertThat(score.count(LeafMeaning::isPlace)).isEqualTo(1);
    ItemScore other = score(gold, with(gold, "'value':'9902'"));
    assertThat(other.found()).hasSize(1);
    assertThat(other.count(LeafMeaning::isPlace)).isZero();
  }

  @Test
  void places_impliedByTheIssuer_areFoundWithoutQuote() throws Exception {
    ObjectNode gold = leaf("'field':'region','op':'in_region','value':'990100','mode':'implied'");
    assertThat(score(gold, gold).count(LeafMeaning::isPlace)).isEqualTo(1);
    assertThat(score(gold, with(gold, "'value':'98'")).found()).hasSize(1);
    ObjectNode quoted = with(gold, "'mode':'data','quote':'青石县'");
    assertThat(score(gold, quoted).found()).hasSize(1);
    assertThat(score(gold, with(quoted, "'value':'98'")).found()).isEmpty();
  }

  @Test
  void amounts_takenForConditions_areCounted() throws Exception {
    ObjectNode amount = leaf("'field':'revenue','op':'>=','value':5,'quote':'每箱补5元'");
    LabelledText text = text(STAFF).mark("amounts", "补5元");
    assertThat(text.score(group("all", STAFF, amount)).amountsTaken()).hasSize(1);
    assertThat(text.score(group("all", STAFF)).amountsTaken()).isEmpty();
  }

  @Test
  void quotes_notVerbatim_areCountedAndFindNothing() throws Exception {
    ItemScore score = score(STAFF, with(STAFF, "'quote':'职工二十人以上'"));
    assertThat(score.freeQuotes()).hasSize(1);
    assertThat(score.found()).isEmpty();
  }

  @Test
  void extra_wordsLeftOpen_areFree() throws Exception {
    ObjectNode place = leaf("'field':'region','op':'in_region','value':'99','quote':'须在青石县'");
    assertThat(text(STAFF).score(group("all", STAFF, place)).extra()).hasSize(1);
    LabelledText open = text(STAFF).mark("ignore", "须在青石县");
    assertThat(open.score(group("all", STAFF, place)).extra()).isEmpty();
  }

  @Test
  void extra_secondPieceOfTheSameWords_isFree() throws Exception {
    JsonNode two = group("all", with(HIVES, "'quote':'蜂箱上年'"), with(HIVES, "'quote':'不少于300个'"));
    ItemScore score = text(HIVES).score(two);
    assertThat(score.found()).hasSize(1);
    assertThat(score.extra()).isEmpty();
  }

  @Test
  void extra_furtherNamesOfAList_areFree() throws Exception {
    String has = "'field':'qualification','op':'has','quote':'养蜂企业','value':";
    ItemScore score = score(leaf(has + "'甲'"), leaf(has + "['乙','甲','丙']"));
    assertThat(score.found().get(0).proposed().value().asText()).isEqualTo("甲");
    assertThat(score.extra()).isEmpty();
  }
}
