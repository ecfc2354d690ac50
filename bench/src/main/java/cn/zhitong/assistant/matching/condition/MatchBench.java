package cn.zhitong.assistant.matching.condition;

import cn.zhitong.bench.BenchFigures;
import cn.zhitong.common.region.Gazetteer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Times the matching itself on made-up files and items: one new item over all files, one file
 * against all items, and the full recount, counted on a part and stretched, which the names say.
 * Counts are compared with the whole evaluation leaf by leaf on ten thousand files.
 */
@Command(
    name = "match",
    description = "Items over enterprise files: a new item, a file's new facts, the recount.",
    mixinStandardHelpOptions = true)
public final class MatchBench implements Callable<Integer> {
  private static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);
  private static final int REFERENCE = 10_000;
  private static final int RECOUNT_FILES = 2_000;
  private static final int TIMED = 200;

  /** More files than this are counted as several rounds over so many. */
  private static final int MOST_HELD = 100_000;

  private static final List<String> REGIONS =
      List.of("330100", "330108", "330200", "440100", "440300", "510100", "110108", "310115");
  private static final List<String> INDUSTRIES = List.of("C34", "C39", "I65", "F51", "E47", "G59");
  private static final List<String> SCALES = List.of("大型", "中型", "小型", "微型");
  private static final List<String> NAMES = List.of("高新技术企业", "科技型中小企业", "省级专精特新中小企业");
  private static final List<String> AMOUNTS =
      List.of("revenue", "profit", "tax_paid", "rd_expense", "assets", "registered_capital");

  @Option(names = "--enterprises", description = "Enterprise files.")
  int enterprises = 100_000;

  @Option(names = "--items", description = "Items.")
  int items = 10_000;

  @Option(names = "--seed", description = "Seed of the files and items.")
  long seed = 16;

  @Option(names = "--peer-items", description = "Items that CEL and DMN get too; 0: no peers.")
  int peerItems = 200;

  @Option(names = "--peer-files", description = "Files that CEL and DMN get too.")
  int peerFiles = 500;

  @Option(names = "--peer-rounds", description = "Rounds, ours and each peer in turns.")
  int peerRounds = 5;

  @Option(names = "--out", description = "Folder for match.json.")
  Path out;

  private Random random;

  @Override
  public Integer call() throws Exception {
    random = new Random(seed);
    BenchFigures figures = new BenchFigures("match");
    int held = Math.min(enterprises, MOST_HELD);
    int rounds = Math.max(1, enterprises / held);
    List<EnterpriseFacts> files = IntStream.range(0, held).mapToObj(i -> file()).toList();
    List<Condition> trees = IntStream.range(0, items).mapToObj(i -> tree(i)).toList();
    figures.put("enterprises", (long) held * rounds);
    figures.put("filesHeld", held);
    figures.put("items", items);
    ConditionEvaluator evaluator = new ConditionEvaluator(new RegionRule(Gazetteer.standard()));
    figures.put("differsFromReference", differing(evaluator, files, trees));
    if (peerItems > 0) {
      new MatchPeersBench(
              trees.subList(0, Math.min(peerItems, trees.size())),
              files.subList(0, Math.min(peerFiles, files.size())),
              AS_OF)
          .run(figures, peerRounds);
    }
    newItem(figures, evaluator, files, trees, rounds);
    oneFile(figures, evaluator, files, trees);
    recount(figures, evaluator, files, trees);
    figures.write(out);
    return 0;
  }

  private static long differing(
      ConditionEvaluator evaluator, List<EnterpriseFacts> files, List<Condition> trees) {
    long differing = 0;
    for (int i = 0; i < Math.min(REFERENCE, files.size()); i++) {
      Condition tree = trees.get(i % trees.size());
      EnterpriseFacts file = files.get(i);
      boolean same =
          evaluator.outcome(tree, file, AS_OF) == evaluator.evaluate(tree, file, AS_OF).outcome();
      differing += same ? 0 : 1;
    }
    return differing;
  }

  private static void newItem(
      BenchFigures figures,
      ConditionEvaluator evaluator,
      List<EnterpriseFacts> files,
      List<Condition> trees,
      int rounds)
      throws Exception {
    List<Condition> some = trees.subList(0, Math.min(20, trees.size()));
    some.forEach(tree -> count(evaluator, files, tree));
    double[] millis =
        BenchFigures.millis(
            some,
            tree -> {
              for (int i = 0; i < rounds; i++) {
                count(evaluator, files, tree);
              }
            });
    figures.percentiles("newItemOverAllFiles:millis", millis);
  }

  private static long[] count(
      ConditionEvaluator evaluator, List<EnterpriseFacts> files, Condition tree) {
    long[] counts = new long[MatchOutcome.values().length];
    int[] outcomes =
        files.parallelStream()
            .mapToInt(file -> evaluator.outcome(tree, file, AS_OF).ordinal())
            .toArray();
    for (int outcome : outcomes) {
      counts[outcome]++;
    }
    return counts;
  }

  private static void oneFile(
      BenchFigures figures,
      ConditionEvaluator evaluator,
      List<EnterpriseFacts> files,
      List<Condition> trees)
      throws Exception {
    List<EnterpriseFacts> some = files.subList(0, Math.min(TIMED, files.size()));
    some.forEach(file -> trees.forEach(tree -> evaluator.outcome(tree, file, AS_OF)));
    figures.percentiles(
        "fileAgainstAllItems:outcomes:millis",
        BenchFigures.millis(
            some, file -> trees.forEach(tree -> evaluator.outcome(tree, file, AS_OF))));
    figures.percentiles(
        "fileAgainstAllItems:leafByLeaf:millis",
        BenchFigures.millis(
            some, file -> trees.forEach(tree -> evaluator.evaluate(tree, file, AS_OF))));
  }

  private void recount(
      BenchFigures figures,
      ConditionEvaluator evaluator,
      List<EnterpriseFacts> files,
      List<Condition> trees) {
    List<EnterpriseFacts> some = files.subList(0, Math.min(RECOUNT_FILES, files.size()));
    long begin = System.nanoTime();
    trees.forEach(tree -> count(evaluator, some, tree));
    double seconds = (System.nanoTime() - begin) / 1e9;
    double pairs = (double) some.size() * trees.size();
    figures.put("pairsPerSecond", pairs / seconds);
    figures.put(
        "recount:minutes:stretchedFrom" + some.size() + "Files",
        seconds * enterprises / some.size() / 60);
  }

  /** 12 to 40 facts, a fifth of them missing. */
  private EnterpriseFacts file() {
    List<Fact> facts = new ArrayList<>();
    add(facts, "region", FactValue.of(pick(REGIONS)), null, null);
    add(facts, "industry", FactValue.of(pick(INDUSTRIES)), null, null);
    add(facts, "scale", FactValue.of(pick(SCALES)), null, null);
    add(facts, "legal_person", FactValue.of(true), null, null);
    add(facts, "established", FactValue.of((1995 + random.nextInt(29)) + "-05-01"), null, null);
    add(facts, "dishonesty", FactValue.of(false), null, null);
    for (int year = 2021; year <= 2023; year++) {
      for (String amount : AMOUNTS) {
        BigDecimal value = BigDecimal.valueOf(random.nextInt(60_000));
        add(facts, amount, FactValue.of(value), "万元", DateSpan.year(year));
      }
      BigDecimal staff = BigDecimal.valueOf(random.nextInt(900));
      add(facts, "staff", FactValue.of(staff), null, DateSpan.year(year));
    }
    for (String name : NAMES) {
      if (random.nextInt(3) == 0) {
        DateSpan from = DateSpan.parse("2022-0" + (1 + random.nextInt(9)) + "-01").orElseThrow();
        DateSpan to = DateSpan.parse("2025-01-01").orElseThrow();
        facts.add(
            new Fact("qualification", FactValue.of(name), null, null, from, to, null, "例", AS_OF));
      }
    }
    return new EnterpriseFacts(facts, Set.of("dishonesty"), Set.of("高新技术企业"));
  }

  private void add(List<Fact> facts, String field, FactValue value, String unit, DateSpan period) {
    if (random.nextInt(5) > 0) {
      facts.add(new Fact(field, value, unit, period, null, null, null, "例", AS_OF));
    }
  }

  /** 2 to 18 conditions, median 8; a third without a district. */
  private Condition tree(int index) {
    List<Condition> all = new ArrayList<>();
    if (index % 3 != 0) {
      all.add(leaf("region", Operator.IN_REGION, FactValue.of(pick(REGIONS)), null, null));
    }
    int n = 2 + (int) Math.min(16, Math.abs(6 + random.nextGaussian() * 3.5));
    while (all.size() < n) {
      Condition one = condition();
      all.add(random.nextInt(6) == 0 ? ConditionGroup.any(List.of(one, condition())) : one);
    }
    return ConditionGroup.all(all);
  }

  private Condition condition() {
    return switch (random.nextInt(6)) {
      case 0 -> leaf("industry", Operator.IN_INDUSTRY, FactValue.of(pick(INDUSTRIES)), null, null);
      case 1 -> leaf("qualification", Operator.HAS, FactValue.of(pick(NAMES)), null, null);
      case 2 ->
          ConditionGroup.none(
              List.of(leaf("dishonesty", Operator.EQUAL, FactValue.of(true), null, null)));
      case 3 -> leaf("age_years", Operator.AT_LEAST, number(1 + random.nextInt(5)), "年", null);
      default ->
          leaf(
              pick(AMOUNTS),
              Operator.AT_LEAST,
              number(random.nextInt(20_000)),
              "万元",
              random.nextBoolean() ? ReferencePeriod.LAST_YEAR : ReferencePeriod.lastYears(3));
    };
  }

  private static FactValue number(int value) {
    return FactValue.of(BigDecimal.valueOf(value));
  }

  private static ConditionLeaf leaf(
      String field, Operator op, FactValue value, String unit, ReferencePeriod period) {
    return leaf(field, op, List.of(value), unit, period);
  }

  /** A hard condition on data. */
  static ConditionLeaf leaf(
      String field, Operator op, List<FactValue> values, String unit, ReferencePeriod period) {
    return new ConditionLeaf(
        field,
        op,
        values,
        values.size() > 1,
        unit,
        period,
        "例",
        null,
        null,
        Strength.HARD,
        LeafMode.DATA,
        null);
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
