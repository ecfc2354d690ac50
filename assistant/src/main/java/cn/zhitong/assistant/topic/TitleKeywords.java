package cn.zhitong.assistant.topic;

import cn.zhitong.common.text.CharacterNGrams;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What appeals call their matter: the few words of titles that together tell a group best from all
 * other appeals. Neighbouring matters share a vocabulary but seldom their titles' words.
 */
final class TitleKeywords {
  /** A matter goes by two or three names (房照, 产权证); more would describe any group. */
  private static final int MOST_WORDS = 3;

  /** Words that are tried, the best by themselves. */
  private static final int TRIED = 30;

  /** What another word must add to the fit. */
  private static final double LEAST_GAIN = .03;

  /** Share of the members' titles that must have a word. */
  private static final double LEAST_SHARE = .1;

  /** Words of more titles are of the whole city. */
  private static final double MOST_TITLES = .12;

  /** Among few appeals a theme may well be in more of them than that. */
  private static final int ALWAYS_FEW = 60;

  private final List<Set<String>> titles = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final Map<String, BitSet> byWord = new HashMap<>();
  private final int most;

  TitleKeywords(List<TopicDocument> appeals) {
    for (TopicDocument appeal : appeals) {
      Set<String> words = words(appeal.titleWords());
      for (String word : words) {
        byWord.computeIfAbsent(word, any -> new BitSet()).set(titles.size());
      }
      titles.add(words);
      texts.add(String.join("", appeal.words()));
    }
    most = (int) Math.max(ALWAYS_FEW, MOST_TITLES * appeals.size());
  }

  /**
   * @param titled appeals that have one of the words in their titles
   * @param fit F measure of {@code titled} as a guess of the members: 0 to 1
   */
  record Subject(List<String> words, BitSet titled, double fit) {}

  /** Whether the appeal has one of the words, in its title or its text. */
  boolean names(int appeal, Subject subject) {
    return subject.words().stream().anyMatch(texts.get(appeal)::contains);
  }

  Subject of(int[] members) {
    BitSet inside = new BitSet();
    for (int member : members) {
      inside.set(member);
    }
    List<String> tried = tried(members, inside);
    Subject subject = new Subject(List.of(), new BitSet(), 0);
    while (subject.words().size() < MOST_WORDS) {
      double enough = subject.words().isEmpty() ? 0 : subject.fit() + LEAST_GAIN;
      Subject next = null;
      for (String word : tried) {
        Subject wider = with(subject, word, inside);
        if (wider.fit() > (next == null ? enough : next.fit())) {
          next = wider;
        }
      }
      if (next == null) {
        return subject;
      }
      subject = next;
    }
    return subject;
  }

  private List<String> tried(int[] members, BitSet inside) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int member : members) {
      titles.get(member).forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    double least = Math.max(2, LEAST_SHARE * members.length);
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= least)
        .map(Map.Entry::getKey)
        .filter(word -> byWord.get(word).cardinality() <= most)
        .sorted(Comparator.comparingDouble(word -> -fit(byWord.get(word), inside)))
        .limit(TRIED)
        .toList();
  }

  private Subject with(Subject subject, String word, BitSet inside) {
    BitSet titled = (BitSet) subject.titled().clone();
    titled.or(byWord.get(word));
    List<String> words = new ArrayList<>(subject.words());
    words.add(word);
    return new Subject(words, titled, fit(titled, inside));
  }

  private static double fit(BitSet titled, BitSet inside) {
    BitSet both = (BitSet) titled.clone();
    both.and(inside);
    return 2.0 * both.cardinality() / (titled.cardinality() + inside.cardinality());
  }

  /** Words and pairs of characters: a place's or a scheme's name is seldom one word. */
  private static Set<String> words(List<String> titleWords) {
    Set<String> words = new HashSet<>();
    for (String word : titleWords) {
      if (Han.isWord(word)) {
        words.add(word);
      }
    }
    words.addAll(CharacterNGrams.of(String.join("", titleWords), 2, Han::is));
    return words;
  }
}
