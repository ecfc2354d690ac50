package cn.zhitong.ingest.extract;

import cn.zhitong.ingest.outline.Numeral;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 发文字号 in all their spellings, normalised to 〔〕, half-width digits and no space. */
final class DocumentNumbers {
  private static final String SPACE = "[ \\u3000\\u00a0]*";
  private static final String DIGITS = "((?:[0-9０-９]" + SPACE + ")+)";

  /** 闽政办〔2025〕7号, 公告〔2024〕151号, 闽工信建议[2022]53号. */
  static final String BRACKETED =
      "([一-龥](?:"
          + SPACE
          + "[一-龥]){0,14}?)"
          + SPACE
          + "[〔\\[【(（［{﹝]"
          + SPACE
          + "((?:[0-9０-９〇○Ｏ零一二三四五六七八九]"
          + SPACE
          + "){4})年?"
          + SPACE
          + "[〕\\]】)）］}﹞]"
          + SPACE
          + "第?"
          + SPACE
          + "((?:[0-9０-９]"
          + SPACE
          + ")+|[一二三四五六七八九十百零〇○]{1,7})"
          + "号";

  /** 国务院令第224号, 海关总署公告2024年第151号. */
  static final String NUMBERED =
      "([一-龥]{0,16}?(?:令|公告|通告|决定))"
          + SPACE
          + "[（(]?"
          + "(?:([0-9０-９]{4})"
          + SPACE
          + "年"
          + SPACE
          + ")?第"
          + SPACE
          + "((?:[0-9０-９]"
          + SPACE
          + ")+|[一二三四五六七八九十百零〇]{1,7})"
          + "号[）)]?(令)?";

  private static final Pattern ANY_BRACKETED = Pattern.compile(BRACKETED);
  private static final Pattern WHOLE_BRACKETED = Pattern.compile("^[（(]?" + BRACKETED + "[）)]?$");
  private static final Pattern WHOLE_NUMBERED = Pattern.compile("^[（(]?" + NUMBERED + "[）)]?$");

  /** 某厅 某局公告2026年第4号: all who announce stand before it. */
  private static final Pattern JOINT =
      Pattern.compile(
          "^((?:[一-龥]{4,30}[ \\u3000]+){1,6}[一-龥]{4,30}?(?:令|公告|通告))"
              + SPACE
              + "(?:([0-9]{4})"
              + SPACE
              + "年"
              + SPACE
              + ")?第"
              + SPACE
              + DIGITS
              + "号$");

  private static final Pattern BARE_NUMBER =
      Pattern.compile(
          "^[（(〔]?(?:([0-9０-９]{4})"
              + SPACE
              + "年"
              + SPACE
              + ")?第"
              + SPACE
              + "((?:[0-9０-９]"
              + SPACE
              + ")+|[一二三四五六七八九十百零〇]{1,7})号[）)〕]?$");

  /** A page's table may leave its key glued to the number. */
  private static final Pattern LABEL = Pattern.compile("^(?:发文字号|公文文号|发文号|文号|字号)(?=.)");

  private DocumentNumbers() {}

  /** The number a line consists of, normalised, or null. */
  static String whole(String line) {
    Matcher bracketed = WHOLE_BRACKETED.matcher(line);
    if (bracketed.find()) {
      return bracketed(bracketed, 0);
    }
    Matcher joint = JOINT.matcher(line);
    if (joint.find()) {
      String year = joint.group(2) == null ? "" : joint.group(2) + "年";
      String names = joint.group(1).strip().replaceAll("[\\s\\u3000\\u00a0]+", " ");
      return names + year + "第" + pack(joint.group(3)) + "号";
    }
    Matcher numbered = WHOLE_NUMBERED.matcher(line);
    return numbered.find() ? numbered(numbered, 0) : null;
  }

  /** The number on the line below 某省人民政府令, put behind it; null where the line is none. */
  static String below(String order, String line) {
    Matcher bare = BARE_NUMBER.matcher(pack(line));
    if (!bare.matches()) {
      return null;
    }
    String year = bare.group(1) == null ? "" : pack(bare.group(1)) + "年";
    return pack(order) + year + "第" + digits(bare.group(2)) + "号";
  }

  private static String digits(String printed) {
    String packed = pack(printed);
    return packed.matches("[0-9]+") ? packed : String.valueOf(Numeral.parse(packed));
  }

  /** The number a text begins with after these characters, or the first anywhere; null if none. */
  static String first(String text) {
    Matcher bracketed = ANY_BRACKETED.matcher(text);
    if (bracketed.find()) {
      return bracketed(bracketed, 0);
    }
    Matcher numbered = Pattern.compile(NUMBERED).matcher(text);
    return numbered.find() ? numbered(numbered, 0) : null;
  }

  /** Whether a line is only 第N号, the number of the 令 or 公告 above it. */
  static boolean isBare(String line) {
    return BARE_NUMBER.matcher(pack(line)).matches();
  }

  static String bracketed(Matcher matcher, int before) {
    return LABEL.matcher(pack(matcher.group(before + 1))).replaceFirst("")
        + "〔"
        + Numeral.parse(pack(matcher.group(before + 2)).replaceAll("[○Ｏ]", "〇"))
        + "〕"
        + Numeral.parse(pack(matcher.group(before + 3)))
        + "号";
  }

  static String numbered(Matcher matcher, int before) {
    String year = matcher.group(before + 2) == null ? "" : pack(matcher.group(before + 2)) + "年";
    return pack(matcher.group(before + 1)) + year + "第" + digits(matcher.group(before + 3)) + "号";
  }

  /** No white space, half-width digits. */
  static String pack(String text) {
    StringBuilder packed = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c >= '０' && c <= '９') {
        packed.append((char) (c - '０' + '0'));
      } else if (!Character.isWhitespace(c) && c != '\u00a0' && c != '\u3000') {
        packed.append(c);
      }
    }
    return packed.toString();
  }
}
