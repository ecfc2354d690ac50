package cn.zhitong.assistant.payment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Forms by which numbers, codes and names are the same whatever width, case or marks they have. */
final class PaymentKeys {
  private static final Pattern MARKS = Pattern.compile("[\\s\\p{P}\\p{S}\\p{Cf}]+");
  private static final Set<String> NOTHING =
      Set.of(
          "", "/", "\\", "-", "--", "—", "——", "无", "暂无", "空", "n/a", "na", "null", "none", "*",
          "0");

  private PaymentKeys() {}

  /** The cell without blanks around it; null where it says nothing. */
  static String given(String text) {
    if (text == null) {
      return null;
    }
    String plain = text.strip();
    String narrow = Normalizer.normalize(plain, Normalizer.Form.NFKC).strip();
    return NOTHING.contains(narrow.toLowerCase(Locale.ROOT)) ? null : plain;
  }

  /** An application's number; O and I are the digits that they are taken for. */
  static String number(String text) {
    return upper(text).replace('O', '0').replace('I', '1').replace('L', '1');
  }

  /** A credit code; it has neither O nor I. */
  static String code(String text) {
    return upper(text).replace('O', '0').replace('I', '1');
  }

  static String voucher(String text) {
    return upper(text);
  }

  /** An enterprise's name; 有限责任公司 and 有限公司 are the same form. */
  static String name(String text) {
    return upper(text).replace("有限责任公司", "有限公司");
  }

  static String item(String text) {
    return upper(text);
  }

  private static String upper(String text) {
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return MARKS.matcher(narrow).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
