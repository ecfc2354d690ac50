package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.Answer;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.DateSpan;
import cn.zhitong.assistant.matching.condition.Evaluation;
import cn.zhitong.assistant.matching.condition.Fact;
import cn.zhitong.assistant.matching.condition.FactCodec;
import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.assistant.matching.condition.MatchOutcome;
import cn.zhitong.assistant.matching.condition.ReferencePeriod;
import cn.zhitong.assistant.matching.condition.Strength;
import cn.zhitong.assistant.matching.enterprise.EnterpriseFile;
import cn.zhitong.assistant.matching.enterprise.FieldCatalogue;
import cn.zhitong.assistant.matching.item.ConditionWords;
import cn.zhitong.assistant.matching.item.ItemContent;
import cn.zhitong.assistant.matching.item.StoredItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What an enterprise is shown before it applies: what is known, what is asked, what is lacking. */
@ApplicationScoped
class ApplicationForm {
  private final Eligibility eligibility;
  private final ConditionWords words;

  ApplicationForm(Eligibility eligibility, ConditionWords words) {
    this.eligibility = eligibility;
    this.words = words;
  }

  /** A value that the file holds. */
  record Known(
      String field,
      String name,
      String value,
      String unit,
      String period,
      String source,
      LocalDate observedAt) {}

  /**
   * A value that decides, and nobody has told.
   *
   * @param period that it is wanted for; null for the present
   * @param why the condition in words
   */
  record Asked(
      String field,
      String name,
      String type,
      String unit,
      String period,
      String why,
      String quote,
      boolean required) {}

  /**
   * Material that goes with it.
   *
   * @param part under which a file for it is uploaded
   */
  record Evidence(String part, String name, String quote, boolean required) {}

  /** A condition that stands in the way, or that an office has to look up. */
  record Lacking(int index, String words, String reason, String quote, String clause) {}

  /** All of it. */
  record FormBody(
      String outcome,
      String outcomeLabel,
      String unknownKind,
      List<Known> known,
      List<Asked> asked,
      List<Evidence> evidence,
      List<Lacking> unmet,
      List<Lacking> verifiedByOffice) {}

  FormBody of(StoredItem item, EnterpriseFile file, List<Answer> answers) {
    Evaluation evaluation = eligibility.of(item, file, answers);
    return new FormBody(
        evaluation.outcome().code(),
        evaluation.outcome().label(),
        evaluation.unknownKind() == null ? null : evaluation.unknownKind().code(),
        known(evaluation),
        asked(evaluation),
        evidence(item.content(), evaluation),
        unmet(item, evaluation),
        lacking(item, evaluation, MatchOutcome.UNKNOWN));
  }

  private static List<Known> known(Evaluation evaluation) {
    Map<Fact, Known> known = new LinkedHashMap<>();
    for (Evaluation.LeafResult leaf : evaluation.leaves()) {
      leaf.facts().forEach(fact -> known.putIfAbsent(fact, known(fact)));
    }
    return List.copyOf(known.values());
  }

  private static Known known(Fact fact) {
    return new Known(
        fact.field(),
        FieldCatalogue.name(fact.field()),
        fact.value().text(),
        fact.unit(),
        FactCodec.written(fact.period()),
        fact.source(),
        fact.observedAt());
  }

  /** Questions that the enterprise itself can answer. */
  List<Asked> asked(Evaluation evaluation) {
    Map<List<String>, Asked> asked = new LinkedHashMap<>();
    for (Evaluation.LeafResult result : evaluation.leaves()) {
      ConditionLeaf leaf = result.leaf();
      if (result.outcome() != MatchOutcome.UNKNOWN || leaf.isOpen() || !isOwn(leaf.field())) {
        continue;
      }
      boolean required = leaf.strength() == Strength.HARD;
      for (String period : periods(leaf.period(), result.facts())) {
        asked.putIfAbsent(
            List.of(leaf.field(), Objects.toString(period, "")), asked(leaf, period, required));
      }
    }
    return List.copyOf(asked.values());
  }

