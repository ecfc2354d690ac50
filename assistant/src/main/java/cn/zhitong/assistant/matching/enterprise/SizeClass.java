package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.matching.condition.Fact;
import cn.zhitong.assistant.matching.condition.FactValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The size class that an enterprise's figures come to (划型, 工信部联企业〔2011〕300号). Where a figure is
 * missing there is none: a class is never guessed.
 */
final class SizeClass {
  private static final String RESOURCE = "/matching/size-classes.tsv";
  private static final String SOURCE = "平台推算（工信部联企业〔2011〕300号）";
  private static final String FIELD = "scale";
  private static final List<String> CLASSES = List.of("大型", "中型", "小型");
  private static final String LEAST = "微型";
  private static final int CELLS_OF_A_MEASURE = 4;

  /** Lower bounds of 大型, 中型, 小型. */
  private record Measure(String field, List<BigDecimal> bounds) {}

  private record Rule(String industry, List<Measure> measures) {}

  private static final List<Rule> RULES = load();

  private SizeClass() {}

  /** The derived fact; empty where a source tells the class, or a figure is missing. */
  static Optional<Fact> derived(List<Fact> facts) {
    if (facts.stream().anyMatch(fact -> fact.field().equals(FIELD))) {
      return Optional.empty();
    }
    Optional<String> industry = newest(facts, "industry").map(fact -> fact.value().text());
    return industry
        .flatMap(SizeClass::rule)
        .flatMap(rule -> sized(rule, facts))
        .map(size -> fact(size, facts));
  }

  private static Optional<Rule> rule(String industry) {
    return RULES.stream()
        .filter(rule -> industry.startsWith(rule.industry()))
        .max(Comparator.comparingInt(rule -> rule.industry().length()));
  }

  private static Optional<String> sized(Rule rule, List<Fact> facts) {
    int reached = 0;
    for (Measure measure : rule.measures()) {
      Optional<BigDecimal> figure =
          newest(facts, measure.field()).flatMap(fact -> fact.value().number());
      if (figure.isEmpty()) {
        return Optional.empty();
      }
      int step = 0;
      while (step < CLASSES.size() && figure.get().compareTo(measure.bounds().get(step)) < 0) {
        step++;
      }
      reached = Math.max(reached, step);
    }
    return Optional.of(reached < CLASSES.size() ? CLASSES.get(reached) : LEAST);
  }

  private static Optional<Fact> newest(List<Fact> facts, String field) {
    return facts.stream()
        .filter(fact -> fact.field().equals(field))
        .max(Comparator.comparing(Fact::speaksOf));
  }

  private static Fact fact(String size, List<Fact> facts) {
    LocalDate told =
        facts.stream()
            .map(Fact::observedAt)
            .filter(java.util.Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new Fact(FIELD, FactValue.of(size), null, null, null, null, null, SOURCE, told);
  }

  private static List<Rule> load() {
    List<Rule> rules = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                SizeClass.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split("\t");
          for (String industry : cells[0].split(",")) {
            rules.add(new Rule(industry, measures(cells)));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(rules);
  }

  private static List<Measure> measures(String[] cells) {
    List<Measure> measures = new ArrayList<>();
    for (int i = 1; i + CELLS_OF_A_MEASURE <= cells.length; i += CELLS_OF_A_MEASURE) {
      measures.add(
          new Measure(
              cells[i],
              List.of(
                  new BigDecimal(cells[i + 1]),
                  new BigDecimal(cells[i + 2]),
                  new BigDecimal(cells[i + 3]))));
    }
    return measures;
  }
}
