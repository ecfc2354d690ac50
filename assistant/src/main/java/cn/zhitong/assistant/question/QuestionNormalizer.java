package cn.zhitong.assistant.question;

import com.hankcs.hanlp.HanLP;
import java.text.Normalizer;

/**
 * A question in the characters that the library is written in: simplified, of ordinary width. What
 * is shown stays as it was typed; this is what is searched for.
 */
final class QuestionNormalizer {
  private QuestionNormalizer() {}

  static String normal(String question) {
    return HanLP.convertToSimplifiedChinese(ordinaryWidth(question)).strip();
  }

  /** Full-width letters, digits and brackets; Chinese punctuation stays what it is. */
  private static String ordinaryWidth(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean wide =
          c >= '０' && c <= '９' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ' || c == '％';
      normal.append(wide ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC) : c);
    }
    return normal.toString().replace('\u3000', ' ');
  }
}
