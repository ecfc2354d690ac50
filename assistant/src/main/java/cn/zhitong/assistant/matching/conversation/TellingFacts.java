package cn.zhitong.assistant.matching.conversation;

import cn.zhitong.assistant.matching.condition.EnterpriseFacts;
import cn.zhitong.assistant.matching.condition.Fact;
import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.extraction.ApplicantWords;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.Place;
import cn.zhitong.common.region.PlaceMention;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The three facts that a visitor is asked for: place, industry, size or qualification. What was
 * asked and is left open stands in the text as 不限.
 *
 * @param region GB/T 2260 code, null where none was told
 * @param rest the text without the words that told something
 */
record TellingFacts(String region, ApplicantWords words, String text, String rest) {
  /** A fact that is asked for. */
  enum Kind {
    PLACE("地区不限"),
    INDUSTRY("行业不限"),
    SIZE("规模不限");

    private final String open;

    Kind(String open) {
      this.open = open;
    }

    /** How a text says that the asker does not tell it. */
    String open() {
      return open;
    }
  }

  /**
   * @param chosen the place that was chosen beside the question; null for none
   */
  static TellingFacts of(String text, String chosen, Gazetteer gazetteer) {
    List<PlaceMention> mentions = gazetteer.find(text);
    String region = null;
    StringBuilder without = new StringBuilder(text);
    for (int i = mentions.size() - 1; i >= 0; i--) {
      Optional<Place> place = mentions.get(i).place();
      if (place.isPresent()) {
        region = narrower(place.get().code(), region, gazetteer);
        without.delete(mentions.get(i).start(), mentions.get(i).end());
      }
    }
    region = region == null ? chosen : region;
    ApplicantWords words = ApplicantWords.of(without.toString());
    String rest = words.rest();
    for (Kind kind : Kind.values()) {
      rest = rest.replace(kind.open(), "");
    }
    return new TellingFacts(region, words, text, rest);
  }

  /** Of a city and a district in it the district; else the place that was named last. */
  private static String narrower(String earlier, String later, Gazetteer gazetteer) {
    return later == null || gazetteer.isWithin(earlier, later) ? earlier : later;
  }

  boolean knows(Kind kind) {
    return text.contains(kind.open())
        || switch (kind) {
          case PLACE -> region != null;
          case INDUSTRY -> !words.industries().isEmpty();
          case SIZE -> !words.scales().isEmpty() || !words.qualifications().isEmpty();
        };
  }

  /** What conditions are decided on. */
  EnterpriseFacts asFacts(LocalDate today) {
    List<Fact> facts = new ArrayList<>();
    if (region != null) {
      facts.add(fact("region", region, today));
    }
    words.industries().stream().limit(1).forEach(code -> facts.add(fact("industry", code, today)));
    words.scales().stream().limit(1).forEach(scale -> facts.add(fact("scale", scale, today)));
    words
        .qualifications()
        .forEach(name -> facts.add(fact(EnterpriseFacts.QUALIFICATION, name, today)));
    return new EnterpriseFacts(facts, Set.of(), Set.of());
  }

  private static Fact fact(String field, String value, LocalDate today) {
    return new Fact(field, FactValue.of(value), null, null, null, null, null, "来访者自述", today);
  }
}
