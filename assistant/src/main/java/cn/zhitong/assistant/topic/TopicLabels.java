package cn.zhitong.assistant.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names themes by words that their appeals share and others do not have: of the members' titles the
 * one that has most of them and least else, or, without a fitting title, the words themselves.
 */
final class TopicLabels {
  private static final int KEYWORDS = 6;

  /** A word of fewer members says what some of them are about. */
  private static final double LEAST_SHARE = .2;

  /** e: a keyword is so many times as frequent in the theme as elsewhere. */
  private static final double LEAST_LIFT = Math.E;

  private static final int SHORTEST = 4;
  private static final int LONGEST = 24;

  /** What a word of its own costs a title, in units of the strongest keyword's weight. */
  private static final double OWN_WORD = .12;

  private static final Pattern PREAMBLE = Pattern.compile("^(?:(?:咨询|投诉|反映|建议|求助|举报)[:：]|关于)\\s*");

  private static final Pattern ENDING =
      Pattern.compile("(?:的(?:问题|反映|咨询|投诉|建议|请求|求助)|怎么办|问题)?[?？!！。.…]*$");

  private static final Set<String> EMPTY =
      Set.of(
          "我们", "你们", "他们", "自己", "请问", "您好", "你好", "谢谢", "咨询", "反映", "投诉", "建议", "问题", "什么", "怎么",
          "如何", "时候", "现在", "已经", "可以", "没有", "这个", "有关", "关于", "是否", "领导", "希望", "为什么", "为何", "何时",
          "哪里", "多少", "能否", "能不能", "不能", "不是", "就是", "还是", "但是", "因为", "所以", "如果", "尊敬", "市长", "解决",
          "情况", "一下", "需要", "进行", "相关", "部门", "知道", "一直", "今年", "去年", "求助");

  private final List<TopicDocument> appeals;
  private final Map<String, Integer> frequency = new HashMap<>();

  TopicLabels(List<TopicDocument> appeals) {
    this.appeals = appeals;
    for (TopicDocument appeal : appeals) {
      new HashSet<>(appeal.words()).forEach(word -> frequency.merge(word, 1, Integer::sum));
    }
  }

  /**
   * @param keywords words of the members, by the share that has them times the logarithm of their
   *     lift
   */
  record Name(String title, List<String> keywords) {}

  /**
   * @param typicalFirst members; of titles equally good the most typical appeal's is taken
   */
  Name name(List<Integer> typicalFirst) {
    Map<String, Double> weights = weights(typicalFirst);
    List<String> keywords = weights.keySet().stream().limit(KEYWORDS).toList();
    return new Name(title(typicalFirst, weights, keywords), keywords);
  }

  /** Strongest first. */
  private Map<String, Double> weights(List<Integer> members) {
    Map<String, Integer> inside = new HashMap<>();
    Map<String, Integer> inTitles = new HashMap<>();
    for (int member : members) {
      TopicDocument appeal = appeals.get(member);
      new HashSet<>(appeal.words()).forEach(word -> inside.merge(word, 1, Integer::sum));
      new HashSet<>(appeal.titleWords()).forEach(word -> inTitles.merge(word, 1, Integer::sum));
    }
    int others = Math.max(1, appeals.size() - members.size());
    Map<String, Double> weights = new HashMap<>();
    inside.forEach(
        (word, count) -> {
          double share = (double) count / members.size();
          double elsewhere = (frequency.get(word) - count + .5) / (others + 1);
          double lift = share / elsewhere;
          if (Han.isWord(word)
              && !EMPTY.contains(word)
              && share >= LEAST_SHARE
              && lift >= LEAST_LIFT) {
            double titles = (double) inTitles.getOrDefault(word, 0) / members.size();
            weights.put(word, (share + titles) * Math.log(lift));
          }
        });
    Map<String, Double> sorted = new LinkedHashMap<>();
    weights.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private String title(
      List<Integer> typicalFirst, Map<String, Double> weights, List<String> keywords) {
    double strongest = weights.values().stream().findFirst().orElse(1.0);
    String best = null;
    double most = 0;
    for (int member : typicalFirst) {
      TopicDocument appeal = appeals.get(member);
      int length = appeal.title().strip().length();
      if (length >= SHORTEST && length <= LONGEST) {
        double score = score(appeal.titleWords(), weights, strongest);
        if (score > most + 1e-9) {
          best = appeal.title().strip();
          most = score;
        }
      }
    }
    return best == null ? joined(keywords, typicalFirst) : bare(best);
  }

  /** Without what says that it is an appeal: 咨询：…, 关于…的反映. */
  private static String bare(String title) {
    String bare = PREAMBLE.matcher(title).replaceFirst("");
    bare = ENDING.matcher(bare).replaceFirst("");
    return bare.length() >= SHORTEST ? bare : title;
  }

  private static double score(List<String> words, Map<String, Double> weights, double strongest) {
    double score = 0;
    for (String word : new HashSet<>(words)) {
      Double weight = weights.get(word);
      if (weight != null) {
        score += weight / strongest;
      } else if (Han.any(word) && !EMPTY.contains(word)) {
        score -= OWN_WORD * word.length() / 2;
      } else if (word.chars().anyMatch(Character::isDigit)) {
        // A number is one building's or one year's.
        score -= OWN_WORD * 2;
      }
    }
    return score;
  }

  private String joined(List<String> keywords, List<Integer> typicalFirst) {
    if (!keywords.isEmpty()) {
      return String.join("、", keywords.subList(0, Math.min(3, keywords.size())));
    }
    TopicDocument first = appeals.get(typicalFirst.get(0));
    List<String> words = new ArrayList<>(first.words());
    words.sort(Comparator.comparing(String::length).reversed());
    return first.title().isBlank()
        ? String.join("", words.subList(0, Math.min(2, words.size())))
        : first.title();
  }
}
