package cn.zhitong.assistant.question;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How words sound, without tones. */
final class Pinyins {
  private static final int LONGEST_SYLLABLE = 6;
  private static final Set<String> SYLLABLES = syllables();

  /** A library's words ask for some thousand characters again and again. */
  private static final Map<Character, String> ROUGH = new ConcurrentHashMap<>();

  private Pinyins() {}

  /** Syllables joined; characters without a reading stay themselves. */
  static String of(String word) {
    StringBuilder sound = new StringBuilder();
    Pinyin[] readings = PinyinDictionary.convertToPinyinArray(word);
    for (int i = 0; i < readings.length; i++) {
      boolean unread = readings[i] == null || readings[i] == Pinyin.none5;
      sound.append(unread ? word.substring(i, i + 1) : readings[i].getPinyinWithoutTone());
    }
    return sound.toString();
  }

  /**
   * The same of one character by itself, with what many do not tell apart made equal: zh and z, ch
   * and c, sh and s, ng and n.
   */
  static String roughly(char character) {
    return ROUGH.computeIfAbsent(character, c -> rough(of(String.valueOf(c))));
  }

  /** The same of each character as it is read in the word: 还 of 返还 is huan. */
  static List<String> roughlyIn(String word) {
    List<String> sounds = new ArrayList<>();
    Pinyin[] readings = PinyinDictionary.convertToPinyinArray(word);
    for (int i = 0; i < readings.length; i++) {
      boolean unread = readings[i] == null || readings[i] == Pinyin.none5;
      sounds.add(unread ? word.substring(i, i + 1) : rough(readings[i].getPinyinWithoutTone()));
    }
    return sounds;
  }

  private static String rough(String sound) {
    return sound.replaceAll("([zcs])h", "$1").replaceAll("([aei])ng", "$1n");
  }

  /**
   * Letters as syllables: gaoqibutie → gao, qi, bu, tie; longer syllables are tried first.
   *
   * @return empty where the letters are no Chinese
   */
  static List<String> parted(String letters) {
    List<String> parts = new ArrayList<>();
    return part(letters, 0, parts) ? parts : List.of();
  }

  private static boolean part(String letters, int from, List<String> parts) {
    if (from == letters.length()) {
      return true;
    }
    for (int to = Math.min(letters.length(), from + LONGEST_SYLLABLE); to > from; to--) {
      String syllable = letters.substring(from, to);
      if (SYLLABLES.contains(syllable)) {
        parts.add(syllable);
        if (part(letters, to, parts)) {
          return true;
        }
        parts.remove(parts.size() - 1);
      }
    }
    return false;
  }

  private static Set<String> syllables() {
    Set<String> syllables = new HashSet<>();
    for (Pinyin reading : Pinyin.values()) {
      if (reading != Pinyin.none5) {
        syllables.add(reading.getPinyinWithoutTone());
      }
    }
    return syllables;
  }
}
