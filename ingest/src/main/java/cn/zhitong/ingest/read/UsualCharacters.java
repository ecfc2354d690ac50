package cn.zhitong.ingest.read;

import java.text.Normalizer;

/**
 * Puts the usual character where a font's table of glyphs left a radical: no keyboard types ⾼, and
 * nobody who looks for 高 finds it. Every character stays one character.
 */
final class UsualCharacters {
  /** Radicals that Unicode maps to no character though they look like one (U+2E80 to U+2EF3). */
  private static final String RADICALS =
      "⺁⺄⺆⺇⺊⺌⺍⺕⺗⺘⺙⺝⺞⺟⺠⺢⺣⺧⺫⺬⺭⺮⺯⺲⺳⺴⺶⺷⺹⺻⺼⺽⻁⻃⻄⻅⻆⻉⻋⻌⻍⻎⻑⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻭⻮⻰⻱⻳";

  private static final String USUAL =
      "厂乙冂几卜小小彐心扌攵月歹母民氵灬牛目示礻竹糸罒网网羊羊老聿月臼虎覀西见角贝车辶辶辶長长门阝雨青韦页风飞食食饣首马骨鬼鱼鸟卤麦黄黾齐歯齿龙亀龟";

  /** Unicode maps this radical to the form 戶, which simplified texts do not use. */
  private static final char DOOR = '\u2F3E';

  private UsualCharacters() {}

  static String of(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u2E80' && c <= '\u2FD5') {
        out = out == null ? new StringBuilder(text) : out;
        out.setCharAt(i, usual(c));
      }
    }
    return out == null ? text : out.toString();
  }

  private static char usual(char c) {
    int at = RADICALS.indexOf(c);
    if (at >= 0) {
      return USUAL.charAt(at);
    }
    if (c == DOOR) {
      return '户';
    }
    String normal = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    return normal.length() == 1 ? normal.charAt(0) : c;
  }
}
