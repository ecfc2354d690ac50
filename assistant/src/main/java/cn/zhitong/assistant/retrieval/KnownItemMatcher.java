package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.KnownItemStore.NamedPassage;
import cn.zhitong.common.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Finds what a question names exactly: a document number, a 《title》, a clause of a named policy, a
 * quoted phrase. What is named goes before anything that is merely alike.
 */
final class KnownItemMatcher {
  /** A clause says more than the policy it is in; a phrase found verbatim says as much. */
  private static final double CLAUSE = 3;

  private static final double PHRASE = 2;
  private static final double POLICY = 1;

  /** Passages in which a quoted phrase is looked for. */
  private static final int PHRASE_CANDIDATES = 200;

  private final KnownItemStore store;
  private final TextIndex text;

  KnownItemMatcher(KnownItemStore store, TextIndex text) {
    this.store = store;
    this.text = text;
  }

  /** How surely each passage is named; passages that are not are left out. */
  Map<UUID, Double> find(String question, SearchFilter scope) {
    KnownItemQuery words = KnownItemQuery.of(question);
    if (words.none()) {
      return Map.of();
    }
    Set<UUID> policies = policies(words);
    Map<UUID, Double> matches = new LinkedHashMap<>();
    for (NamedPassage passage : store.passages(policies)) {
      matches.put(passage.id(), POLICY);
    }
    if (words.clause() != null) {
      addClauses(words, policies, matches);
    }
    words.phrases().forEach(phrase -> addPhrase(phrase, scope, matches));
    return matches;
  }

  private Set<UUID> policies(KnownItemQuery words) {
    Set<UUID> policies = new LinkedHashSet<>();
    words.numbers().forEach(number -> policies.addAll(store.byNumber(number)));
    words.titles().forEach(title -> policies.addAll(store.byTitle(title)));
    if (policies.isEmpty() && words.clause() != null) {
      policies.addAll(store.byEnd(words.namedBefore()));
    }
    return policies;
  }

  private void addClauses(KnownItemQuery words, Set<UUID> policies, Map<UUID, Double> matches) {
    for (NamedPassage passage : store.passages(policies)) {
      if (passage.path() != null
          && ClauseNames.names(passage.path(), words.clause(), words.clauseUnit())) {
        matches.put(passage.id(), CLAUSE);
      }
    }
  }

  private void addPhrase(String phrase, SearchFilter scope, Map<UUID, Double> matches) {
    List<UUID> candidates = new ArrayList<>();
    text.holding(phrase, PHRASE_CANDIDATES, scope).forEach(found -> candidates.add(found.id()));
    String wanted = Words.fold(phrase);
    for (NamedPassage passage : store.byIds(candidates)) {
      if (Words.fold(passage.text()).contains(wanted)) {
        matches.merge(passage.id(), PHRASE, Math::max);
      }
    }
  }
}
