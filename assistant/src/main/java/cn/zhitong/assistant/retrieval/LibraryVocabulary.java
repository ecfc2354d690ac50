package cn.zhitong.assistant.retrieval;

import java.util.Map;
import java.util.Set;

/**
 * The words that the library's texts are written in, as this node's index has them.
 *
 * @param words Chinese words of two to six characters → how many policies have them
 * @param pairs neighbouring Chinese characters that some policy has
 */
public record LibraryVocabulary(Map<String, Integer> words, Set<String> pairs) {
  public static final LibraryVocabulary EMPTY = new LibraryVocabulary(Map.of(), Set.of());
}
