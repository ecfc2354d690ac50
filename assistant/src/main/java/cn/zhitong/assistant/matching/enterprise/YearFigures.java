package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.matching.condition.DateSpan;
import cn.zhitong.assistant.matching.condition.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Figures of a field in two years, for comparing; no enterprise is named. */
@ApplicationScoped
public class YearFigures {
  private final EnterpriseStore store;

  YearFigures(EnterpriseStore store) {
    this.store = store;
  }

  /** One enterprise's figures in the two years, in the same unit. */
  public record Pair(BigDecimal before, BigDecimal after) {}

  /** Of those among the codes that have a figure for both years. */
  public List<Pair> of(Collection<String> creditCodes, String field, int before, int after) {
    List<Pair> pairs = new ArrayList<>();
    for (EnterpriseFile file : store.files(creditCodes)) {
      Optional<Fact> first = figure(file, field, before);
      Optional<Fact> second = figure(file, field, after);
      if (first.isPresent()
          && second.isPresent()
          && Objects.equals(first.get().unit(), second.get().unit())) {
        pairs.add(
            new Pair(
                first.get().value().number().orElseThrow(),
                second.get().value().number().orElseThrow()));
      }
    }
    return pairs;
  }

  /** What was told last of the year. */
  private static Optional<Fact> figure(EnterpriseFile file, String field, int year) {
    return file.facts().stream()
        .filter(fact -> fact.field().equals(field))
        .filter(fact -> DateSpan.year(year).equals(fact.period()))
        .filter(fact -> fact.value().number().isPresent())
        .reduce((a, b) -> b);
  }
}
