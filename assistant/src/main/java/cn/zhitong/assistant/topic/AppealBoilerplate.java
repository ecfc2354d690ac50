package cn.zhitong.assistant.topic;

import cn.zhitong.common.text.CharacterNGrams;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of appeals the frame that they came in. An association gives its members an appeal of
 * which all is written but the matter: two such appeals are alike whatever they are about. Clauses
 * that always stand together, in appeals that have much else to say, are a frame; where the appeals
 * have nothing else to say, they are a matter's own template, and stay.
 */
public final class AppealBoilerplate {
  /**
   * A frame has at least so many clauses and characters: what people happen to say alike has not.
   */
  private static final int CLAUSES = 4;

  private static final int CHARACTERS = 80;

  /** Clauses of one frame are in the same appeals, but for a few. */
  private static final double TOGETHER = .9;

  /** An appeal has the frame when it has so much of it. */
  private static final double HELD = .8;

  /** What appeals have to say beside a frame: characters, and their share of the appeal. */
  private static final double OWN = 40;

  private static final double OWN_SHARE = .15;

  /** A title that names a matter stands over appeals of which so many share a clause. */
  private static final double NAMES_A_MATTER = .6;

  /** A clause of a frame with a name filled in has at least so much of what all have. */
  private static final double FILLED_IN_SHARE = .5;

  private static final int SHORTEST = 4;
  private static final Pattern CLAUSE =
      Pattern.compile("[^，。；！？,;!?：:\\n]{1,400}[，。；！？,;!?：:\\n]?");
  private static final Pattern FILLED_IN = Pattern.compile("[^\\u4e00-\\u9fa5]");

  private final List<TitledText> appeals;
  private final List<Set<String>> keys = new ArrayList<>();
  private final Map<String, BitSet> holders = new HashMap<>();
  private final Map<Integer, Set<String>> frames = new HashMap<>();

  private AppealBoilerplate(List<TitledText> appeals) {
    this.appeals = appeals;
    for (int i = 0; i < appeals.size(); i++) {
      Set<String> own = new LinkedHashSet<>();
      Matcher clause = CLAUSE.matcher(appeals.get(i).text());
      while (clause.find()) {
        String key = key(clause.group());
        if (key.length() >= SHORTEST) {
          own.add(key);
        }
      }
      keys.add(own);
      for (String key : own) {
        holders.computeIfAbsent(key, any -> new BitSet()).set(i);
      }
    }
  }

  /** What is compared of an appeal. */
  public record TitledText(String title, String text) {}

  /** In their order; those that came in no frame as they were given. */
  public static List<TitledText> without(List<TitledText> appeals) {
    AppealBoilerplate all = new AppealBoilerplate(appeals);
    all.blocks().forEach(all::judge);
    List<TitledText> own = new ArrayList<>(appeals);
    Map<String, Boolean> empty = all.emptyTitles();
    all.frames.forEach((appeal, frame) -> own.set(appeal, all.own(appeal, frame, empty)));
    return own;
  }

  /** Without numbers and marks: these are what is filled in. */
  private static String key(String clause) {
    return FILLED_IN.matcher(clause).replaceAll("");
  }

  /**
   * Clauses that stand together, of blocks large enough for a frame; those of most appeals first.
   */
  private List<Set<String>> blocks() {
    List<String> shared =
        holders.entrySet().stream()
            .filter(entry -> entry.getValue().cardinality() >= TopicFinder.SMALLEST)
            .map(Map.Entry::getKey)
            .sorted(Comparator.comparingInt((String key) -> -count(key)).thenComparing(key -> key))
            .toList();
    Set<String> taken = new LinkedHashSet<>();
    List<Set<String>> blocks = new ArrayList<>();
    for (String seed : shared) {
      if (taken.contains(seed)) {
        continue;
      }
      Set<String> block = new LinkedHashSet<>();
      // Whatever always stands beside it stands beside it in its first appeal, or in its last.
      BitSet holding = holders.get(seed);
      for (int appeal : new int[] {holding.nextSetBit(0), holding.length() - 1}) {
        keys.get(appeal).stream()
            .filter(key -> !taken.contains(key) && together(seed, key))
            .forEach(block::add);
      }
      taken.addAll(block);
      if (block.size() >= CLAUSES && length(block) >= CHARACTERS) {
        blocks.add(block);
      }
    }
    return blocks;
  }

