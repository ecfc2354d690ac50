package cn.zhitong.assistant.drafting;

import java.util.HashMap;
import java.util.Map;

/**
 * How each office greets in its replies, counted as replies come and go. Not for several threads.
 */
final class OfficeGreetings {
  /** Of an office's replies so many must greet alike to make it its habit. */
  private static final double HABIT = .3;

  /** Fewer replies are no habit. */
  private static final int ENOUGH = 3;

  /** Department, null for none → how it greets, empty where it does not → how often. */
  private final Map<String, Map<String, Integer>> counts = new HashMap<>();

  void add(PastReply past) {
    count(past, 1);
  }

  /** A greeting that no reply has any more is forgotten: it may name somebody. */
  void remove(PastReply past) {
    count(past, -1);
  }

  /**
   * As most of its replies greet that greet alike.
   *
   * @param department null for none
   * @return empty where it has no habit
   */
  String of(String department) {
    Map<String, Integer> greetings = counts.getOrDefault(department, Map.of());
    int replies = greetings.values().stream().mapToInt(Integer::intValue).sum();
    return greetings.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty())
        .max(Map.Entry.comparingByValue())
        .filter(entry -> entry.getValue() >= Math.max(ENOUGH, HABIT * replies))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private void count(PastReply past, int times) {
    counts
        .computeIfAbsent(past.department(), name -> new HashMap<>())
        .merge(
            ReplyBody.greeting(past.reply()),
            times,
            (before, more) -> before + more == 0 ? null : before + more);
  }
}
