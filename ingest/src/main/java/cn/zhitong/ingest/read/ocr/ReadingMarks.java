package cn.zhitong.ingest.read.ocr;

import java.util.regex.Pattern;

/**
 * Marks that look alike in print and are told by their neighbours: brackets of a document number
 * are 〔〕 (GB/T 9704-2012, 7.2.5), a comma among Chinese characters is the Chinese one.
 */
final class ReadingMarks {
  private static final String HAN = "\\p{IsHan}";
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<="
              + HAN
              + ")[〔\\[【［({（﹝「]\\s?([12]\\d{3})\\s?[〕\\]】］)}）﹞」J]?\\s?(?=第?\\d{1,4}\\s?号)");
  private static final String ALIKE = ",:;?!()";
  private static final String WIDE = "，：；？！（）";

  private ReadingMarks() {}

  static String usual(String text) {
    StringBuilder out = new StringBuilder(NUMBER.matcher(text).replaceAll("〔$1〕"));
    for (int i = 0; i < out.length(); i++) {
      int alike = ALIKE.indexOf(out.charAt(i));
      if (alike >= 0 && (isHan(out, i - 1) || isHan(out, i + 1))) {
        out.setCharAt(i, WIDE.charAt(alike));
      }
    }
    return out.toString();
  }

  private static boolean isHan(CharSequence text, int at) {
    return at >= 0
        && at < text.length()
        && Character.UnicodeScript.of(text.charAt(at)) == Character.UnicodeScript.HAN;
  }
}
