package cn.zhitong.assistant.matching.conversation;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.matching.enterprise.FieldCatalogue;
import cn.zhitong.assistant.matching.item.ItemContent;
import cn.zhitong.assistant.matching.match.Matches;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.StoredPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sentences on items, each with the clause that the item is made of. */
@ApplicationScoped
class ItemSentences {
  /** A quote of a long clause is cut at a sentence's end. */
  private static final int LONGEST_QUOTE = 400;

  private static final int MOST_FIELDS = 3;

  private final CorpusStore policies;

  @Inject
  ItemSentences(CorpusStore policies) {
    this.policies = policies;
  }

  /**
   * That an item can be had; empty where its clause is not in the library.
   *
   * @param lead what stands before the first of several; else empty
   */
  Optional<CitedSentence> met(String lead, Matches.Match match, LocalDate day) {
    ItemContent item = match.item().item().content();
    return sentence(
        lead + "符合“" + item.title() + "”" + amount(item) + window(item, day), item, day);
  }

  /** That an item may be had, and what decides. */
  Optional<CitedSentence> open(String lead, Matches.Match match, LocalDate day) {
    ItemContent item = match.item().item().content();
    List<String> missing = match.missing();
    String fields =
        missing.stream()
            .limit(MOST_FIELDS)
            .map(FieldCatalogue::name)
            .collect(Collectors.joining("、"));
    String decides =
        missing.isEmpty()
            ? "，还要看申报材料"
            : "，还要看" + fields + (missing.size() > MOST_FIELDS ? "等 " + missing.size() + " 项" : "");
    return sentence(
        lead + "“" + item.title() + "”可能符合" + decides + amount(item) + window(item, day),
        item,
        day);
  }

  private static String amount(ItemContent item) {
    return item.amount() == null || item.amount().isBlank() ? "" : "，支持标准：" + item.amount();
  }

  private static String window(ItemContent item, LocalDate day) {
    return item.window() == null || item.window().isOpen(day) ? "" : "（现在不在申报期）";
  }

  private Optional<CitedSentence> sentence(String text, ItemContent item, LocalDate day) {
    String plain = text.replaceAll("[。；，、\\s]+$", "").replace("）。", "）") + "。";
    return citation(item, day).map(citation -> new CitedSentence(plain, List.of(citation)));
  }

  /** The item's clause, word by word as it stands in its policy. */
  private Optional<Citation> citation(ItemContent item, LocalDate day) {
    if (item.policyId() == null) {
      return Optional.empty();
    }
    return policies
        .policy(PolicyId.parse(item.policyId()))
        .filter(policy -> !policy.entry().withdrawn())
        .flatMap(policy -> citation(policy, item, day));
  }

  private static Optional<Citation> citation(StoredPolicy policy, ItemContent item, LocalDate day) {
    String text = policy.text();
    boolean known =
        item.start() != null
            && item.start() >= 0
            && item.end() != null
            && item.end() <= text.length()
            && item.start() < item.end()
            // An older version of the text may have had the clause elsewhere.
            && (item.text() == null || text.startsWith(item.text(), item.start()));
    int start = known ? item.start() : item.text() == null ? -1 : text.indexOf(item.text());
    if (start < 0) {
      return Optional.empty();
    }
    int end = shortened(text, start, known ? item.end() : start + item.text().length());
    return end <= start
        ? Optional.empty()
        : Optional.of(
            new Citation(
                policy.id(),
                policy.entry().externalId(),
                policy.entry().displayTitle(),
                policy.metadata().documentNumber(),
                policy.metadata().issuer(),
                item.clause(),
                text.substring(start, end),
                start,
                end,
                policy.statusOn(day),
                policy.metadata().sourceUrl()));
  }

  private static int shortened(String text, int start, int end) {
    if (end - start <= LONGEST_QUOTE) {
      return end;
    }
    int stop = text.lastIndexOf('。', start + LONGEST_QUOTE);
    return stop > start ? stop + 1 : start + LONGEST_QUOTE;
  }
}