  private int count(String key) {
    return holders.get(key).cardinality();
  }

  private boolean together(String one, String other) {
    BitSet both = (BitSet) holders.get(one).clone();
    both.and(holders.get(other));
    int shared = both.cardinality();
    return shared >= TOGETHER * (count(one) + count(other) - shared);
  }

  private static int length(Set<String> clauses) {
    return clauses.stream().mapToInt(String::length).sum();
  }

  private void judge(Set<String> block) {
    BitSet any = new BitSet();
    block.forEach(key -> any.or(holders.get(key)));
    int[] holding =
        any.stream()
            .filter(
                i -> block.stream().filter(keys.get(i)::contains).count() >= HELD * block.size())
            .toArray();
    double own = 0;
    double all = 0;
    for (int appeal : holding) {
      // What a larger frame has is nobody's own.
      Set<String> said = new LinkedHashSet<>(keys.get(appeal));
      said.removeAll(frames.getOrDefault(appeal, Set.of()));
      all += length(said);
      said.removeAll(block);
      own += length(said);
    }
    if (own >= OWN * holding.length && own >= OWN_SHARE * all) {
      frame(block, holding);
    }
  }

  /** Takes the block out, and the clauses of the frame in which a name is filled in. */
  private void frame(Set<String> block, int[] holding) {
    Map<String, Integer> counts = new HashMap<>();
    for (int appeal : holding) {
      Set<String> pairs = new HashSet<>();
      keys.get(appeal).stream()
          .filter(key -> !block.contains(key))
          .forEach(key -> pairs.addAll(CharacterNGrams.of(key, 2)));
      pairs.forEach(pair -> counts.merge(pair, 1, Integer::sum));
    }
    double most = TOGETHER * holding.length;
    for (int appeal : holding) {
      Set<String> frame = frames.computeIfAbsent(appeal, i -> new LinkedHashSet<>());
      frame.addAll(block);
      keys.get(appeal).stream()
          .filter(key -> isFilledIn(key, pair -> counts.getOrDefault(pair, 0) >= most))
          .forEach(frame::add);
    }
  }

  private static boolean isFilledIn(String clause, Predicate<String> common) {
    Set<String> pairs = CharacterNGrams.of(clause, 2);
    return pairs.stream().filter(common).count() >= FILLED_IN_SHARE * pairs.size();
  }

  /** Titles of framed appeals; true for those that came with the frame and name no matter. */
  private Map<String, Boolean> emptyTitles() {
    Map<String, List<Integer>> titled = new LinkedHashMap<>();
    frames.keySet().stream()
        .sorted()
        .forEach(
            appeal ->
                titled
                    .computeIfAbsent(appeals.get(appeal).title(), title -> new ArrayList<>())
                    .add(appeal));
    Map<String, Boolean> empty = new HashMap<>();
    titled.forEach((title, over) -> empty.put(title, !title.isEmpty() && isEmpty(over)));
    return empty;
  }

  private boolean isEmpty(List<Integer> over) {
    if (over.size() < TopicFinder.SMALLEST) {
      return false;
    }
    Map<String, Integer> counts = new HashMap<>();
    for (int appeal : over) {
      keys.get(appeal).stream()
          .filter(key -> !frames.get(appeal).contains(key))
          .forEach(key -> counts.merge(key, 1, Integer::sum));
    }
    return counts.values().stream().noneMatch(count -> count >= NAMES_A_MATTER * over.size());
  }

  private TitledText own(int appeal, Set<String> frame, Map<String, Boolean> empty) {
    TitledText whole = appeals.get(appeal);
    StringBuilder own = new StringBuilder();
    Matcher clause = CLAUSE.matcher(whole.text());
    while (clause.find()) {
      if (!frame.contains(key(clause.group()))) {
        own.append(clause.group());
      }
    }
    return new TitledText(empty.get(whole.title()) ? "" : whole.title(), own.toString());
  }
}
