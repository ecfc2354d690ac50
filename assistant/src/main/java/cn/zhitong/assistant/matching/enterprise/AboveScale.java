package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.matching.condition.Fact;
import cn.zhitong.assistant.matching.condition.FactValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether an enterprise's revenue makes it 规模以上 by the statistical standard. Where industry or
 * revenue is missing, or the industry goes by something else, nothing is derived.
 */
final class AboveScale {
  private static final String RESOURCE = "/matching/above-scale.tsv";
  private static final String SOURCE = "平台推算（规模以上统计标准）";
  static final String FIELD = "above_scale";

  private record Rule(String industry, BigDecimal revenue) {}

  private static final List<Rule> RULES = load();

  private AboveScale() {}

  /** The derived fact; empty where a source tells it, or it cannot be told. */
  static Optional<Fact> derived(List<Fact> facts) {
    if (facts.stream().anyMatch(fact -> fact.field().equals(FIELD))) {
      return Optional.empty();
    }
    Optional<Fact> revenue = newest(facts, "revenue");
    Optional<BigDecimal> figure = revenue.flatMap(fact -> fact.value().number());
    Optional<Rule> rule =
        newest(facts, "industry").map(fact -> fact.value().text()).flatMap(AboveScale::rule);
    return figure.isEmpty() || rule.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fact(
                FIELD,
                FactValue.of(figure.get().compareTo(rule.get().revenue()) >= 0),
                null,
                null,
                null,
                null,
                null,
                SOURCE,
                revenue.get().observedAt()));
  }

  private static Optional<Rule> rule(String industry) {
    return RULES.stream()
        .filter(rule -> industry.startsWith(rule.industry()))
        .max(Comparator.comparingInt(rule -> rule.industry().length()));
  }

  private static Optional<Fact> newest(List<Fact> facts, String field) {
    return facts.stream()
        .filter(fact -> fact.field().equals(field))
        .max(Comparator.comparing(Fact::speaksOf));
  }

  private static List<Rule> load() {
    List<Rule> rules = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                AboveScale.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t");
        if (!line.startsWith("#") && cells.length == 2) {
          for (String industry : cells[0].split(",")) {
            rules.add(new Rule(industry, new BigDecimal(cells[1])));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(rules);
  }
}
