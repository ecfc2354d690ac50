package cn.zhitong.assistant.triage.learn;

import cn.zhitong.assistant.appeal.AppealDocument;
import java.util.List;

/**
 * What linear models look at, as 64-bit keys: character n-grams of title and body, words and pairs
 * of words, n-grams of the title by itself. The kind of feature is in the upper bits, so that a
 * word and a bigram of the same characters stay apart. Hashed while walking over the text: {@link
 * cn.zhitong.common.text.CharacterNGrams} would make a text of each.
 */
final class HashedNGrams {
  /** Kinds, each normalised by itself; the weights were chosen by cross-validation. */
  enum Kind {
    CHARACTERS(1f),
    WORDS(.7f),
    TITLE(.7f);

    final float weight;

    Kind(float weight) {
      this.weight = weight;
    }
  }

  /** Told of each occurrence. */
  interface Sink {
    void add(Kind kind, long key);
  }

  private HashedNGrams() {}

  /**
   * @param longest longest character n-gram, 2 or 3
   */
  static void each(AppealDocument document, int longest, boolean wordPairs, Sink sink) {
    characters(document.text(), longest, Kind.CHARACTERS, sink);
    words(document.words(), wordPairs, sink);
    characters(document.title(), 3, Kind.TITLE, sink);
  }

  private static void characters(String text, int longest, Kind kind, Sink sink) {
    for (int start = 0; start < text.length(); start++) {
      long hash = seed(kind);
      for (int n = 1; n <= longest && start + n <= text.length(); n++) {
        hash = mix(hash, Character.toLowerCase(text.charAt(start + n - 1)));
        sink.add(kind, hash);
      }
    }
  }

  private static void words(List<String> words, boolean pairs, Sink sink) {
    long before = 0;
    for (int i = 0; i < words.size(); i++) {
      long hash = hash(words.get(i));
      sink.add(Kind.WORDS, hash);
      if (pairs && i > 0) {
        sink.add(Kind.WORDS, mix(before, (int) hash));
      }
      before = hash;
    }
  }

  static long hash(String word) {
    long hash = seed(Kind.WORDS);
    for (int i = 0; i < word.length(); i++) {
      hash = mix(hash, word.charAt(i));
    }
    return hash;
  }

  private static long seed(Kind kind) {
    return 0x9E3779B97F4A7C15L * (kind.ordinal() + 1);
  }

  /** A step of splitmix64, which spreads neighbouring characters over all bits. */
  private static long mix(long hash, int next) {
    long z = (hash ^ next) * 0xBF58476D1CE4E5B9L + 0x94D049BB133111EBL;
    return z ^ (z >>> 29);
  }
}