  private Asked asked(ConditionLeaf leaf, String period, boolean required) {
    String type =
        FieldCatalogue.of(leaf.field())
            .map(field -> field.type().name().toLowerCase(java.util.Locale.ROOT))
            .orElse(
                leaf.values().stream().anyMatch(value -> value.number().isPresent())
                    ? "number"
                    : "text");
    return new Asked(
        leaf.field(),
        FieldCatalogue.name(leaf.field()),
        type,
        leaf.unit(),
        period,
        words.of(leaf),
        leaf.quote(),
        required);
  }

  private static boolean isOwn(String field) {
    return FieldCatalogue.of(field).map(FieldCatalogue.Field::own).orElse(true);
  }

  /** The years that a leaf speaks of and no fact tells; one null for the present. */
  private List<String> periods(ReferencePeriod period, List<Fact> told) {
    List<String> present = new ArrayList<>();
    present.add(null);
    if (period == null) {
      return present;
    }
    int year = eligibility.today().getYear();
    List<Integer> years =
        switch (period.kind()) {
          case LAST_YEAR -> List.of(year - 1);
          case CURRENT -> List.of(year);
          case YEAR -> List.of(period.number());
          case LAST_N_YEARS, AVG_N_YEARS, EACH_N_YEARS -> {
            List<Integer> all = new ArrayList<>();
            for (int back = 1; back <= period.number(); back++) {
              all.add(year - back);
            }
            yield all;
          }
          case SINCE -> List.of();
        };
    Set<String> known =
        told.stream()
            .map(Fact::period)
            .filter(Objects::nonNull)
            .map(DateSpan::last)
            .map(day -> Integer.toString(day.getYear()))
            .collect(Collectors.toSet());
    List<String> open =
        years.stream().map(String::valueOf).filter(one -> !known.contains(one)).toList();
    return open.isEmpty() ? present : open;
  }

  /** The materials that the item names; where it names none, what its conditions want shown. */
  static List<Evidence> evidence(ItemContent item, Evaluation evaluation) {
    List<Evidence> wanted = new ArrayList<>();
    for (int i = 0; i < item.materials().size(); i++) {
      String name = item.materials().get(i);
      boolean optional = name.matches(".*(如有|若有|可选|选填|如涉及|视情况).*");
      wanted.add(new Evidence("m" + i, name, null, !optional));
    }
    boolean none = wanted.isEmpty();
    for (Evaluation.LeafResult result : evaluation.leaves()) {
      ConditionLeaf leaf = result.leaf();
      if (leaf.mode() == LeafMode.EVIDENCE) {
        String name = leaf.what() == null ? leaf.quote() : leaf.what();
        boolean required = none && leaf.strength() == Strength.HARD;
        wanted.add(new Evidence("e" + result.index(), name, leaf.quote(), required));
      }
    }
    return wanted;
  }

  List<Lacking> unmet(StoredItem item, Evaluation evaluation) {
    return lacking(item, evaluation, MatchOutcome.NOT_MET);
  }

  /** Conditions with an outcome; of the unknown ones those that only an office can look up. */
  private List<Lacking> lacking(StoredItem item, Evaluation evaluation, MatchOutcome outcome) {
    return evaluation.leaves().stream()
        .filter(result -> result.outcome() == outcome)
        .filter(result -> result.leaf().strength() != Strength.PRIORITY)
        .filter(
            result ->
                outcome == MatchOutcome.NOT_MET
                    || result.leaf().mode() == LeafMode.JUDGEMENT
                    || !result.leaf().isOpen() && !isOwn(result.leaf().field()))
        .map(
            result ->
                new Lacking(
                    result.index(),
                    words.of(result.leaf()),
                    result.reason().label(),
                    result.leaf().quote(),
                    item.content().clause()))
        .toList();
  }
}
