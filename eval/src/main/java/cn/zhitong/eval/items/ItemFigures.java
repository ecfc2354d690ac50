package cn.zhitong.eval.items;

import cn.zhitong.eval.report.CsvTable;
import cn.zhitong.eval.report.RunFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * What is counted of a run. A share of nothing is left out, so that no gate on it can hold; two are
 * told all the same: numbers are all right where the texts have none, and met-precision is 0 where
 * nothing was told met although something is.
 *
 * @param scores one for each text, of the best fitting proposed item
 * @param labelled labelled rules over labelled facts
 * @param endToEnd proposed rules over labelled facts, without the debatable pairs
 * @param cases small cases, one convention each
 */
record ItemFigures(
    List<ItemScore> scores,
    List<RuleOutcome> labelled,
    List<RuleOutcome> endToEnd,
    List<RuleOutcome> cases,
    double itemsPerText,
    double extractionMillis,
    double evaluationMillis) {
  private static final String MET = "met";
  private static final String NOT_MET = "not_met";

  /** The figures that gates look at, by name. */
  Map<String, Object> metrics() {
    Map<String, Object> metrics = new LinkedHashMap<>();
    list().forEach(figure -> metrics.put(figure.name(), figure.value()));
    return metrics;
  }

  CsvTable table() {
    return new CsvTable(
        "各项指标", List.of("指标", "值", "个数", "说明"), list().stream().map(ItemFigure::cells).toList());
  }

  private List<ItemFigure> list() {
    List<ItemFigure> figures = new ArrayList<>();
    leaves(figures);
    trees(figures);
    proposals(figures);
    matching(figures);
    endToEnd(figures);
    return figures;
  }

  private void leaves(List<ItemFigure> figures) {
    int gold = sum(score -> score.item().counted().size());
    int found = sum(score -> score.found().size());
    int proposed = sum(ItemScore::proposed);
    int numbers = sum(score -> score.item().printedNumbers().size());
    figures.add(ItemFigure.share("leafPrecision", found, proposed, "提出的条件，标注里有的"));
    figures.add(ItemFigure.share("leafRecall", found, gold, "标注的条件，找到的"));
    double f1 = gold + proposed == 0 ? 0 : 2.0 * found / (gold + proposed);
    figures.add(new ItemFigure("leafF1", RunFigures.round(f1), "", "两者的调和平均"));
    share(figures, "fieldRight", sum(s -> s.count(LeafMeaning::isField)), found, "找到的，字段正确");
    int right = numbers - sum(score -> score.wrongNumbers().size());
    figures.add(
        numbers == 0
            ? new ItemFigure("numericExact", 1.0, "0/0", "数字条件：字段、比较、数值、单位全对")
            : ItemFigure.share("numericExact", right, numbers, "数字条件：字段、比较、数值、单位全对"));
    int dated = sum(score -> score.count(ItemFigures::isDated, (a, b) -> true));
    int periods = sum(score -> score.count(ItemFigures::isDated, LeafMeaning::isPeriod));
    share(figures, "periods", periods, dated, "条文写明期间的，期间正确");
    figures.add(
        ItemFigure.count(
            "periodsInvented",
            sum(score -> score.wrongPeriods().size()) - (dated - periods),
            "条文没有写明而提出的期间"));
  }

  private void trees(List<ItemFigure> figures) {
    List<ItemScore> branching =
        scores.stream().filter(score -> score.item().tree().isBranching()).toList();
    int exact = count(scores, ItemScore::isTreeExact);
    share(figures, "treeExact", exact, scores.size(), "找到的条件之间，且、或、非的关系正确");
    share(
        figures,
        "treeExactBranching",
        count(branching, ItemScore::isTreeExact),
        branching.size(),
        "其中不止「全部满足」的事项");
    int whole = count(scores, ItemScore::isWhole);
    share(figures, "treeWhole", whole, scores.size(), "关系正确，且不多不少");
  }

  private void proposals(List<ItemFigure> figures) {
    int places = sum(score -> score.count(ItemFigures::isPlace, (a, b) -> true));
    int implied = sum(score -> count(score.item().counted(), ItemFigures::isImplied));
    int found = sum(score -> score.count(ItemFigures::isPlace, LeafMeaning::isPlace));
    share(figures, "places", found, places, "找到的地点，代码正确");
    int right = sum(score -> score.count(ItemFigures::isImplied, LeafMeaning::isPlace));
    share(figures, "placesImplied", right, implied, "条文没有写而应由发文机关推出的地点");
    figures.add(ItemFigure.count("amountsTaken", sum(s -> s.amountsTaken().size()), "把扶持金额当作条件"));
    figures.add(ItemFigure.count("quotesNotVerbatim", sum(s -> s.freeQuotes().size()), "引文不在原文里"));
    figures.add(ItemFigure.count("malformedNodes", sum(s -> s.written().malformed()), "不成形的节点"));
    figures.add(new ItemFigure("itemsPerText", RunFigures.round(itemsPerText), "", "每段文字提出的事项数"));
    figures.add(
        new ItemFigure("extractionMillis:p50", RunFigures.round(extractionMillis), "", "抽取毫秒数，中位"));
  }

  private void matching(List<ItemFigure> figures) {
    share(figures, "cases", count(cases, RuleOutcome::isCaseRight), cases.size(), "各项约定的小例，结果正确");
    int leaves = labelled.stream().mapToInt(outcome -> outcome.leaves().size()).sum();
    int wrong = labelled.stream().mapToInt(outcome -> outcome.wrongLeaves().size()).sum();
    share(figures, "matchingLeaves", leaves - wrong, leaves, "标注的规则：逐条结果正确");
    List<RuleOutcome> pairs = labelled.stream().filter(outcome -> !outcome.isDebatable()).toList();
    share(
        figures, "matchingItems", count(pairs, RuleOutcome::isRight), pairs.size(), "标注的规则：事项结果正确");
    List<RuleOutcome> unknown = pairs.stream().filter(RuleOutcome::isUnknown).toList();
    int kinds = count(unknown, RuleOutcome::isKindRight);
    share(figures, "unknownKind", kinds, unknown.size(), "结果未知的，缺数据还是待审定，判得正确");
    figures.add(ItemFigure.count("wrongMet", count(pairs, o -> o.isWrongly(MET)), "标注的规则：误判符合"));
    figures.add(
        ItemFigure.count("wrongNotMet", count(pairs, o -> o.isWrongly(NOT_MET)), "标注的规则：误判不符合"));
    figures.add(
        new ItemFigure("evaluationMillis:p50", RunFigures.round(evaluationMillis), "", "判断毫秒数，中位"));
  }

  private void endToEnd(List<ItemFigure> figures) {
    int met = count(endToEnd, outcome -> outcome.expected().equals(MET));
    int toldMet = count(endToEnd, outcome -> outcome.told().equals(MET));
    int wrongMet = count(endToEnd, outcome -> outcome.isWrongly(MET));
    double precision = toldMet > 0 ? (double) (toldMet - wrongMet) / toldMet : met > 0 ? 0 : 1;
    figures.add(
        new ItemFigure(
            "endToEndMetPrecision",
            RunFigures.round(precision),
            (toldMet - wrongMet) + "/" + toldMet,
            "抽取的规则：判为符合的，正确的"));
    share(figures, "endToEndMetFound", toldMet - wrongMet, met, "抽取的规则：应当符合的，判出的");
    share(
        figures,
        "endToEndWrongNotMet",
        count(endToEnd, outcome -> outcome.isWrongly(NOT_MET)),
        count(endToEnd, outcome -> outcome.told().equals(NOT_MET)),
        "抽取的规则：判为不符合的，错误的");
  }

  private static boolean isDated(LabelledLeaf leaf) {
    return !leaf.leaf().isOpen() && leaf.isDated();
  }

  private static boolean isPlace(LabelledLeaf leaf) {
    return leaf.leaf().op().equals("in_region");
  }

  private static boolean isImplied(LabelledLeaf leaf) {
    return leaf.leaf().quote().isEmpty();
  }

  private static void share(
      List<ItemFigure> figures, String name, int part, int whole, String meaning) {
    if (whole > 0) {
      figures.add(ItemFigure.share(name, part, whole, meaning));
    }
  }

  private int sum(ToIntFunction<ItemScore> counted) {
    return scores.stream().mapToInt(counted).sum();
  }

  private static <T> int count(List<T> all, Predicate<T> is) {
    return (int) all.stream().filter(is).count();
  }
}
