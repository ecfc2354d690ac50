package cn.zhitong.common.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A bounded map for several threads: where it is full, the entry goes that was read or written
 * longest ago. Holds the keys and values themselves, so that both should be immutable.
 */
public final class LeastRecentlyUsed<K, V> {
  private final Map<K, V> entries;

  /**
   * @param most entries kept, at least 1
   */
  public LeastRecentlyUsed(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("at least one entry, not " + most);
    }
    this.entries =
        new LinkedHashMap<>(64, .75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** Null where there is none. */
  public V get(K key) {
    synchronized (entries) {
      return entries.get(key);
    }
  }

  /**
   * The value kept, or a new one, which is kept then.
   *
   * @param made quickly: others wait meanwhile
   */
  public V computeIfAbsent(K key, Function<? super K, ? extends V> made) {
    synchronized (entries) {
      return entries.computeIfAbsent(key, made);
    }
  }

  public void put(K key, V value) {
    synchronized (entries) {
      entries.put(key, value);
    }
  }
}
