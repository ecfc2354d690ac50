package cn.zhitong.common.region;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds names in text: leftmost first, of two that start at the same place the longer one. */
final class NameTrie<V> {
  private final AhoCorasickDoubleArrayTrie<V> trie = new AhoCorasickDoubleArrayTrie<>();

  NameTrie(Map<String, V> names) {
    trie.build(new TreeMap<>(names));
  }

  /**
   * A name in a text.
   *
   * @param start offset in the text, in UTF-16 chars
   * @param end exclusive end offset
   */
  record Match<V>(int start, int end, V value) {}

  /** Names in the text, none overlapping another. */
  List<Match<V>> find(String text) {
    List<Match<V>> all = new ArrayList<>();
    trie.parseText(text, (begin, end, value) -> all.add(new Match<>(begin, end, value)));
    all.sort(
        Comparator.<Match<V>>comparingInt(Match::start)
            .thenComparing(Comparator.<Match<V>>comparingInt(Match::end).reversed()));
    List<Match<V>> kept = new ArrayList<>();
    int free = 0;
    for (Match<V> match : all) {
      if (match.start() >= free) {
        kept.add(match);
        free = match.end();
      }
    }
    return kept;
  }
}
