package cn.zhitong.assistant.matching.enterprise;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** First letters of a name as it is read, to find it by: 营业收入 is yysr. */
final class PinyinInitials {
  /** The dictionary takes a second to load; there are some dozen names. */
  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

  private PinyinInitials() {}

  static String of(String name) {
    return KNOWN.computeIfAbsent(name, PinyinInitials::read);
  }

  private static String read(String name) {
    StringBuilder initials = new StringBuilder();
    Pinyin[] readings = PinyinDictionary.convertToPinyinArray(name);
    for (int i = 0; i < readings.length; i++) {
      boolean unread = readings[i] == null || readings[i] == Pinyin.none5;
      initials.append(unread ? name.charAt(i) : readings[i].getPinyinWithoutTone().charAt(0));
    }
    return initials.toString().toLowerCase(Locale.ROOT);
  }
}
