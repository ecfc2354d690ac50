package cn.zhitong.eval.items;

import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.report.CsvTable;
import cn.zhitong.eval.report.HtmlReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files of a run: its figures, and what was missed, text by text. */
final class ItemReport {
  private final ItemFigures figures;

  private ItemReport(ItemFigures figures) {
    this.figures = figures;
  }

  static void write(String title, ItemFigures figures, Path out) throws IOException {
    ItemReport report = new ItemReport(figures);
    Files.createDirectories(out);
    Files.writeString(
        out.resolve("metrics.json"), Json.MAPPER.writeValueAsString(figures.metrics()));
    StringBuilder lines = new StringBuilder();
    List<List<String>> misses = new ArrayList<>();
    for (ItemScore score : figures.scores()) {
      Map<String, Object> row = report.row(score);
      lines.append(Json.line(row)).append('\n');
      row.forEach((kind, value) -> addMisses(misses, score.item().id(), kind, value));
    }
    for (RuleOutcome one : figures.cases()) {
      if (!one.isCaseRight()) {
        misses.add(List.of(one.item(), "cases", Json.text(one.label(), "about")));
      }
    }
    Files.writeString(out.resolve("items.jsonl"), lines);
    CsvTable table = new CsvTable("没有对上的", List.of("事项", "种类", "内容"), misses);
    table.writeCsv(out.resolve("misses.csv"));
    new HtmlReport("条件抽取与匹配评测 " + title, "每段文字取与标注最接近的一个事项；两种读法都通的条件不计")
        .table(figures.table())
        .table(table)
        .write(out.resolve("report.html"));
  }

  private static void addMisses(List<List<String>> misses, String item, String kind, Object value) {
    if (value instanceof List<?> list) {
      list.forEach(one -> misses.add(List.of(item, kind, one.toString())));
    }
  }

  /** Lists are of misses only, each a text for people. */
  private Map<String, Object> row(ItemScore score) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", score.item().id());
    row.put("f1", score.f1());
    row.put("treeExact", score.isTreeExact());
    row.put("missed", score.missed().stream().map(leaf -> leaf.leaf().shown()).toList());
    row.put("extra", shown(score.extra()));
    row.put(
        "wrongFields", pairs(score, pair -> !LeafMeaning.isField(pair.gold(), pair.proposed())));
    row.put("wrongNumbers", numbers(score));
    row.put("wrongPeriods", score.wrongPeriods().stream().map(ItemReport::shown).toList());
    row.put(
        "wrongPlaces",
        pairs(
            score,
            pair ->
                pair.gold().leaf().op().equals("in_region")
                    && !LeafMeaning.isPlace(pair.gold(), pair.proposed())));
    row.put("wrongTree", score.isTreeExact() ? List.of() : List.of(trees(score)));
    row.put("amountsTaken", shown(score.amountsTaken()));
    row.put("quotesNotVerbatim", shown(score.freeQuotes()));
    row.put("matching", outcomes(score, figures.labelled()));
    row.put("endToEnd", outcomes(score, figures.endToEnd()));
    return row;
  }

  private static List<String> shown(List<RuleLeaf> leaves) {
    return leaves.stream().map(RuleLeaf::shown).toList();
  }

  private static List<String> pairs(ItemScore score, Predicate<LeafPair> wrong) {
    return score.found().stream().filter(wrong).map(ItemReport::shown).toList();
  }

  private static String shown(LeafPair pair) {
    return pair.gold().leaf().shown() + " ← " + pair.proposed().shown();
  }

  /** Numbers that were found and read wrongly; the others stand among the missed. */
  private static List<String> numbers(ItemScore score) {
    return score.wrongNumbers().entrySet().stream()
        .sorted(Comparator.comparingInt(wrong -> wrong.getKey().leaf().position()))
        .flatMap(wrong -> wrong.getValue().stream().map(is -> new LeafPair(wrong.getKey(), is)))
        .map(ItemReport::shown)
        .toList();
  }

  /** Both trees over the leaves found, by the labelled leaves' positions. */
  private static String trees(ItemScore score) {
    return Stream.of(score.goldForm(), score.proposedForm())
        .map(form -> form.map(TreeForm::toString).orElse("-"))
        .reduce((gold, proposed) -> gold + " ← " + proposed)
        .orElseThrow();
  }

  private static List<String> outcomes(ItemScore score, List<RuleOutcome> outcomes) {
    return outcomes.stream()
        .filter(outcome -> outcome.item().equals(score.item().id()))
        .filter(outcome -> !outcome.isDebatable() && !outcome.isRight())
        .map(outcome -> outcome.enterprise() + " " + outcome.expected() + " ← " + outcome.told())
        .toList();
  }
}
