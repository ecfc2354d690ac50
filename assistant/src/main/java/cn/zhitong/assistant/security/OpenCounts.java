package cn.zhitong.assistant.security;

import java.util.HashMap;
import java.util.Map;

/** How many things are open at once, by key and in all. */
final class OpenCounts {
  private final Map<String, Integer> counts = new HashMap<>();
  private int all;

  /** Counts one more; false, and nothing counted, where there are as many as may be. */
  synchronized boolean enter(String key, int mostOfKey, int most) {
    int present = counts.getOrDefault(key, 0);
    if (present >= mostOfKey || all >= most) {
      return false;
    }
    counts.put(key, present + 1);
    all++;
    return true;
  }

  synchronized void leave(String key) {
    counts.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
    all--;
  }
}
