package cn.zhitong.assistant.question;

import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.ingest.policy.PolicyId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the library says of a question in a conversation: whether its words are those of the policy
 * that was shown last, of another one, or of many.
 */
final class TopicEvidence {
  /** Policies among the passages found from which on a word tells none of them apart. */
  private static final int MANY = 4;

  /** Share of topic bigrams; two cities' notices of one kind have .8 and more. */
  private static final double TWINS = .7;

  /** Characters that a short form of a longer name has at most. */
  private static final int SHORT_FORM = 3;

  private final Function<String, List<Hit>> search;
  private final Function<PolicyId, Optional<String>> texts;
  private final Map<String, List<Hit>> found = new HashMap<>();

  TopicEvidence(Function<String, List<Hit>> search, Function<PolicyId, Optional<String>> texts) {
    this.search = search;
    this.texts = texts;
  }

  /** For callers without a library: nothing is found. */
  static TopicEvidence none() {
    return new TopicEvidence(text -> List.of(), policy -> Optional.empty());
  }

  /** Whether each of the words is in so many policies that it is a subject of none. */
  boolean isCommon(String question, List<String> words) {
    return words.stream().allMatch(word -> policiesWith(question, word) >= MANY);
  }

  /** Whether any passage found has one of the words. */
  boolean has(String question, List<String> words) {
    return hits(question).stream()
        .anyMatch(hit -> words.stream().anyMatch(word -> has(hit.text(), word)));
  }

  private int policiesWith(String question, String word) {
    Set<PolicyId> policies = new HashSet<>();
    hits(question).stream()
        .filter(hit -> hit.text().contains(word))
        .forEach(hit -> policies.add(hit.policyId()));
    return policies.size();
  }

  /** Whether a policy that the turn showed has most of the words. */
  boolean isInTopicOf(Turn turn, List<String> words) {
    return shown(turn).stream()
        .flatMap(policy -> texts.apply(policy).stream())
        .anyMatch(
            text -> 2 * words.stream().filter(word -> has(text, word)).count() > words.size());
  }

  /** 社保 is said where 社会保险 stands. */
  private static boolean has(String text, String word) {
    return WeightedTerms.presence(word, text) > .5
        || word.length() <= SHORT_FORM && isShortForm(word, text);
  }

  private static boolean isShortForm(String word, String text) {
    String characters =
        word.chars()
            .mapToObj(c -> Pattern.quote(String.valueOf((char) c)))
            .collect(Collectors.joining(".{0,4}"));
    return Pattern.compile(characters).matcher(text).find();
  }

  /**
   * Whether what is found for the question by itself is the policy shown, or its like elsewhere.
   */
  boolean staysWith(Turn turn, String question) {
    List<Hit> hits = hits(question);
    List<PolicyId> shown = shown(turn);
    if (hits.isEmpty() || shown.isEmpty()) {
      return false;
    }
    Hit top = hits.get(0);
    if (top.policyId().equals(shown.get(0))) {
      return true;
    }
    PolicyTopic topic = PolicyTopic.of(top);
    return hits.stream()
        .filter(hit -> hit.policyId().equals(shown.get(0)))
        .findFirst()
        .filter(hit -> PolicyTopic.of(hit).likeness(topic) >= TWINS)
        .isPresent();
  }

  /** Of a conversation that the caller keeps, only the question is known. */
  private List<PolicyId> shown(Turn turn) {
    return turn.policies().isEmpty()
        ? hits(turn.question()).stream().map(Hit::policyId).limit(1).toList()
        : turn.policies();
  }

  private List<Hit> hits(String question) {
    return found.computeIfAbsent(question, search);
  }
}
